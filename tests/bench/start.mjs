// From the start of the process to the first good answer, and what it holds then: node start.mjs [--quick]

import { setTimeout as pause } from 'node:timers/promises';
import { median, residentMegabytes, row, startSite, stop } from './site.mjs';

const tries = process.argv.includes('--quick') ? 3 : 9;
const [seconds, megabytes] = [[], []];
for (let index = 0; index < tries; index++) {
  const site = await startSite();
  seconds.push(site.seconds);
  await pause(1000);
  megabytes.push(residentMegabytes(site.child.pid));
  await stop(site.child);
}

row('start to first good answer, median', median(seconds), ' s', { most: 1, digits: 2 });
row('start to first good answer, best', Math.min(...seconds), ' s', { digits: 2 });
row('resident memory after start', median(megabytes), ' MB', { most: 120 });
