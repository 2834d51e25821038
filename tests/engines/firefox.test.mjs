import { testEngine } from './engine.mjs';
import { launchFirefox } from './puppeteer.mjs';

testEngine('Firefox', launchFirefox);
