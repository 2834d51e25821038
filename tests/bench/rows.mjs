// Turns what circuits.mjs measured into rows: name | measured | bar | ok. Fails when a bar is missed.

import { readFileSync } from 'node:fs';

const measured = JSON.parse(readFileSync(0, 'utf8'));
const kilobytes = bytes => `${(bytes / 1000).toFixed(1)} kB`;
const milliseconds = time => `${time} ms`;
const seconds = time => `${time} s`;
const text = value => String(value);
const isFull = measured.opened === 10_000;
const rows = [
  [`lists open (${measured.list})`, measured.opened, undefined, text],
  ['heap alive per open list', measured.heapPerCircuit, 160_000, kilobytes],
  // Divided by few lists, uncollected garbage counts more than by many: the bar is for the full run.
  ['resident per open list', measured.residentPerCircuit, isFull ? 220_000 : undefined, kilobytes],
  ['resident per open list, garbage collected', measured.residentOnceCollectedPerCircuit, 220_000, kilobytes],
  ['heap added to a list by acting', measured.heapAddedByActing, undefined, kilobytes],
  ['heap kept per list that was left', measured.heapKeptPerCircuit, undefined, kilobytes],
  ['processor time to open a list, page included', measured.cpuMillisecondsPerOpening, undefined, milliseconds],
  ['processors busy while all are idle', measured.processorsWhileIdle, undefined, text],
  [`clicks of ${measured.acting} lists`, measured.clicks, undefined, text],
  ['click to changed page, p50', measured.clickP50, undefined, milliseconds],
  ['click to changed page, p95', measured.clickP95, 100, milliseconds],
  ['click to changed page, p99', measured.clickP99, undefined, milliseconds],
  ['processor time per click, idle lists included', measured.cpuMillisecondsPerClick, undefined, milliseconds],
  ['lists freed after leaving', measured.secondsUntilFreed, 60, seconds],
  ['lists freed after vanishing', measured.secondsUntilVanishedAreFreed, 60, seconds],
  ['errors', measured.errors, 0, text],
];

for (const [name, value, bar, unit] of rows) {
  const isMet = bar === undefined ? '' : value <= bar ? 'yes' : 'NO';
  if (isMet === 'NO') {
    process.exitCode = 1;
  }
  console.log([name, value === undefined ? '' : unit(value), bar === undefined ? '' : unit(bar), isMet].join(' | '));
}
