import { testEngine } from './journey.mjs';
import { launchChromium } from './puppeteer.mjs';

testEngine('Chromium', launchChromium);
