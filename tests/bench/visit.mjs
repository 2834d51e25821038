// A first visit with a phone on a slow line, in Chromium: weight, time to the largest paint, shifts. node visit.mjs [--quick]

import { chromium } from 'playwright-core';
import { ask, guide, median, row, startSite } from './site.mjs';

const tries = process.argv.includes('--quick') ? 3 : 9;
// Lighthouse's slow 4G: 1.6 Mbps down, 750 kbps up, 150 ms there and back; a processor four times slower.
const slow4G = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
// The same line as Lighthouse emulates it in the browser: 3.75 round trips before each answer, for TCP and TLS.
const perRequest = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 };

const site = await startSite();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const line = await visits(slow4G);
const requests = await visits(perRequest);
await browser.close();

const last = line.at(-1);
row('guide HTML as sent', last.html, ' kB', { most: 10, digits: 2 });
row('stylesheets as sent', last.styles, ' kB', { most: 6, digits: 2 });
row('requests on a first visit', last.count, '', { most: 5, digits: 0 });
row('first visit with headers', last.bytes, ' kB', { most: 30, digits: 2 });
row('scripts that block drawing', last.blocking, '', { most: 0, digits: 0 });
row('largest paint, slow 4G and CPU ÷ 4', median(line.map(visit => visit.paint)), ' ms', { most: 1200, digits: 0 });
row('largest paint, 562 ms before each answer', median(requests.map(visit => visit.paint)), ' ms', { digits: 0 });
row('layout shift', Math.max(...line.map(visit => visit.shift)), '', { most: 0, digits: 3 });
process.exit(0);

async function visits(network) {
  const all = [];
  for (let index = 0; index < tries; index++) {
    all.push(await visit(network));
  }
  return all;
}

async function visit(network) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    window.measured = { paint: 0, shift: 0 };
    new PerformanceObserver(list => window.measured.paint = list.getEntries().at(-1).startTime).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver(list => list.getEntries().forEach(entry => window.measured.shift += entry.value)).observe({ type: 'layout-shift', buffered: true });
  });

  const [answers, sizes] = [new Map(), new Map()];
  session.on('Network.responseReceived', event => answers.set(event.requestId, event.response.url));
  session.on('Network.loadingFinished', event => sizes.set(event.requestId, event.encodedDataLength));
  await page.goto(site.address + guide, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const measured = await page.evaluate(() => window.measured);
  const blocking = await page.evaluate(() => document.querySelectorAll('script[src]:not([defer], [async], [type=module])').length);
  await context.close();

  // Without the headers, which are counted once with everything.
  const bodies = new Map();
  for (const url of answers.values()) {
    bodies.set(url, (await ask(url, 'gzip, deflate, br, zstd')).body.length / 1000);
  }
  const sum = values => values.reduce((total, value) => total + value, 0);
  return {
    ...measured,
    blocking,
    count: answers.size,
    bytes: sum([...sizes.values()]) / 1000,
    html: bodies.get(site.address + guide),
    styles: sum([...bodies].filter(([url]) => url.endsWith('.css')).map(([, size]) => size)),
  };
}
