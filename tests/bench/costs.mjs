// The cost of every kind of request, and whether one client can repeat it without limit: node costs.mjs [--write]
// Each kind is cached (from memory, never refused), cheap (at most 5 ms, never refused) or limited (charged to the client's
// budget with at least what it costs). Ends with 1 where one is none of the three. With --write the table goes into
// docs/reliability.md.

import { Agent, request } from 'node:http';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { family, fullest, small } from './lists.mjs';
import { cpu, root, startSite, stop } from './site.mjs';

const list = code => `/fr/ma-liste?l=${code}`;
const guide = '/fr/guides/facebook';
const manyClicks = '&do=sent.0-0-0'.repeat(50);
// [what, class, path, options]
const kinds = [
  ['page, Brotli', 'cached', guide],
  ['page, not compressed', 'cached', guide, { encoding: 'identity' }],
  ['page that the visitor has (304)', 'cached', guide, { knows: true }],
  ['page, HEAD', 'cached', guide, { method: 'HEAD' }],
  ['feed, sitemap, manifest, offline script', 'cached', '/offline.js'],
  ['page that is not there (404)', 'cached', '/fr/nowhere'],
  ['the same with a header of 10 kB on languages', 'cached', '/nowhere', { headers: { 'Accept-Language': 'de;q=0.9,'.repeat(1100) } }],
  ['page, with 14 kB of tags', 'cached', guide, { headers: { 'If-None-Match': '"a",'.repeat(3500) } }],
  ['page, with 14 kB of encodings', 'cached', guide, { headers: { 'Accept-Encoding': 'a;q=0.1,'.repeat(1750) } }],
  ['page that is not there, with a query of 7 kB', 'cached', `/fr/nowhere?${'a&'.repeat(3500)}`],
  ['question, with 3,500 names that it does not read', 'cached', `/fr/questions?${'a&'.repeat(3500)}`],
  ['a limited kind, refused (429)', 'cached', list(small), { isUsedUp: true }],
  ['style sheet, script, icon', 'cheap', '/icon.svg'],
  ['style sheet, with 14 kB of encodings', 'cheap', '/icon.svg', { headers: { 'Accept-Encoding': 'a;q=0.1,'.repeat(1750) } }],
  ['style sheet, with 14 kB of tags', 'cheap', '/icon.svg', { headers: { 'If-None-Match': '"a",'.repeat(3500) } }],
  ['style sheet, a thousand ranges', 'cheap', '/icon.svg', { headers: { Range: `bytes=${'0-0,'.repeat(1000)}1-1` } }],
  ['hub: disconnect beacon of 16 kB', 'cheap', '/_blazor/disconnect', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: `circuitId=${'a'.repeat(16_000)}` }],
  ['health, live', 'cheap', '/health/live'],
  ['health, ready', 'cheap', '/health/ready'],
  ['address without a language', 'cheap', '/'],
  ['address in capitals', 'cheap', '/FR/MA-LISTE'],
  ['other method (405)', 'cheap', guide, { method: 'POST' }],
  ['unknown host (400)', 'cheap', guide, { headers: { Host: 'elsewhere.example' } }],
  ['list, empty', 'limited', '/fr/ma-liste'],
  ['list of one account', 'limited', list(small)],
  ['list of a family of five', 'limited', list(family)],
  ['fullest list', 'limited', list(fullest)],
  ['fullest list, a panel open', 'limited', `${list(fullest)}&open=add.0`],
  ['fullest list, not compressed', 'limited', list(fullest), { encoding: 'identity' }],
  ['fullest list, HEAD', 'limited', list(fullest), { method: 'HEAD' }],
  ['fullest list, as its file', 'limited', `/fr/list.json?l=${fullest}`],
  ['fullest list, as a calendar', 'limited', `/fr/reminders.ics?l=${fullest}`],
  ['fullest list, as a sheet', 'limited', `/fr/ma-liste/imprimer?l=${fullest}`],
  ['fullest list, to send', 'limited', `/fr/ma-liste/partager?l=${fullest}`],
  ['list of a family, to send: the largest QR code', 'limited', `/fr/ma-liste/partager?l=1.${'Lfs250922c250923-'.repeat(8)}${'.Lfs250922c250923-Lfs250922c250923'.repeat(11)}`],
  ['click without a script: one', 'limited', `${list(small)}&do=sent.0-0-0`],
  ['click without a script: fifty on the fullest list', 'limited', `${list(fullest)}${manyClicks}`],
  ['the same, HEAD', 'limited', `${list(fullest)}${manyClicks}`, { method: 'HEAD' }],
  ['click without a script: as many as an address holds', 'limited', `${list(small)}${'&do=sent.0-0-0'.repeat(550)}`],
  ['the same, HEAD', 'limited', `${list(small)}${'&do=sent.0-0-0'.repeat(550)}`, { method: 'HEAD' }],
  ['click without a script: as many people as an address holds, HEAD', 'limited', `${list(small)}${'&do=person'.repeat(700)}`, { method: 'HEAD' }],
  ['question', 'limited', '/fr/questions?where=FR'],
  ['question, answered 450 times', 'limited', `/fr/questions?where=FR${'&have=facebook'.repeat(450)}`],
  ['plan', 'limited', '/fr/plan?where=FR&have=facebook&have=instagram&linked=unsure&login=no&for=several'],
  ['page with a list in its address', 'limited', `${guide}?l=1.Lf`],
  ['home page with a list in its address', 'limited', '/fr/?l=1.Lf'],
  ['longest page with a list in its address', 'limited', '/fr/comprendre?l=1.Lf'],
  ['sheet of a guide with a list in its address', 'limited', `${guide}/imprimer?l=1.Lf`],
  ['poster with a list in its address', 'limited', '/fr/affiche?l=1.Lf'],
  ['page to send with a list in its address', 'limited', `${guide}/partager?l=1.Lf`],
  ['form of a workshop', 'limited', '/fr/atelier?n=30'],
  ['workshop of thirty, every guide', 'limited', '/fr/atelier/imprimer?n=30&guide=facebook&guide=instagram&guide=whatsapp&guide=no-account'],
  ['page for the cache, of a host that is new', 'limited', guide, { isForAnyHost: true }],
];

// Small enough to be used up at once, before much of it has grown again.
const budget = 1200;
const probe = `${tmpdir()}/costs-${process.pid}`;
const hooks = `${root}tests/OptOutGuide.Tests/bin/Release/net10.0/OptOutGuide.Tests.dll`;
const common = { isForAnyHost: true, variables: { DOTNET_STARTUP_HOOKS: hooks, OPTOUTGUIDE_PROBE: probe } };
const settings = milliseconds => ['--Site:TrustedProxies=127.0.0.1', '--AllowedHosts=localhost;127.0.0.1;*.example.org', `--Site:RenderMillisecondsPerMinute=${milliseconds}`];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const tags = new Map();
let clients = 0;
let hosts = 0;

const measured = new Map();
const open = await startSite({ ...common, settings: settings(1_000_000) });
for (const kind of kinds.filter(kind => !kind[3]?.isUsedUp)) {
  measured.set(kind, await measure(open, kind, newClient()));
}
await stop(open.child);
rmSync(probe, { force: true });

const limited = await startSite({ ...common, settings: settings(budget) });
for (const kind of kinds) {
  const client = newClient();
  const charged = await charge(limited, kind, client);
  if (kind[3]?.isUsedUp) {
    measured.set(kind, await measure(limited, kind, client));
    measured.get(kind).charged = 0;
  } else {
    measured.get(kind).charged = charged;
  }
}
await stop(limited.child);
rmSync(probe, { force: true });

const lines = ['| request | class | processor time | sent | memory allocated | charged |', '|---|---|---:|---:|---:|---:|'];
for (const [kind, { milliseconds, bytes, allocated, charged }] of measured) {
  const [what, expected] = kind;
  const isSo = { cached: charged === 0 && milliseconds <= 0.5, cheap: charged === 0 && milliseconds <= 5, limited: charged >= milliseconds * 0.9 }[expected];
  if (!isSo) {
    process.exitCode = 1;
  }
  lines.push(`| ${what} | ${expected}${isSo ? '' : ': NO'} | ${milliseconds.toPrecision(2)} ms | ${(bytes / 1000).toFixed(1)} kB | ${(allocated / 1000).toFixed(0)} kB | ${charged ? `${charged} ms` : ''} |`);
}
console.log(lines.join('\n'));
if (process.argv.includes('--write')) {
  const file = `${root}docs/reliability.md`;
  const [begin, end] = ['<!-- costs -->', '<!-- end of the costs -->'];
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text.slice(0, text.indexOf(begin) + begin.length)}\n${lines.join('\n')}\n${text.slice(text.indexOf(end))}`);
}
process.exit();

// Processor time, bytes and allocations of one request, the average of many: one after the other, so that nothing waits.
async function measure(site, kind, client) {
  await repeat(site, kind, client, 500);
  const probing = performance.now();
  await repeat(site, kind, client, 50);
  const count = Math.max(100, Math.min(10_000, Math.ceil(50 * 1500 / (performance.now() - probing))));
  // Background compilation has ended.
  await pause(300);
  const before = { cpu: cpu([site.child.pid]), allocated: await ask('count') };
  const bytes = await repeat(site, kind, client, count);
  return { milliseconds: (cpu([site.child.pid]) - before.cpu) / 1000 / count, bytes, allocated: (await ask('count') - before.allocated) / count };
}

async function repeat(site, kind, client, count) {
  const [, , , { isForAnyHost } = {}] = kind;
  let bytes = 0;
  // Compressing a page as far as it goes takes a while: a few are enough.
  for (let index = 0; index < (isForAnyHost ? Math.min(count, 40) : count); index++) {
    bytes = (await send(site, kind, client)).bytes;
  }
  return bytes;
}

// What is taken from the budget: 0 where it does not get used up.
async function charge(site, kind, client) {
  for (let count = 0; count < 2 * budget; count++) {
    if ((await send(site, kind, client)).status === 429) {
      return Math.floor(budget / count * 10) / 10;
    }
  }
  return 0;
}

function newClient() {
  return `10.${++clients >> 8}.${clients & 255}.1`;
}

function send(site, [, , path, { method = 'GET', encoding = 'br', headers = {}, knows = false, isForAnyHost = false, body } = {}], client) {
  const own = { 'X-Forwarded-For': client, 'Accept-Encoding': encoding, ...headers };
  if (isForAnyHost) {
    own.Host = `h${++hosts}.example.org`;
  }
  if (knows) {
    own['If-None-Match'] = tags.get(path) ?? '';
  }
  return new Promise((resolve, reject) => {
    const asked = request(site.address + path, { method, agent, headers: own }, answer => {
      let bytes = 0;
      tags.set(path, answer.headers.etag ?? '');
      answer.on('data', part => bytes += part.length);
      answer.on('end', () => resolve({ status: answer.statusCode, bytes }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function ask(question) {
  const socket = connect(probe);
  const answer = new Promise((resolve, reject) => socket.once('data', resolve).once('error', reject));
  socket.write(`${question}\n`);
  const { allocated } = JSON.parse(await answer);
  socket.destroy();
  return allocated;
}
