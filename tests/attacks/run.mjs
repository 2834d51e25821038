// Each attack on a fresh site, with a visitor beside it: see run.sh.

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { cpus, loadavg, tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { fullest, small } from '../bench/lists.mjs';
import { cpu, freePort, peakMegabytes, quantile, root, startSite, stop } from '../bench/site.mjs';

const execute = promisify(execFile);
const seconds = 20;
const bars = { cached: 250, list: 1000, memory: 512 };
// What .NET takes in a container of 512 MB: three quarters of it.
const heap = { DOTNET_GCHeapHardLimit: '0x18000000' };
const folder = mkdtempSync(`${tmpdir()}/attacks-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const list = `/fr/ma-liste?l=${fullest}`;
const plain = { headers: { 'Accept-Encoding': 'identity' } };
const attacks = [
  ['nothing', () => pause(seconds * 1000).then(() => '')],
  ['the fullest list', flood(list)],
  ['the fullest list, not compressed', flood(list, plain)],
  ['the fullest list, HEAD', hold('the fullest list, HEAD')],
  ['the fullest list as a sheet', flood(`/fr/ma-liste/imprimer?l=${fullest}`)],
  ['the fullest list as a calendar', flood(`/fr/reminders.ics?l=${fullest}`)],
  ['fifty clicks on the fullest list', flood(`${list}${'&do=sent.0-0-0'.repeat(50)}`)],
  ['a list of one account', flood(`/fr/ma-liste?l=${small}`)],
  ['QR codes', flood(`/fr/ma-liste/partager?l=${small}`)],
  ['workshop of thirty', flood('/fr/atelier/imprimer?n=30&guide=facebook&guide=instagram&guide=whatsapp&guide=no-account')],
  ['pages with a list in their address', flood('/fr/comprendre?l=1.Lf')],
  ['files', flood('/icon.svg')],
  ['health', flood('/health/ready')],
  ['pages that are not there', flood('/fr/nowhere')],
  ['cached pages', flood('/fr/guides/facebook')],
  ['cached pages, 256 connections', flood('/fr/guides/facebook', { connections: 256 })],
  ['cached pages, pipelined', hold('cached pages, pipelined')],
  ['cached pages, a connection for each', flood('/fr/guides/facebook', { lua: 'wrk.headers["Connection"] = "close"' })],
  ['cached pages, 14 kB of tags', flood('/fr/guides/facebook', { lua: 'wrk.headers["If-None-Match"] = ([["a",]]):rep(3500)' })],
  ['files, 14 kB of encodings', flood('/icon.svg', { lua: 'wrk.headers["Accept-Encoding"] = ("a;q=0.1,"):rep(1750)' })],
  ['queries of 3,500 names', flood(`/fr/questions?${'a&'.repeat(3500)}`)],
  ['fifteen hundred invalid clicks', flood(`/fr/ma-liste?l=${small}${'&do=a'.repeat(1500)}`)],
  ['beacons of pages that were left, 16 kB', flood('/_blazor/disconnect', { lua: 'wrk.method = "POST" wrk.headers["Content-Type"] = "application/x-www-form-urlencoded" wrk.body = "circuitId=" .. ("a"):rep(16000)' })],
  ['negotiations with the hub', flood('/_blazor/negotiate?negotiateVersion=1', { lua: 'wrk.method = "POST"' })],
  ['ranges of a file', flood('/icon.svg', { lua: `wrk.headers["Range"] = "bytes=" .. ("0-0,"):rep(1000) .. "1-1"` })],
  ['calendars, queries of 1,700 names', flood(`/fr/reminders.ics?${'id=a&'.repeat(1400)}`)],
  ['offline scripts', flood('/offline.js?' + 'a'.repeat(7000))],
  ['share cards and files, names never seen', flood('/cards/fr.png', { lua: 'request = function() return wrk.format("GET", "/cards/" .. math.random(1, 1000000000) .. ".png") end' })],
  ['cookies, 14 kB', flood('/fr/guides/facebook', { lua: 'wrk.headers["Cookie"] = ("a=b; "):rep(2800)' })],
  ['languages, 14 kB', flood('/', { lua: 'wrk.headers["Accept-Language"] = ("xx;q=0.1,"):rep(1550)' })],
  ['no HTTP at all', hold('no HTTP at all')],
  ['a list, by 65,536 addresses of one IPv6 network', flood(`/fr/ma-liste?l=${small}`, { lua: 'request = function() return wrk.format("GET", nil, { ["X-Forwarded-For"] = string.format("2001:db8:1:%x::1", math.random(0, 65535)) }) end' }), { settings: ['--Site:TrustedProxies=127.0.0.1'] }],
  ['hosts with a port made up', flood('/fr/guides/facebook', { randomPort: true }), { isForAnyHost: true }],
  ['a host and its pages never seen', flood('/fr/guides/facebook', { randomHost: true }), { isForAnyHost: true, settings: ['--AllowedHosts=*'] }],
  ...['pipelined requests, no answer read', 'slow readers of lists', 'slow readers of cached pages', 'connections without a request', 'slow headers', 'WebSocket pings', 'WebSocket pings after the handshake', 'WebSocket frames without content', 'hub handshakes without end'].map(name => [name, hold(name)]),
  ...['HTTP/2 streams of lists, not read', 'HTTP/2 streams of cached pages, not read', 'HTTP/2 streams, reset at once', 'HTTP/2 beacons without end', 'HTTP/2 pings', 'HTTP/2 pings, 900 connections', 'HTTP/2 pings, not read', 'HTTP/2 settings', 'HTTP/2 frames of every kind', 'HTTP/2 headers without end', 'HTTP/2 requests of 13 bytes', 'HTTP/2 requests that the site resets'].map(name => [name, hold(name), { hasStreams: true }]),
  ['HTTP/2 pings over TLS', hold('HTTP/2 pings over TLS'), { hasStreams: true, isSecure: true }],
];

const wanted = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const lines = ['| one client attacks with | requests/s | cached page, p50 / p99 | empty list, p50 / p99 | processor | memory | bar held |', '|---|---:|---:|---:|---:|---:|---|'];
lines.forEach(line => console.log(line));
for (const [name, attack, options = {}] of attacks.filter(([name]) => wanted.length === 0 || wanted.some(part => name.includes(part)))) {
  const line = await measure(name, attack, options);
  console.log(line);
  lines.push(line);
}
if (process.argv.includes('--write')) {
  write();
}
process.exit(lines.some(line => line.includes('| NO')) ? 1 : 0);

async function measure(name, attack, { hasStreams = false, isSecure = false, isForAnyHost, settings = [] }) {
  const [port, streams] = [await freePort(), await freePort()];
  const variables = { ...heap };
  if (hasStreams) {
    // HTTP/2 without TLS has a port of its own.
    variables.Kestrel__Endpoints__Pages__Url = `http://127.0.0.1:${port}`;
    variables.Kestrel__Endpoints__Streams__Url = `http${isSecure ? 's' : ''}://127.0.0.1:${streams}`;
    variables.Kestrel__Endpoints__Streams__Protocols = isSecure ? 'Http1AndHttp2' : 'Http2';
  }
  if (isSecure) {
    Object.assign(variables, await certificate());
  }
  const site = await startSite({ settings, variables, isForAnyHost, port });
  await warmUp(site.address, hasStreams && !isSecure ? streams : null);
  const before = cpu([site.child.pid]);
  const [{ stdout }, result] = await Promise.all([
    execute('node', [`${root}tests/attacks/victim.mjs`, site.address, seconds], { maxBuffer: 1e8 }),
    attack(site.address, hasStreams ? streams : port),
  ]);
  const isAlive = site.child.exitCode === null && site.child.signalCode === null;
  const processors = isAlive ? (cpu([site.child.pid]) - before) / 1e6 / seconds : NaN;
  const memory = isAlive ? peakMegabytes(site.child.pid) : NaN;
  const { cached, list, failures } = JSON.parse(stdout);
  const [slowPage, slowList] = [quantile(cached, 0.99), quantile(list, 0.99)];
  const isHeld = isAlive && Object.keys(failures).length === 0 && slowPage <= bars.cached && slowList <= bars.list && memory <= bars.memory;
  if (isAlive) {
    await stop(site.child);
  }
  const [page, empty] = [cached, list].map(times => `${Math.round(quantile(times, 0.5))} / ${Math.round(quantile(times, 0.99))} ms`);
  const reason = isHeld ? 'yes' : `NO${isAlive ? '' : ', the process ended'}${Object.entries(failures).map(([what, times]) => `, ${times} × ${what}`).join('')}`;
  return `| ${name} | ${result} | ${page} | ${empty} | ${processors.toFixed(2)} | ${Math.round(memory)} MB | ${reason} |`;
}

async function certificate() {
  const [key, own] = [`${folder}/key.pem`, `${folder}/certificate.pem`];
  await execute('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=localhost', '-days', '2', '-keyout', key, '-out', own]);
  return { Kestrel__Endpoints__Streams__Certificate__Path: own, Kestrel__Endpoints__Streams__Certificate__KeyPath: key };
}

// Warm-up: compilation by the first visits is not an effect of the attack.
async function warmUp(address, streams) {
  const client = streams && connect(`http://127.0.0.1:${streams}`);
  for (const path of ['/fr/guides/facebook', '/fr/ma-liste', list, '/fr/nowhere']) {
    for (let index = 0; index < 40; index++) {
      await (await fetch(address + path)).arrayBuffer();
      if (client) {
        await once(client.request({ ':path': path }).resume(), 'end');
      }
    }
  }
  client?.destroy();
}

// As many requests as wrk can send; it competes with the site for the same processors.
function flood(path, { headers = { 'Accept-Encoding': 'br' }, connections = 64, randomPort = false, randomHost = false, lua = '' } = {}) {
  return async address => {
    const script = `${folder}/flood.lua`;
    const host = randomPort ? '"localhost:" .. math.random(1, 65535)' : '"h" .. math.random(1, 1000000000) .. ".example"';
    writeFileSync(script, randomPort || randomHost
      ? `request = function() return wrk.format("GET", nil, { Host = ${host}, ["Accept-Encoding"] = "br" }) end`
      : `${Object.entries(headers).map(([name, value]) => `wrk.headers["${name}"] = "${value}"`).join('\n')}\n${lua}`);
    const { stdout } = await execute('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, address + path]);
    const total = Number(/(\d+) requests in/.exec(stdout)[1]);
    const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(stdout)?.[1] ?? 0);
    return `${Math.round(total / seconds).toLocaleString('en')}${refused ? `, ${(100 * refused / total).toFixed(refused < total ? 1 : 0)} % refused` : ''}`;
  };
}

function hold(name) {
  return async (_, port) => {
    const { stdout } = await execute('node', [`${root}tests/attacks/hold.mjs`, port, seconds, name], { maxBuffer: 1e7 });
    return Object.entries(JSON.parse(stdout)).map(([what, times]) => `${times.toLocaleString('en')} ${what}`).join(', ');
  };
}

function write() {
  const file = `${root}docs/reliability.md`;
  const [begin, end] = ['<!-- attacks -->', '<!-- end of the attacks -->'];
  const text = readFileSync(file, 'utf8');
  const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, load average at the end ${loadavg()[0].toFixed(1)}.`;
  writeFileSync(file, `${text.slice(0, text.indexOf(begin) + begin.length)}\n${machine}\n\n${lines.join('\n')}\n${text.slice(text.indexOf(end))}`);
}
