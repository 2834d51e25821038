// The host has switched reading without network off: takes back all that was kept on the device, and itself.
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(remove()));

async function remove() {
  for (const name of await caches.keys()) {
    if (name.startsWith('optoutguide-')) {
      await caches.delete(name);
    }
  }
  await registration.unregister();
}
