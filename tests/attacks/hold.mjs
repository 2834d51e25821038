// Attacks that wrk cannot make, most of which hold connections, from 127.0.0.1: node hold.mjs 5080 20 'slow headers'
// Prints what they got.

import { connect as connectStreams } from 'node:http2';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fullest } from '../bench/lists.mjs';
import { flood } from './frames.mjs';

const [port, seconds, attack] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]];
const end = performance.now() + seconds * 1000;
const results = {};
const count = what => results[what] = (results[what] ?? 0) + 1;
const head = `HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: identity\r\n`;

await {
  'the fullest list, HEAD': () => pipelines(16, `HEAD /fr/ma-liste?l=${fullest} ${head}\r\n`),
  'cached pages, pipelined': () => pipelines(16, `GET /fr/guides/facebook ${head}\r\n`),
  // Two megabytes of requests, and no response is read.
  'pipelined requests, no answer read': () => connections(2500, `GET /fr/guides/facebook ${head}X-Long: ${'a'.repeat(8000)}\r\n\r\n`.repeat(250), { isRead: false }),
  // Request the largest responses and read 100 bytes a second.
  'slow readers of lists': () => connections(2500, `GET /fr/ma-liste?l=${fullest} ${head}\r\n`, { isRead: false }),
  'slow readers of cached pages': () => connections(2500, `GET /fr/guides/facebook ${head}\r\n`.repeat(20), { isRead: false }),
  'connections without a request': () => connections(6000, ''),
  'slow headers': () => connections(3000, `GET /fr/ ${head}X-Slow: `, { drip: 'a' }),
  'HTTP/2 streams of lists, not read': () => streams(200, 100, `/fr/ma-liste?l=${fullest}`),
  'HTTP/2 streams of cached pages, not read': () => streams(200, 100, '/fr/guides/facebook'),
  'no HTTP at all': () => connections(500, 'NO \r\n'.repeat(4)),
  'HTTP/2 pings': () => frames('HTTP/2 pings', 16),
  'HTTP/2 pings, 900 connections': () => frames('HTTP/2 pings', 900),
  'HTTP/2 pings, not read': () => frames('HTTP/2 pings', 16, { isRead: false }),
  'HTTP/2 pings over TLS': () => frames('HTTP/2 pings', 200, { isSecure: true }),
  'HTTP/2 settings': () => frames('HTTP/2 settings', 16),
  'HTTP/2 frames of every kind': () => frames('HTTP/2 frames of every kind', 200),
  'HTTP/2 headers without end': () => frames('HTTP/2 headers without end', 200),
  'HTTP/2 requests of 13 bytes': () => frames('HTTP/2 requests of 13 bytes', 200),
  'HTTP/2 requests that the site resets': () => frames('HTTP/2 requests that the site resets', 200),
  'WebSocket pings': () => frames('WebSocket pings', 190),
  'WebSocket pings after the handshake': () => frames('WebSocket pings after the handshake', 190),
  'WebSocket frames without content': () => frames('WebSocket frames without content', 190),
  'hub handshakes without end': () => frames('hub handshakes without end', 190),
  'HTTP/2 beacons without end': () => beacons(900, 20),
  'HTTP/2 streams, reset at once': () => streams(50, 100, `/fr/ma-liste?l=${fullest}`, { isReset: true }),
}[attack]();
console.log(JSON.stringify(results));
process.exit();

// One request after the other on each connection, a hundred ahead of the answers.
async function pipelines(many, asked) {
  let answers = 0;
  await Promise.all(Array.from({ length: many }, () => new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1' });
    const ask = times => socket.write(asked.repeat(times));
    socket.on('connect', () => ask(100));
    socket.on('data', data => {
      const more = data.toString('latin1').split('HTTP/1.1 ').length - 1;
      answers += more;
      if (performance.now() > end) {
        socket.destroy();
      } else {
        ask(more);
      }
    });
    socket.on('error', () => {});
    socket.on('close', resolve);
  })));
  results['a second'] = Math.round(answers / seconds);
}

// That many at a time: one that the site closes is opened anew, as often as the attack lasts.
async function connections(many, asked, { isRead = true, drip } = {}) {
  await Promise.all(Array.from({ length: many }, async (_, index) => {
    await pause(index % 1000);
    while (performance.now() < end) {
      await connection(asked, isRead, drip);
      await pause(200);
    }
  }));
}

function connection(asked, isRead, drip) {
  return new Promise(resolve => {
    const socket = connect({ port, host: '127.0.0.1', highWaterMark: 1024 });
    const timers = [setTimeout(() => socket.destroy(), Math.max(0, end - performance.now()))];
    socket.on('connect', () => {
      count('opened');
      socket.write(asked);
      if (drip) {
        timers.push(setInterval(() => socket.write(drip), 1000));
      }
    });
    if (isRead) {
      socket.resume();
    } else {
      timers.push(setInterval(() => socket.read(100), 1000));
    }
    socket.on('end', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => {
      timers.forEach(clearInterval);
      if (performance.now() < end) {
        count('closed by the site');
      }
      resolve();
    });
  });
}

async function frames(kind, many, options) {
  results['frames a second'] = Math.round(await flood(kind, { port, end, many, count, ...options }) / seconds);
}

async function streams(sessions, each, path, { isReset = false } = {}) {
  await Promise.all(Array.from({ length: sessions }, async () => {
    while (performance.now() < end) {
      await session(each, path, isReset);
      await pause(200);
    }
  }));
}

function session(each, path, isReset) {
  return new Promise(resolve => {
    // A window of 0: the client accepts no byte of any response.
    const client = connectStreams(`http://127.0.0.1:${port}`, { settings: { initialWindowSize: 0 }, peerMaxConcurrentStreams: each });
    const stop = setTimeout(() => client.destroy(), Math.max(0, end - performance.now()));
    client.on('connect', () => {
      count('opened');
      for (let index = 0; index < each && !client.destroyed; index++) {
        const stream = client.request({ ':path': path, 'accept-encoding': 'identity' });
        stream.on('response', answer => count(answer[':status']));
        stream.on('error', () => count('reset by the site'));
        if (isReset) {
          stream.close(8);
        }
      }
      if (isReset) {
        setTimeout(() => client.destroy(), 100);
      }
    });
    client.on('error', () => {});
    client.on('close', () => {
      clearTimeout(stop);
      resolve();
    });
  });
}

// Each stream posts what a page posts when it is left, slowly enough to last and fast enough not to be ended.
async function beacons(sessions, each) {
  await Promise.all(Array.from({ length: sessions }, async (_, index) => {
    await pause(index % 1000);
    while (performance.now() < end) {
      await beaconSession(each);
      await pause(200);
    }
  }));
}

function beaconSession(each) {
  return new Promise(resolve => {
    const client = connectStreams(`http://127.0.0.1:${port}`);
    const timers = [setTimeout(() => client.destroy(), Math.max(0, end - performance.now()))];
    client.on('connect', () => {
      count('opened');
      for (let index = 0; index < each && !client.destroyed; index++) {
        const stream = client.request({ ':method': 'POST', ':path': '/_blazor/disconnect', 'content-type': 'application/x-www-form-urlencoded' }, { endStream: false });
        stream.on('response', answer => count(answer[':status']));
        stream.on('error', () => count('reset by the site'));
        timers.push(setInterval(() => stream.write('a'.repeat(14)), 1000));
      }
    });
    client.on('error', () => {});
    client.on('close', () => {
      timers.forEach(clearInterval);
      resolve();
    });
  });
}
