// The published site in Production on a loopback port of its own, to be killed and started again.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'artifacts/site');
// In Production somebody answers for the site.
const host = join(root, 'tests/host');
const startsWithin = 60_000;

export const words = {
  ...parse(await readFile(join(root, 'content/fr/site.yml'), 'utf8')),
  services: parse(await readFile(join(root, 'content/fr/data.yml'), 'utf8')).services,
};

export class Site {
  #settings;
  #process = null;

  constructor(...settings) {
    this.#settings = settings;
  }

  async start() {
    this.address ??= `http://127.0.0.1:${await freePort()}`;
    this.#process = spawn('dotnet', ['OptOutGuide.dll', '--urls', this.address, `--Site:BaseAddress=${this.address}/`, `--Site:ContentFolders=content;${host}`, ...this.#settings], {
      cwd: program,
      // The delay is hexadecimal: no method is compiled a second time in the seconds for which the site lives.
      env: { ...process.env, ASPNETCORE_ENVIRONMENT: 'Production', DOTNET_ENVIRONMENT: 'Production', DOTNET_TC_CallCountingDelayMs: '1000' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    endWithUs(this.#process);
    for (const end = Date.now() + startsWithin; ; await pause(50)) {
      if (await fetch(`${this.address}/fr/`).then(answer => answer.ok, () => false)) {
        return this;
      }
      if (hasEnded(this.#process) || Date.now() > end) {
        throw new Error(`The site did not start on ${this.address} (exit code ${this.#process.exitCode}). Was it published?`);
      }
    }
  }

  // SIGKILL, as when the machine fails.
  async kill() {
    await end(this.#process);
  }
}

// Below the ports that the system gives to outgoing connections: else one of those could take it while the site is down.
export async function freePort() {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 22_000);
    const server = createServer();
    const isFree = await new Promise(done => server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)));
    if (isFree) {
      server.close();
      await once(server, 'close');
      return port;
    }
  }
}

const running = new Set();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => process.exit(1));
}

// However these tests end, the process ends with them.
export function endWithUs(child) {
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
}

const hasEnded = child => child.exitCode !== null || child.signalCode !== null;

export async function end(child) {
  if (child && !hasEnded(child)) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
