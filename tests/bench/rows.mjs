// Turns what circuits.mjs measured into rows: name | measured | bar | ok. Fails when a bar is missed.

import { readFileSync } from 'node:fs';

const measured = JSON.parse(readFileSync(0, 'utf8'));
const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;
const text = value => String(value);
const rows = [
  ['heap alive per open list', measured.heapPerCircuit, 100_000, kilobytes],
  // Garbage that is not collected yet weighs on few lists more than on many: the bar is for the full run.
  ['resident per open list', measured.residentPerCircuit, measured.opened < 10_000 ? undefined : 150_000, kilobytes],
  ['resident per open list, garbage collected', measured.residentOnceCollectedPerCircuit, 150_000, kilobytes],
  ['click to changed page, p95', measured.clickP95, 100, value => `${value} ms`],
  ['lists freed after leaving', measured.secondsUntilFreed, 60, value => `${value} s`],
  ['lists freed after vanishing', measured.secondsUntilVanishedAreFreed, 60, value => `${value} s`],
  ['errors', measured.errors, 0, text],
  ...Object.entries(measured).map(([name, value]) => [name, value, undefined, text]),
];

for (const [name, value, bar, unit] of rows) {
  const isMet = bar === undefined ? '' : value <= bar ? 'yes' : 'NO';
  if (isMet === 'NO') {
    process.exitCode = 1;
  }
  console.log([name, value === undefined ? '' : unit(value), bar === undefined ? '' : unit(bar), isMet].join(' | '));
}
