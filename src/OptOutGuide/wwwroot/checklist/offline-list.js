// For reading without network: the list as it was last drawn, which offline.js shows where the site does not answer. It
// says no more than the browser's storage, on the same device, and goes with it.

const [cacheName, delay] = ['optoutguide-list-1', 300]; // ms
const isWanted = globalThis.caches && document.querySelector('script[src="/offline.js"]');
let timer = 0;

export const forgetDrawing = () => globalThis.caches?.delete(cacheName);

// Keeps the page soon, once for many changes. `code` gives the list that is drawn, or null where it is not to be kept.
export function keepDrawing(code) {
  clearTimeout(timer);
  if (isWanted) timer = setTimeout(() => keep(code()), delay);
}

async function keep(code) {
  if (code === null) return;
  const page = document.documentElement.cloneNode(true);
  // The list before the last change is in the link that undoes it: not to be kept once the list was emptied.
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
