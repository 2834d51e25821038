// What only the device can do: its share sheet, its clipboard, its printer. Each button stays hidden until
// the device is known to offer it; the page works without any of them.
const address = document.querySelector('[data-share-address]');
const share = document.querySelector('[data-share]');
const copy = document.querySelector('[data-copy]');
const print = document.querySelector('[data-print]');

if (share && navigator.share) {
  share.hidden = false;
  share.addEventListener('click', () =>
    navigator.share({ title: address.dataset.shareText, url: address.value }).catch(() => { /* closed by the visitor */ }));
}

if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(address.value);
    document.querySelector('[data-copied]').textContent = copy.dataset.done;
  });
}

if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
