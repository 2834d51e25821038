// The published site as a process of its own on this machine, and what the other parts of the bench share.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const guide = '/fr/guides/facebook';
export const root = fileURLToPath(new URL('../../', import.meta.url));
export const folder = `${root}artifacts/site`;
// In Production somebody answers for the site.
export const host = `${root}tests/host`;
const started = [];

// SIGTERM, not SIGKILL, so that nginx can end its workers.
process.on('exit', () => started.forEach(child => child.kill()));
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => process.exit(1));
}

export function run(command, parameters, options = {}) {
  const child = spawn(command, parameters, { stdio: 'ignore', ...options });
  started.push(child);
  return child;
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

// Starts the site and waits for its first good answer. Settings as on the command line; one address, unless it shall take any.
export async function startSite({ settings = [], variables = {}, isForAnyHost = false, port, content = 'content' } = {}) {
  port ??= await freePort();
  const own = isForAnyHost ? '--Site:AnyHost=true' : `--Site:BaseAddress=http://127.0.0.1:${port}/`;
  return startProgram({ program: 'OptOutGuide.dll', folder, port, page: guide, settings: [own, `--Site:ContentFolders=${content};${host}`, ...settings], variables });
}

// Starts a published ASP.NET Core program and waits until it answers a page with 200.
export async function startProgram({ program, folder, port, page, settings = [], variables = {} }) {
  port ??= await freePort();
  const address = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = run('dotnet', [program, '--urls', address, ...settings], { cwd: folder, env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Production', ...variables } });
  for (let attempt = 0; attempt < 6000; attempt++) {
    try {
      const response = await fetch(address + page);
      await response.text();
      if (response.status === 200) {
        return { address, port, child, seconds: (performance.now() - begin) / 1000 };
      }
    } catch {
      await pause(5);
    }
  }
  throw new Error(`${program} did not start.`);
}

export async function stop(child) {
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill();
  await ended;
}

// An answer as it was sent, still compressed.
export function ask(address, encoding) {
  return new Promise((resolve, reject) => get(address, { headers: { 'Accept-Encoding': encoding } }, response => {
    const parts = [];
    response.on('data', part => parts.push(part));
    response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
  }).on('error', reject));
}

// CPU time that processes have used so far, in microseconds.
export function cpu(pids) {
  const tick = 10_000;
  return pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * tick;
  }, 0);
}

export function residentMegabytes(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024 / 1e6;
}

// The peak resident memory, as the system records it.
export function peakMegabytes(pid) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024 / 1e6;
}

// A percentile.
export function quantile(values, share) {
  return [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))];
}

export const median = values => quantile(values, 0.5);

// One line of the table. The bar is the most that is allowed; for "at least", pass atLeast.
export function row(name, value, unit, { most, least, digits = 1 } = {}) {
  const bar = most ?? least;
  const isMet = bar === undefined ? '' : (most === undefined ? value >= least : value <= most) ? 'yes' : 'NO';
  const write = number => `${Number(number.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits })}${unit}`;
  console.log([name, write(value), bar === undefined ? '' : `${least === undefined ? '≤' : '≥'} ${write(bar)}`, isMet].join(' | '));
}
