// What open lists cost the server: opens many, measures, lets some act, leaves. Prints one JSON object.
//
//   node circuits.mjs --site http://127.0.0.1:5080 --pid 123 --probe /tmp/probe.sock --circuits 500
//
// The site must run with the probe (see tests/OptOutGuide.Tests/Support/StartupHook.cs), on this machine and with
// --Site:TrustedProxies=127.0.0.1, so that each list counts as a visitor with an address of their own.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Circuit } from './circuit.mjs';

const number = name => ({ type: 'string', default: name });
const { values } = parseArgs({ options: {
  site: { type: 'string' },
  pid: { type: 'string' },
  probe: { type: 'string' },
  page: { type: 'string', default: '/fr/ma-liste?l=1.Lfit' },
  circuits: number('500'),
  settle: number('5'),
  acting: number('0'),
  every: number('5'),
  seconds: number('60'),
  vanishing: number('0'),
  // What each list is made to do before it is measured, such as "do=remove.0-0".
  click: { type: 'string', multiple: true, default: [] },
  hold: { type: 'boolean', default: false },
} });
const [circuits, settle, acting, every, seconds, vanishing] = [values.circuits, values.settle, values.acting, values.every, values.seconds, values.vanishing].map(Number);
const site = new URL(values.site);
if (!['127.0.0.1', 'localhost', '[::1]'].includes(site.hostname) || circuits > 10_000) {
  throw new Error('At most 10,000 circuits, on this machine only.');
}

const address = new URL(values.page, site).href;
const atOnce = 8;
const longestWait = 300_000;
let errors = 0;
let visitors = 0;

if (values.hold) {
  await open(circuits);
  console.log('open');
} else {
  console.log(JSON.stringify(await measure()));
  process.exit(0);
}

async function measure() {
  // The warm-up of the first visitors is not counted for any circuit.
  await leave(await openAndClick(Math.min(circuits, 200)));
  await freed();
  const before = { ...await probe('collect'), resident: resident() };

  const openingCpu = cpu();
  const opening = performance.now();
  const lists = await openAndClick(circuits);
  const opened = { seconds: (performance.now() - opening) / 1000, cpu: (cpu() - openingCpu) / lists.length };

  const idlingCpu = cpu();
  await pause(settle * 1000);
  const idlingShare = (cpu() - idlingCpu) / (settle * 1000);
  const idle = { resident: resident(), ...await probe('collect') };
  const results = {
    list: values.page,
    opened: lists.length,
    secondsToOpen: round(opened.seconds, 1),
    cpuMillisecondsPerOpening: round(opened.cpu, 2),
    processorsWhileIdle: round(idlingShare, 3),
    heapPerCircuit: Math.round((idle.heap - before.heap) / lists.length),
    residentPerCircuit: Math.round((idle.resident - before.resident) / lists.length),
    residentWithout: before.resident,
    residentWith: idle.resident,
    residentOnceCollectedPerCircuit: Math.round((resident() - before.resident) / lists.length),
  };

  if (acting) {
    Object.assign(results, await act(lists.slice(0, acting)));
    results.heapAddedByActing = Math.round(((await probe('collect')).heap - idle.heap) / acting);
  }

  const leaving = performance.now();
  await leave(lists);
  results.secondsToLeave = round((performance.now() - leaving) / 1000, 1);
  results.secondsUntilFreed = await freed();
  const after = await probe('collect');
  results.heapKeptPerCircuit = Math.round((after.heap - before.heap) / lists.length);
  results.residentAfterLeaving = resident();
  if (vanishing) {
    results.secondsUntilVanishedAreFreed = await vanish();
  }

  return { ...results, errors };
}

async function open(count) {
  const lists = [];
  let left = count;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (left-- > 0) {
      await attempt(async () => lists.push(await Circuit.open(address, networkAddress(++visitors))));
      if (lists.length % 1000 === 0) {
        console.error(`${lists.length} open, ${Math.round(resident() / 1e6)} MB`);
      }
    }
  }));
  return lists;
}

async function openAndClick(count) {
  const lists = await open(count);
  for (const click of values.click) {
    const [name, value] = click.split('=');
    await Promise.all(lists.map(list => attempt(() => list.click(value, '', name))));
  }
  return lists;
}

async function leave(lists) {
  const rest = [...lists];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (rest.length) {
      await attempt(() => rest.pop().leave());
    }
  }));
}

/** Each list marks its first objection as sent, then as confirmed, then as still to do, and so on. */
async function act(lists) {
  const times = [];
  const startCpu = cpu();
  const end = performance.now() + seconds * 1000;
  const list = new URL(address).searchParams.get('l');
  const day = new Date().toLocaleDateString('fr-CA', { timeZone: 'Europe/Paris' }).replaceAll('-', '').slice(2);
  const turns = [['sent.0-0-0', `fs${day}`], ['confirmed.0-0-0', `fs${day}c${day}`], ['to-do.0-0-0', 'f']].map(([operation, first]) => [operation, list.replace('f', first)]);
  await Promise.all(lists.map(async (circuit, index) => {
    await pause(every * 1000 * index / lists.length);
    for (let turn = 0; performance.now() < end; turn++) {
      const started = performance.now();
      const [operation, next] = turns[turn % turns.length];
      await attempt(async () => times.push(await circuit.click(operation, next)));
      await pause(Math.max(0, every * 1000 - (performance.now() - started)));
    }
  }));
  times.sort((one, other) => one - other);
  const share = part => round(times[Math.min(times.length - 1, Math.floor(times.length * part))], 1);
  return {
    acting: lists.length,
    clicks: times.length,
    clickP50: share(0.5),
    clickP95: share(0.95),
    clickP99: share(0.99),
    clickMost: share(1),
    cpuMillisecondsPerClick: round((cpu() - startCpu) / times.length, 2),
  };
}

/** Phones that lose their network send nothing, not even goodbye: a process that stands still does the same. */
async function vanish() {
  const phones = spawn(process.execPath, [fileURLToPath(import.meta.url), '--hold', '--site', values.site, '--page', values.page, '--circuits', values.vanishing], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise(resolve => phones.stdout.once('data', resolve));
    phones.kill('SIGSTOP');
    return await freed();
  } finally {
    phones.kill('SIGKILL');
  }
}

/** Seconds until the server holds no circuit any more. */
async function freed() {
  const start = performance.now();
  while ((await probe('count')).circuits > 0 && performance.now() - start < longestWait) {
    await pause(250);
  }
  return round((performance.now() - start) / 1000, 1);
}

async function attempt(what) {
  try {
    await what();
  } catch (fault) {
    errors++;
    console.error(fault.message);
  }
}

function probe(question) {
  return new Promise((resolve, reject) => {
    let answer = '';
    connect(values.probe)
      .on('connect', function () { this.write(question + '\n'); })
      .on('data', part => answer += part)
      .on('end', () => resolve(JSON.parse(answer)))
      .on('error', reject);
  });
}

/** One of the sixteen million addresses of 10.0.0.0/8. */
function networkAddress(number) {
  return `10.${number >> 16}.${number >> 8 & 255}.${number & 255}`;
}

/** Resident memory of the server in bytes. */
function resident() {
  return 1024 * Number(readFileSync(`/proc/${values.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);
}

/** Milliseconds of processor time that the server has used; Linux counts in hundredths of a second. */
function cpu() {
  const [user, system] = readFileSync(`/proc/${values.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return 10 * (Number(user) + Number(system));
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
