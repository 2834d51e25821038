// Puts a run's table, with machine and date, between the markers of docs/performance.md: node write.mjs table.md

import { execSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { root } from './site.mjs';

const file = `${root}docs/performance.md`;
const say = command => execSync(command, { cwd: root, encoding: 'utf8' }).trim();
const machine = [
  `${cpus().length} × ${cpus()[0].model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release().split('-')[0]}`,
  `.NET ${say('dotnet --version')}, ${say('nginx -v 2>&1').replace(/^.*: /, '')}, ${say('/usr/bin/chromium --version 2>/dev/null')}`,
].join('; ');
const run = `${new Date().toISOString().slice(0, 10)}, commit ${say('git rev-parse --short HEAD')}, \`bash tests/bench/run.sh\`. ${machine}. Load average at the end: ${loadavg().map(load => load.toFixed(1)).join(', ')}.`;
const [begin, end] = ['<!-- last run -->', '<!-- end of the last run -->'];
const text = readFileSync(file, 'utf8');
const [before, after] = [text.slice(0, text.indexOf(begin) + begin.length), text.slice(text.indexOf(end))];
writeFileSync(file, `${before}\n${run}\n\n${readFileSync(process.argv[2], 'utf8').trim()}\n${after}`);
