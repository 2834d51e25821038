// From the start of the process to the first good answer, with content that was checked as a release's is, and what it holds
// once all languages are read, beside the unchanged template
// "dotnet new blazor": node start.mjs [--quick]

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { contentIn } from './languages.mjs';
import { folder, host, median, residentMegabytes, row, startProgram, startSite, stop } from './site.mjs';

const rounds = process.argv.includes('--quick') ? 3 : 9;
const template = publishTemplate();
const bars = [[10, { start: 1.6, memory: 1.5 }], [24, { start: 2, memory: 1.8 }]];
const contents = new Map(bars.map(([languages]) => [languages, checked(contentIn(languages))]));

// All take turns, so that what else the machine does concerns all of them.
const theirs = [];
const ours = new Map(bars.map(([languages]) => [languages, []]));
for (let round = 0; round < rounds; round++) {
  theirs.push(await measure(() => startProgram({ program: 'Template.dll', folder: template, page: '/' })));
  for (const [languages, runs] of ours) {
    runs.push(await measure(() => startSite(contents.get(languages))));
  }
}

row('start of the template', median(theirs.map(run => run.seconds)), ' s', { digits: 2 });
row('resident memory of the template after start', median(theirs.map(run => run.megabytes)), ' MB');
for (const [languages, { start, memory }] of bars) {
  row(`start to that of the template, ${languages} languages`, ratio(languages, 'seconds'), ' ×', { most: start, digits: 2 });
  row(`resident memory after start to that of the template, ${languages} languages`, ratio(languages, 'megabytes'), ' ×', { most: memory, digits: 2 });
}

function ratio(languages, name) {
  return median(ours.get(languages).map((run, index) => run[name] / theirs[index][name]));
}

async function measure(start) {
  const { child, seconds } = await start();
  await pause(3000);
  const megabytes = residentMegabytes(child.pid);
  await stop(child);
  return { seconds, megabytes };
}

// A content folder, and the file that says that it was checked.
function checked(content) {
  const record = `${content}.json`;
  execFileSync('dotnet', ['OptOutGuide.dll', 'check', `--Site:ContentFolders=${content};${host}`, '--record', record], { cwd: folder });
  return { content, settings: [`--Site:CheckFile=${record}`] };
}

// The folder of the template as a published release.
function publishTemplate() {
  const folder = mkdtempSync(`${tmpdir()}/template-`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync('dotnet', ['new', 'blazor', '--name', 'Template', '--output', `${folder}/source`]);
  execFileSync('dotnet', ['publish', `${folder}/source`, '--configuration', 'Release', '--output', `${folder}/site`]);
  return `${folder}/site`;
}
