import { testEngine } from './journey.mjs';
import { launchWebKit } from './webkit.mjs';

testEngine('WebKit', launchWebKit);
