import { testEngine } from './engine.mjs';
import { launchWebKit } from './webkit.mjs';

testEngine('WebKit', launchWebKit);
