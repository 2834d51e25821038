// What only the device can do: its share sheet, its clipboard, its printer. Each button stays hidden until
// the device is known to offer it; the page works without any of them.
const address = document.querySelector('[data-share-address]');
const share = document.querySelector('[data-share]');
const print = document.querySelector('[data-print]');
const back = document.querySelector('[data-back]');

if (share && navigator.share) {
  share.hidden = false;
  share.addEventListener('click', async () => {
    try {
      await navigator.share({ title: address.dataset.shareText, url: address.value });
    } catch ({ name }) {
      // AbortError: closed by the visitor. Others: refused by the browser, or by the app around it.
      if (name !== 'AbortError') handOver(share, address);
    }
  });
}

document.querySelectorAll('[data-copy]').forEach(copy => { copy.hidden = false; });

// On the document, because the list renders its buttons again.
addEventListener('click', async ({ target }) => {
  const copy = target.closest?.('[data-copy]');
  if (!copy) {
    return;
  }
  const source = document.getElementById(copy.dataset.copy) ?? copy.parentElement.previousElementSibling;
  try {
    await navigator.clipboard.writeText(source.value ?? source.href ?? source.innerText);
    say(copy, copy.dataset.done);
  } catch {
    handOver(copy, source); // Refused, or not offered: an insecure address, an old WebView.
  }
});

// Selects what is to be copied, tries the old way, and otherwise leaves it to the visitor.
function handOver(button, source) {
  const shown = source.href || source === button ? fieldWith(button, source) : source;
  if (shown.select) {
    shown.focus();
    shown.select();
  } else {
    getSelection().selectAllChildren(shown);
  }
  const isCopied = button.dataset.done && document.execCommand('copy');
  say(button, isCopied ? button.dataset.done : button.dataset.byHand);
}

// The address of a link or a button, where it can be selected.
function fieldWith(button, source) {
  const field = button.parentElement.querySelector('input') ?? document.createElement('input');
  Object.assign(field, { readOnly: true, value: source.href ?? source.value });
  field.setAttribute('aria-label', source.textContent.trim());
  button.parentElement.append(field);
  return field;
}

function say(button, text) {
  button.parentElement.querySelector('[data-copied]').textContent = text;
}

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
