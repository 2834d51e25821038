// Makes visited pages readable when the site does not answer. One file in two roles, so that a first visit costs one request
// for both: on a page it registers itself; as service worker it answers requests. The server writes `languages`, with the
// texts, and `fields` above this.
//
// Pages come from the network first, so that no outdated text about a date is shown; otherwise from the cache, with the day on
// which they were stored. Immutable files come from the cache first. What a query selects is not cached: a list or answers in an
// address are the visitor's own. Other queries (fbclid) are ignored. The list's script stores the list page as last rendered.

const pages = 'optoutguide-pages-1';
const files = 'optoutguide-files-1';
const listCache = 'optoutguide-list-1';
const maxPages = 40;
const maxFiles = 60;
const unavailableStatuses = [502, 503, 504];
const networkTimeout = 8000; // ms

// Like the server, whatever the case of the letters.
const isPersonal = ({ searchParams }) => [...searchParams.keys()].some(name => fields.includes(name.toLowerCase()));

if (self.document) {
  register();
} else {
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', event => event.waitUntil(takeOver()));
  addEventListener('message', event => event.waitUntil(Promise.all(event.data.map(storeLoaded))));
  addEventListener('fetch', event => {
    const { request } = event;
    if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) {
      return;
    }
    if (request.mode === 'navigate') {
      event.respondWith(answerPage(event));
    } else if (request.destination) {
      event.respondWith(answerFile(event));
    }
  });
}

async function register() {
  if (location.search && !isPersonal(new URL(location.href))) {
    // The tracking field is not passed on with the address.
    history.replaceState(history.state, '', location.pathname + location.hash);
  }
  const workers = navigator.serviceWorker;
  if (!workers) {
    return;
  }
  try {
    await workers.register('/offline.js', { updateViaCache: 'all' });
  } catch {
    return; // Refused by the visitor's settings.
  }
  if (!workers.controller) {
    // This page and its files were loaded before the worker was installed.
    const { active } = await workers.ready;
    const used = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon][sizes=any], script[src]')].map(part => part.href || part.src);
    active.postMessage([location.href, ...used]);
  }
}

async function takeOver() {
  // The browser sends the request while it starts the worker.
  await registration.navigationPreload?.enable();
  for (const name of await caches.keys()) {
    if (name.startsWith('optoutguide-') && ![pages, files, listCache].includes(name)) {
      await caches.delete(name);
    }
  }
}

async function storeLoaded(address) {
  const url = new URL(address);
  if (url.origin === location.origin && !isPersonal(url)) {
    await storeResponse(url, await fetch(url, { cache: 'force-cache' }));
  }
}

async function answerPage(event) {
  const url = new URL(event.request.url);
  const network = fromNetwork(event, url);
  const early = await Promise.race([network, new Promise(done => setTimeout(done, networkTimeout))]);
  // With a network that neither answers nor fails, a visitor with a stored page would wait for minutes.
  return early?.answer ?? await fromDevice(url) ?? await network.then(({ answer, unavailable }) => answer ?? unavailable) ?? missing(url);
}

// `answer`: a response of the site. `unavailable`: a 502, 503 or 504, of a proxy or of the overloaded site. Neither without a
// network.
async function fromNetwork(event, url) {
  try {
    const preloaded = await event.preloadResponse;
    // Without network it rejects in Chromium, and is a response of type "error" in Firefox. Out of Safari's cache it may look
    // redirected, and Safari then refuses the page.
    const response = preloaded && preloaded.type !== 'error' && !preloaded.redirected ? preloaded : await fetch(event.request);
    if (unavailableStatuses.includes(response.status)) {
      return { unavailable: response };
    }
    event.waitUntil(storeResponse(url, response.clone()));
    return { answer: response };
  } catch {
    return {}; // No network, or the site is down.
  }
}

async function answerFile(event) {
  const kept = await caches.match(event.request, { cacheName: files });
  if (kept) {
    return kept;
  }
  const response = await fetch(event.request);
  event.waitUntil(storeResponse(new URL(event.request.url), response.clone()));
  return response;
}

async function storeResponse(url, response) {
  if (response.status !== 200 || response.redirected || isPersonal(url)) {
    return;
  }
  if (response.headers.get('Cache-Control')?.includes('immutable')) {
    await put(files, url.pathname, response, maxFiles);
  } else if (response.headers.get('Content-Type')?.startsWith('text/html')) {
    await put(pages, url.pathname, response, maxPages);
  }
}

async function put(name, key, response, max) {
  try {
    const cache = await caches.open(name);
    // The latest entry is the last one, so that the oldest is deleted first.
    await cache.delete(key);
    await cache.put(key, response);
    for (const old of (await cache.keys()).slice(0, -max)) {
      await cache.delete(old);
    }
  } catch {
    // No storage left on the device; the page was shown anyway.
  }
}

async function fromDevice(url) {
  const language = languageOf(url);
  const asked = url.searchParams.get('l')?.replace(/^1-\d+/, '1') ?? null;
  if (url.pathname === language.list) {
    const [drawn] = await (await caches.open(listCache)).matchAll();
    if (drawn && (asked === null || asked === drawn.headers.get('X-List')) && !url.searchParams.has('do') && !url.searchParams.has('open')) {
      return dated(drawn, language, language.drawn);
    }
  }
  if (isPersonal(url)) {
    return undefined;
  }
  const page = await caches.match(url.pathname, { cacheName: pages });
  return page && dated(page, language, language.kept);
}

async function dated(response, language, sentence) {
  const day = new Intl.DateTimeFormat(language.culture, { dateStyle: 'long', calendar: 'gregory' }).format(new Date(response.headers.get('Date')));
  const html = await response.text();
  return new Response(html.replace(/<main[^>]*>/, main => `${main}<p class="box note" role="status">${sentence.replace('{0}', day)}</p>`), { headers: response.headers });
}

async function missing(url) {
  const language = languageOf(url);
  const kept = new Map();
  let styles = '';
  for (const name of [pages, listCache]) {
    const cache = await caches.open(name);
    for (const { url: address } of await cache.keys()) {
      const html = await (await cache.match(address)).text();
      const path = new URL(address).pathname;
      styles = html.match(/<link rel="stylesheet"[^>]*>/g)?.join('') ?? styles;
      if (path.startsWith(`/${language.code}/`)) {
        kept.set(path, `<li><a href="${path}">${/<title>([^<]*)/.exec(html)?.[1] ?? path}</a></li>`);
      }
    }
  }
  const list = kept.size ? `<h2>${language.pages}</h2><ul class="actions">${[...kept.values()].reverse().join('')}</ul>` : '';
  return new Response(`<!DOCTYPE html><html lang="${language.code}" dir="${language.dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${language.title}</title>${styles}</head><body><main id="content"><h1>${language.title}</h1><p>${language.text}</p><p><a class="button" href="">${language.retry}</a></p>${list}</main></body></html>`, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src 'self'" },
  });
}

function languageOf(url) {
  const known = code => languages.find(language => language.code === code);
  return known(url.pathname.split('/')[1]) ?? known(navigator.language.slice(0, 2)) ?? languages[0];
}
