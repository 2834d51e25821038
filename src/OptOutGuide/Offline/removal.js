// The operator has switched offline reading off: deletes what was stored on the device, and unregisters itself.
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
