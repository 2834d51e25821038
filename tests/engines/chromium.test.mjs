import { testEngine } from './engine.mjs';
import { launchChromium } from './puppeteer.mjs';

testEngine('Chromium', launchChromium);
