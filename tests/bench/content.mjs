// How long content takes to read and check, the start of the program included: node content.mjs [--quick]

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { contentIn } from './languages.mjs';
import { median, root, row } from './site.mjs';

const tries = process.argv.includes('--quick') ? 1 : 5;
for (const [languages, most] of [[10, 3], [24, 6]]) {
  const content = contentIn(languages);
  row(`check, ${languages} languages`, seconds(content), ' s', { most, digits: 2 });
}

// The original alone: a copy of a page has no translation, and that is not what is measured.
const original = contentIn(1);
const models = readdirSync(`${original}/fr/pages`).map(file => readFileSync(`${original}/fr/pages/${file}`, 'utf8'));
const shipped = readdirSync(`${original}/fr`, { recursive: true }).filter(file => file.endsWith('.md')).length;

const times = {};
let files = shipped;
for (const count of [shipped, 600, 5000]) {
  for (; files < count; files++) {
    writeFileSync(`${original}/fr/pages/page-${files}.md`, models[files % models.length].replace(/^id: .*$/m, `id: page-${files}`));
  }
  times[count] = seconds(original);
}

row(`content read, ${shipped} files`, times[shipped], ' s', { digits: 2 });
row('content read, 600 files', times[600], ' s', { digits: 2 });
row('content read, 5,000 files', times[5000], ' s', { most: 5, digits: 2 });
row('time a file at 5,000 to that at 600', (times[5000] - times[shipped]) / (5000 - shipped) / ((times[600] - times[shipped]) / (600 - shipped)), ' ×', { most: 1.2, digits: 2 });

// The median of several checks of a content folder.
function seconds(content) {
  return median(Array.from({ length: tries }, () => check(content)));
}

function check(content) {
  const begin = performance.now();
  const { status, stdout } = spawnSync('dotnet', ['OptOutGuide.dll', 'check', `--Site:ContentFolder=${content}`], { cwd: `${root}artifacts/site`, encoding: 'utf8' });
  // 1: warnings only.
  if (status > 1) {
    throw new Error(stdout.slice(0, 2000));
  }
  return (performance.now() - begin) / 1000;
}
