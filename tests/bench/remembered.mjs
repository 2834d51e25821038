// Which lists a server's memory still holds after their visitors vanished: node remembered.mjs [seconds, 120]
//
// Opens forty circuits, each with a list of its own, from a process that then ends without disconnecting, waits, and searches
// all readable memory of the server for the lists. Freed memory is not overwritten, so what is found is what a memory dump
// would show, not what the program can still reach. Linux, as root or as the server's user.

import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Circuit } from './circuit.mjs';
import { startSite } from './site.mjs';

const count = 40;
const blockBytes = 16 * 1024 * 1024;
const marks = Array.from({ length: count }, (_, index) => `fs2407${String(index % 28 + 1).padStart(2, '0')}c2408${String(Math.floor(index / 28) + 10)}`);

if (process.argv[2] === '--visit') {
  for (const mark of marks) {
    await Circuit.open(`${process.argv[3]}/fr/ma-liste?l=1.L${mark}`, '127.0.0.1');
  }
  process.kill(process.pid, 'SIGKILL');
}

const seconds = Number(process.argv[2] ?? 120);
const site = await startSite();
const visitors = spawn(process.execPath, [fileURLToPath(import.meta.url), '--visit', site.address], { stdio: 'inherit' });
await new Promise(resolve => visitors.once('exit', resolve));
console.log(`lists found at once | ${search(site.child.pid)} of ${count}`);
await pause(seconds * 1000);
console.log(`lists found after ${seconds} s | ${search(site.child.pid)} of ${count}`);
process.exit(0);

function search(pid) {
  const found = new Set();
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const block = Buffer.alloc(blockBytes);
  for (const [, from, to] of readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)) {
    const end = BigInt(`0x${to}`);
    for (let at = BigInt(`0x${from}`); at < end; at += BigInt(blockBytes)) {
      searchBlock(memory, block, at, Number(end - at < blockBytes ? end - at : BigInt(blockBytes)), found);
    }
  }
  closeSync(memory);
  return found.size;
}

function searchBlock(memory, block, at, length, found) {
  let read = 0;
  try {
    read = readSync(memory, block, 0, length, at);
  } catch {
    return; // Not backed by memory.
  }
  const bytes = block.subarray(0, read);
  for (const mark of marks) {
    if (!found.has(mark) && (bytes.includes(mark) || bytes.includes(Buffer.from(mark, 'utf16le')))) {
      found.add(mark);
    }
  }
}
