import { testEngine } from './journey.mjs';
import { launchFirefox } from './puppeteer.mjs';

testEngine('Firefox', launchFirefox);
