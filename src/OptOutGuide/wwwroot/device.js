// What only the device can do: its share sheet, its clipboard, its printer. Each button stays hidden until
// the device is known to offer it; the page works without any of them.
const address = document.querySelector('[data-share-address]');
const share = document.querySelector('[data-share]');
const print = document.querySelector('[data-print]');
const back = document.querySelector('[data-back]');

if (share && navigator.share) {
  share.hidden = false;
  share.addEventListener('click', () =>
    navigator.share({ title: address.dataset.shareText, url: address.value }).catch(() => { /* closed by the visitor */ }));
}

if (navigator.clipboard) {
  document.querySelectorAll('[data-copy]').forEach(copy => { copy.hidden = false; });
}

// On the document, because the list renders its buttons again.
addEventListener('click', async ({ target }) => {
  const copy = target.closest?.('[data-copy]');
  if (!copy) {
    return;
  }
  const source = document.getElementById(copy.dataset.copy);
  try {
    await navigator.clipboard.writeText(source.value ?? source.href);
    copy.parentElement.querySelector('[data-copied]').textContent = copy.dataset.done;
  } catch {
    source.focus(); // Refused, or not offered: the address is where the visitor can take it.
  }
});

if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

// Where the visitor came from another page of this site, the link leads there.
if (back && window.navigation?.canGoBack) {
  back.textContent = back.dataset.back;
  back.addEventListener('click', event => {
    event.preventDefault();
    history.back();
  });
}
