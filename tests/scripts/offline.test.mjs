// The service worker for offline reading, called as browsers call it: node --test tests/scripts/

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';

const script = await readFile(new URL('../../src/OptOutGuide/Offline/offline.js', import.meta.url), 'utf8');
const site = 'https://site.example';
const words = { code: 'fr', dir: 'ltr', culture: 'fr-FR', list: '/fr/ma-liste', own: ['/fr/ma-liste', '/fr/questions'], kept: 'Gardée le {0}.', drawn: 'Vue le {0}.', title: 'Sans réseau' };
const guide = (text = 'Un guide') =>
  new Response(`<main>${text}</main>`, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Date': 'Sat, 28 Nov 2026 10:00:00 GMT' } });
const flagged = (response, flags) => {
  Object.entries(flags).forEach(([name, value]) => Object.defineProperty(response, name, { value }));
  return response;
};

// A device of one visitor. `network` answers as fetch does.
function startWorker(network) {
  const stores = new Map();
  const open = name => {
    if (!stores.has(name)) stores.set(name, new Map());
    const store = stores.get(name);
    const path = key => new URL(key.url ?? key, site).pathname;
    return {
      put: async (key, response) => void store.set(path(key), response),
      match: async key => store.get(path(key))?.clone(),
      matchAll: async () => [...store.values()],
      delete: async key => store.delete(path(key)),
      keys: async () => [...store.keys()].map(path => ({ url: site + path })),
    };
  };
  const listeners = new Map();
  const timers = [];
  const context = createContext({
    setTimeout: act => timers.push(act),
    addEventListener: (name, listen) => listeners.set(name, listen),
    caches: { open: async name => open(name), match: async (key, { cacheName }) => open(cacheName).match(key), keys: async () => [...stores.keys()] },
    fetch: network, location: new URL(`${site}/offline.js`), navigator: { language: 'fr-FR' }, URL, Response, Intl, Map, Date,
  });
  context.self = context;
  runInContext(`const languages = ${JSON.stringify([words])};\nconst fields = ["l", "do", "where"];\n${script}`, context);
  return {
    stores,
    passNetworkTimeout: () => timers.splice(0).forEach(act => act()),
    async visit(path, preload = Promise.resolve(undefined)) {
      const work = [];
      let answer;
      preload.catch(() => { /* Seen by the worker. */ });
      listeners.get('fetch')({
        request: { url: site + path, method: 'GET', mode: 'navigate' },
        preloadResponse: preload,
        respondWith: promise => { answer = promise; },
        waitUntil: promise => work.push(promise),
      });
      const response = await answer;
      await Promise.all(work);
      return response;
    },
    kept: () => [...stores.get('optoutguide-pages-1')?.keys() ?? []],
  };
}

const noNetwork = () => Promise.reject(new TypeError('no network'));

for (const [engine, preload] of [
  ['rejects, as in Chromium', () => Promise.reject(new TypeError())],
  ['is a response of type error, as in Firefox', () => Promise.resolve(Response.error())],
  ['is not there, as in older Safari', () => Promise.resolve(undefined)],
]) {
  test(`without network the kept page is shown where the preloaded response ${engine}`, async () => {
    const worker = startWorker(noNetwork);
    await worker.visit('/fr/guides/facebook', Promise.resolve(guide()));

    const shown = await worker.visit('/fr/guides/facebook', preload());
    const missing = await worker.visit('/fr/guides/instagram', preload());

    assert.match(await shown.text(), /Gardée le 28 novembre 2026\.<\/p>Un guide/);
    assert.equal(missing.status, 503);
    assert.match(await missing.text(), /<html lang="fr" dir="ltr">.*Sans réseau/s);
  });
}

test('a preloaded response that looks redirected is fetched anew: Safari refuses to show it', async () => {
  const worker = startWorker(async () => guide('Frais'));

  const shown = await worker.visit('/fr/guides/facebook', Promise.resolve(flagged(guide('Détourné'), { redirected: true })));

  assert.equal(shown.redirected, false);
  assert.match(await shown.text(), /Frais/);
});

test('a redirect that is left to the browser goes through as it is and is not kept', async () => {
  const worker = startWorker(noNetwork);
  const redirect = flagged(guide(), { type: 'opaqueredirect', status: 0, ok: false });
  // The copy that is stored has the same properties in a browser.
  redirect.clone = () => redirect;

  assert.equal(await worker.visit('/fr', Promise.resolve(redirect)), redirect);
  assert.deepEqual(worker.kept(), []);
});

test('a query that no page reads is let go: the page is kept and found under its path', async () => {
  const worker = startWorker(noNetwork);
  await worker.visit('/fr/guides/facebook?fbclid=IwAR0&utm_source=fb', Promise.resolve(guide()));
  await worker.visit('/fr/questions?fbclid=IwAR0', Promise.resolve(guide()));

  assert.deepEqual(worker.kept(), ['/fr/guides/facebook', '/fr/questions']);
  assert.match(await (await worker.visit('/fr/guides/facebook?gclid=1')).text(), /Un guide/);
});

test('what a query selects is never kept, nor answered by another page', async () => {
  const worker = startWorker(noNetwork);
  await worker.visit('/fr/questions?where=FR', Promise.resolve(guide()));
  await worker.visit('/fr/ma-liste?l=1.Lfs250522&fbclid=1', Promise.resolve(guide()));
  assert.deepEqual(worker.kept(), []);

  await worker.visit('/fr/questions', Promise.resolve(guide()));
  assert.equal((await worker.visit('/fr/questions?where=FR')).status, 503);
});

test('an own list is shown for an address that says its length', async () => {
  const worker = startWorker(noNetwork);
  worker.stores.set('optoutguide-list-1', new Map([['/fr/ma-liste', new Response('<main>Ma liste</main>', { headers: { 'X-List': '1.Lf', 'Date': new Date().toUTCString() } })]]));

  assert.match(await (await worker.visit('/fr/ma-liste?l=1-3.Lf')).text(), /Ma liste/);
});

for (const status of [502, 503, 504]) {
  test(`a gateway that says ${status} is no answer where the page is kept`, async () => {
    const worker = startWorker(noNetwork);
    await worker.visit('/fr/guides/facebook', Promise.resolve(guide()));

    assert.match(await (await worker.visit('/fr/guides/facebook', Promise.resolve(new Response('', { status })))).text(), /Un guide/);
    assert.equal((await worker.visit('/fr/guides/instagram', Promise.resolve(new Response('', { status })))).status, status);
  });
}

test('a network that neither answers nor fails gives way to the kept page, and to nothing else', async () => {
  const worker = startWorker(noNetwork);
  await worker.visit('/fr/guides/facebook', Promise.resolve(guide()));
  let arrive;
  const late = new Promise(done => { arrive = done; });

  const [kept, neverRead] = [worker.visit('/fr/guides/facebook', new Promise(() => { /* Never. */ })), worker.visit('/fr/guides/instagram', late)];
  worker.passNetworkTimeout();
  assert.match(await (await kept).text(), /Gardée le/);
  arrive(guide('Enfin'));
  assert.match(await (await neverRead).text(), /Enfin/);
});
