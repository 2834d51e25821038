// A guide from this site and from nginx, the same bytes and headers, turn by turn: node throughput.mjs [--quick]

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, cpu, freePort, guide, median, row, run, startSite } from './site.mjs';

const isQuick = process.argv.includes('--quick');
const [rounds, seconds] = isQuick ? [3, 2] : [11, 4];
const folder = mkdtempSync(`${tmpdir()}/bench-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const site = await startSite();
site.pids = () => [site.child.pid];
const sample = await ask(site.address + guide, 'gzip');
const nginxes = {
  nginx: await startNginx(sample, 'plain', ''),
  'nginx with a file cache': await startNginx(sample, 'cached', 'open_file_cache max=1000 inactive=60s; open_file_cache_valid 60s;'),
};
for (const nginx of Object.values(nginxes)) {
  const copy = await ask(nginx.address + guide, 'gzip');
  if (!copy.body.equals(sample.body) || copy.headers['content-encoding'] !== 'gzip') {
    throw new Error('nginx does not serve the same bytes.');
  }
}

// Warm-up, before anything is measured.
for (const server of [site, ...Object.values(nginxes)]) {
  wrk(server, 32, isQuick ? 4 : 10);
}

for (const [connections, threads] of [[32, 1], [32, 2], [256, 1], [256, 2]]) {
  const load = `${connections} connections, wrk -t${threads}`;
  const ours = [];
  const theirs = Object.fromEntries(Object.keys(nginxes).map(name => [name, []]));
  for (let round = 0; round < rounds; round++) {
    ours.push(wrk(site, connections, seconds, threads));
    for (const [name, nginx] of Object.entries(nginxes)) {
      theirs[name].push(wrk(nginx, connections, seconds, threads));
    }
  }
  const of = (runs, name) => median(runs.map(run => run[name]));
  row(`requests/s, ${load}`, of(ours, 'rate'), '', { digits: 0 });
  row(`CPU a request, ${load}`, of(ours, 'cpu'), ' µs');
  row(`p99, ${load}`, of(ours, 'p99'), ' ms');
  for (const [name, runs] of Object.entries(theirs)) {
    row(`requests/s of ${name}, ${load}`, of(runs, 'rate'), '', { digits: 0 });
    row(`CPU a request of ${name}, ${load}`, of(runs, 'cpu'), ' µs');
    row(`requests/s to those of ${name}, ${load}`, median(ours.map((run, index) => run.rate / runs[index].rate)), ' ×', { least: name === 'nginx' ? 0.9 : undefined, digits: 2 });
    row(`p99 of ${name}, ${load}`, of(runs, 'p99'), ' ms');
  }
}
process.exit(0);

function wrk(server, connections, seconds, threads = 2) {
  const before = cpu(server.pids());
  const output = execFileSync('wrk', [`-t${threads}`, `-c${connections}`, `-d${seconds}s`, '--latency', '-H', 'Accept-Encoding: gzip', server.address + guide], { encoding: 'utf8' });
  const used = cpu(server.pids()) - before;
  if (/Non-2xx|Socket errors/.test(output)) {
    throw new Error(output);
  }
  const [, p99, unit] = /99%\s+([\d.]+)(us|ms|s)\b/.exec(output);
  return {
    rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(output)[1]),
    p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit],
    cpu: used / Number(/(\d+) requests in/.exec(output)[1]),
  };
}

async function startNginx({ headers, body }, name, extras) {
  const port = await freePort();
  const home = `${folder}/${name}`;
  const file = `${home}/www${guide}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.gz`, body);
  writeFileSync(file, 'Only the compressed file is asked for.');
  const own = ['date', 'content-length', 'content-encoding', 'content-type', 'connection', 'keep-alive', 'etag', 'vary', 'transfer-encoding'];
  const extra = Object.entries(headers).filter(([name]) => !own.includes(name)).map(([name, value]) => `add_header ${name} "${value}";`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(kind => `${kind}_temp_path ${home}/${kind};`);
  writeFileSync(`${home}/nginx.conf`, `
    daemon off;
    ${process.getuid() === 0 ? 'user root;' : ''}
    worker_processes 2;
    pid ${home}/nginx.pid;
    error_log ${home}/error.log;
    events { worker_connections 2048; }
    http {
      access_log off;
      server_tokens off;
      sendfile on;
      tcp_nopush on;
      tcp_nodelay on;
      keepalive_requests 1000000000;
      ${extras}
      gzip_static on;
      gzip_vary on;
      default_type text/html;
      charset utf-8;
      ${temporary.join('\n')}
      server { listen 127.0.0.1:${port} reuseport; root ${home}/www; ${extra.join('\n')} }
    }`);
  const master = run('nginx', ['-c', `${home}/nginx.conf`]);
  await pause(1000);
  const workers = readFileSync(`/proc/${master.pid}/task/${master.pid}/children`, 'utf8').trim().split(' ').map(Number);
  return { address: `http://127.0.0.1:${port}`, pids: () => workers };
}
