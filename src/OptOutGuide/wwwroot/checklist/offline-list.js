// Offline reading: stores the list page as last rendered, which offline.js shows when the site does not answer. It holds no
// more than local storage does, and is deleted with it.

const [cacheName, delay] = ['optoutguide-list-1', 300]; // ms
// Where the visitor blocks all storage, each use of the cache fails.
const attempt = async action => { try { await action(); } catch { /* Nothing is stored then. */ } };
const isWanted = globalThis.caches && document.querySelector('script[src="/offline.js"]');
let timer = 0;

export const deleteOfflineList = () => attempt(() => globalThis.caches?.delete(cacheName));

// Stores the page after a delay, once for many changes. `code` returns the rendered list, or null where it must not be stored.
export function storeOfflineList(code) {
  clearTimeout(timer);
  if (isWanted) timer = setTimeout(() => attempt(() => keep(code())), delay);
}

async function keep(code) {
  if (code === null) return;
  const page = document.documentElement.cloneNode(true);
  // The undo link holds the list before the last change, which must not be stored once the list was emptied.
  page.querySelectorAll('script, link[rel=modulepreload], .needs-script, [data-undo], [data-notice]').forEach(part => part.remove());
  const { dataset } = page.querySelector('[data-board]');
  delete dataset.shown;
  delete dataset.here;
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'self'",
    'Date': new Date().toUTCString(),
    'X-List': code,
  };
  await caches.delete(cacheName);
  await (await caches.open(cacheName)).put(location.pathname, new Response(`<!DOCTYPE html>${page.outerHTML}`, { headers }));
}
