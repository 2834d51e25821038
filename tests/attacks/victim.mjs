// Another visitor during the attack, from 127.0.0.2: node victim.mjs http://127.0.0.1:5080 20
// Asks for a page from memory twenty times a second and for an empty list four times, each on a new connection. Prints the
// times in milliseconds, and what did not succeed.

import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const [site, seconds] = [process.argv[2], Number(process.argv[3])];
const longestWait = 10_000;
const failures = {};
const results = { cached: [], list: [] };

const end = performance.now() + seconds * 1000;
await Promise.all([visit('cached', '/fr/guides/facebook', 50), visit('list', '/fr/ma-liste', 250)]);
console.log(JSON.stringify({ ...results, failures }));
process.exit();

async function visit(kind, path, every) {
  const visits = [];
  while (performance.now() < end) {
    visits.push(ask(path).then(({ milliseconds, failure }) => {
      results[kind].push(milliseconds);
      if (failure) {
        failures[`${kind}: ${failure}`] = (failures[`${kind}: ${failure}`] ?? 0) + 1;
      }
    }));
    await pause(every);
  }
  await Promise.all(visits);
}

function ask(path) {
  const begin = performance.now();
  return new Promise(resolve => {
    const done = failure => resolve({ milliseconds: performance.now() - begin, failure });
    const asked = request(site + path, { localAddress: '127.0.0.2', agent: false, timeout: longestWait, headers: { 'Accept-Encoding': 'br' } }, answer => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode === 200 ? undefined : answer.statusCode));
      answer.on('error', error => done(error.code));
    });
    asked.on('timeout', () => asked.destroy(new Error('timeout')));
    asked.on('error', error => done(error.code ?? error.message));
    asked.end();
  });
}
