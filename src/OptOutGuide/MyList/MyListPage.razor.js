// Keeps the list on the device and the page working whatever becomes of the connection.
//
// The address is what the server draws from; the device's storage is what brings the visitor back to it.
// Every control is a link or a form whose target is the next list, so a dead circuit costs nothing: the
// browser simply follows it.

const key = 'optoutguide.list';
const ownTab = 'optoutguide.own-tab';
const sentForm = 'optoutguide.form';
const waitingClicks = 'optoutguide.clicks';
const answerWithin = 2000;
const leaveWithin = 10_000;
const mostBytes = 100_000;
// The longest list that the server reads; a longer address would not even reach it.
const mostCharacters = 4000;
// What the circuit takes in one message, less what stands around it. No list of ours comes near.
const mostSent = 12_000;

const board = document.querySelector('[data-board]');
const shown = board.dataset.list;
const asked = new URLSearchParams(location.search).get('l');
const cameBack = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';

let live = false;
let answer = 0;
let isLeaving = false;
let awayUntil = 0;
let control = null;
const waiting = [];
const touched = new Set();
let held = null;
let unanswered = null;
let isForeign = false;
let wasCleared = false;
let isRefused = false;

export function read() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

// Called by the circuit once it draws the list: from here on it answers clicks.
export function open() {
  setLive(true);
  pickUp();
  return { stored: sendable(read()), isForeign, wasCleared, isRefused };
}

// The circuit draws the list anew as it comes: what was typed, opened or held meanwhile is picked up in the new drawing.
function pickUp() {
  for (const old of touched) {
    const drawn = old.isConnected ? null : [...board.querySelectorAll(old.localName)].find(part => signature(part) === signature(old));
    if (drawn?.localName === 'details') {
      drawn.open = old.open;
    } else if (drawn && drawn.value !== old.value) {
      drawn.value = old.value;
      drawn.dispatchEvent(new Event('change', { bubbles: true }));
    }
    if (old === held && document.activeElement === document.body) {
      drawn?.focus({ preventScroll: true });
    }
  }
  touched.clear();
}

function signature(part) {
  return [part.closest('[id]')?.id, part.name, (part.querySelector('summary') ?? part).textContent].join();
}

function touch(event) {
  if (!live && board.contains(event.target)) {
    touched.add(event.target);
  }
  if (event.type === 'focusin') {
    held = event.target;
  }
}

function sendable(raw) {
  return new TextEncoder().encode(JSON.stringify(raw)).length > mostSent ? 'too long to be a list' : raw;
}

// Called by the circuit after each change. False when the device refuses to keep the list.
export function save(stored, path) {
  answered();
  history.replaceState(history.state, '', path);
  for (const link of document.querySelectorAll('a[data-language], a.skip')) {
    link.search = new URL(path, location).search;
  }
  return isForeign || write(stored);
}

// The visitor prefers the list of the address to the one that the device had.
export function adopt(stored) {
  isForeign = false;
  return write(stored);
}

function answered() {
  clearTimeout(answer);
  answer = 0;
  unanswered = null;
  if (document.activeElement === document.body) {
    // The control is gone: go on where its link leads. Only who came by keyboard needs to see it move there.
    const part = document.getElementById(control?.place);
    const place = part?.querySelector('h2, h3, h4') ?? board.querySelector('[data-progress]');
    place.tabIndex = -1;
    place.focus({ preventScroll: !control?.isByKey });
  } else if (document.activeElement.matches(':focus-visible')) {
    // What was drawn above it may have pushed it out of sight.
    document.activeElement.scrollIntoView({ block: 'nearest' });
  }
  goOn();
}

function setLive(isLive) {
  live = isLive;
  board.dataset.live = isLive;
}

function understood(raw) {
  try {
    const stored = JSON.parse(raw);
    const isList = stored.version === 1 && typeof stored.list === 'string' && stored.list.length <= mostCharacters && /^1\.[\w.-]*$/.test(stored.list);
    return isList ? stored.list : null;
  } catch {
    return null;
  }
}

function write(stored) {
  forgetDrawn();
  try {
    const before = localStorage.getItem(key);
    if (before !== null && understood(before) === null) {
      localStorage.setItem(`${key}.aside.${Date.now()}`, before);
    }
    localStorage.setItem(key, stored);
    sessionStorage.setItem(ownTab, '1');
    keepDrawnSoon();
    return true;
  } catch {
    return false;
  }
}

function isOwnTab() {
  try {
    return sessionStorage.getItem(ownTab) === '1' && !cameBack;
  } catch {
    return false;
  }
}

function restoreOrKeep() {
  const raw = read();
  const kept = raw === null ? null : understood(raw);
  const form = asked === null || asked === kept ? takeForm() : null;
  if (form !== null && new URLSearchParams(form).get('l') === (kept ?? shown)) {
    goTo(`?${form}`);
    return;
  }
  // This tab had kept a list, and it is gone: somebody or the browser erased it.
  wasCleared = raw === null && isOwnTab();
  if (asked === null) {
    if (kept !== null && kept !== shown) {
      go(kept);
    }
    return;
  }
  if (shown === undefined || kept === shown) {
    return;
  }
  // Every control of the list leads to a part of it (ChecklistBoard.Link). An address that does not comes from elsewhere,
  // even in this tab: from the plan, or from somebody.
  if (raw === null || (kept !== null && isOwnTab() && /^#(o\d|p\d|progress$)/.test(location.hash))) {
    isRefused = !write(withLabels(board.dataset.stored, raw));
  } else {
    isForeign = kept !== null;
  }
}

// The server never sees the people's names in an address: a list that comes from one takes them over from the
// device, unless somebody was removed meanwhile and the names would fall to the wrong people.
function withLabels(stored, before) {
  const labels = before === null ? undefined : JSON.parse(before).labels;
  const next = JSON.parse(stored);
  return labels && labels.length <= next.list.split('.').length - 1 ? JSON.stringify({ ...next, labels }) : stored;
}

function writeList(list) {
  const raw = read();
  write(withLabels(JSON.stringify({ version: 1, list }), raw !== null && understood(raw) !== null ? raw : null));
}

// Only the server knows what a form makes of the list: sent but not answered, it waits here for the next visit to the list.
function keepForm(form) {
  try {
    localStorage.setItem(sentForm, form);
  } catch {
    // A device that keeps nothing has said so.
  }
}

function takeForm() {
  try {
    const form = localStorage.getItem(sentForm);
    localStorage.removeItem(sentForm);
    return form;
  } catch {
    return null;
  }
}

function go(list) {
  goTo(`?l=${list}${location.hash}`);
}

function goTo(address) {
  // This list takes the place of any that was asked for before.
  unanswered = null;
  try {
    sessionStorage.setItem(ownTab, '1');
  } catch {
    // The address carries the list all the same.
  }
  const { href } = new URL(location.pathname + address, location);
  leave(href);
  location.replace(href);
}

// Without an answer in time the circuit is dead, whatever it believes: do what the control would have done. But who is on
// the way to another page is not called back: what is unanswered is kept on leaving.
function expectAnswer(otherwise) {
  clearTimeout(answer);
  answer = setTimeout(() => performance.now() < awayUntil ? expectAnswer(otherwise) : otherwise(), answerWithin);
}

// A link says what the list will be, so the next one is only right once the one before is answered: until then it waits.
// By its words and its place, since drawing may make another control of the same link. The same twice is one click too many.
function mustWait(clicked) {
  if (answer === 0 && !isLeaving) {
    return false;
  }
  if (!isSame(clicked, waiting.at(-1) ?? control)) {
    waiting.push(clicked);
  }
  return true;
}

// While the next list is fetched, what is clicked in this one waits for it. Should it never come, the page goes on as it was.
function leave(href) {
  // An address that differs in its part alone is not fetched.
  isLeaving = new URL(href).search !== location.search;
  setTimeout(() => {
    isLeaving = false;
    answer = 0;
  }, leaveWithin);
}

// Clicks that wait while the page is left go on where the list is next opened in this tab, if it is still the one they follow.
function keepWaiting() {
  try {
    sessionStorage.setItem(waitingClicks, JSON.stringify({ after: understood(read()), waiting }));
  } catch {
    // A device that keeps nothing has said so.
  }
}

function takeWaiting() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(waitingClicks));
    sessionStorage.removeItem(waitingClicks);
    // Where this page gives way to another at once, they go on there.
    return kept.after === understood(read()) && (isLeaving || kept.after === shown) ? [...kept.waiting] : [];
  } catch {
    return [];
  }
}

function goOn() {
  while (answer === 0 && !isLeaving && waiting.length > 0) {
    const next = waiting.shift();
    [...board.querySelectorAll('a[data-next]')].find(link => isSame(controlOf(link), next))?.click();
  }
}

function controlOf(link) {
  return { name: link.textContent, place: link.hash.slice(1), isByKey: link.matches(':focus-visible') };
}

// For another tab or window.
function isAside(event) {
  return event.ctrlKey || event.metaKey || event.shiftKey;
}

function isSame(one, other) {
  return one.name === other.name && one.place === other.place;
}

addEventListener('click', event => {
  const link = event.target.closest?.('a[data-next]');
  if (!link || event.button !== 0) {
    return;
  }
  if (isAside(event)) {
    event.stopImmediatePropagation();
    return;
  }
  const clicked = controlOf(link);
  // The second click of a double click must not press what the first one has put in its place.
  if ((event.detail > 1 && control !== null && clicked.name !== control.name) || mustWait(clicked)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  control = clicked;
  // As it is now: by the time it is needed, the link may have been drawn anew.
  const { href } = link;
  unanswered = () => writeList(new URL(href).searchParams.get('l'));
  if (!live) {
    event.stopImmediatePropagation();
    leave(href);
    return;
  }
  event.preventDefault();
  // What asked whether one is sure must not stand open for the next one that takes its place.
  link.closest('details')?.removeAttribute('open');
  expectAnswer(() => {
    leave(href);
    location.assign(href);
  });
}, true);

addEventListener('click', event => {
  const link = event.target.closest?.('a[href]:not([data-next], [download])');
  if (link && !isAside(event) && pageOf(link.href) !== pageOf(location.href)) {
    awayUntil = performance.now() + leaveWithin;
  }
}, true);

function pageOf(href) {
  return href.split('#')[0];
}

addEventListener('submit', event => {
  const form = event.target.closest?.('form[data-next]');
  if (!form) {
    return;
  }
  if (live) {
    control = { name: null, place: form.closest('[id]').id, isByKey: document.activeElement.matches(':focus-visible') };
    const fields = new URLSearchParams(new FormData(form)).toString();
    unanswered = () => keepForm(fields);
    expectAnswer(() => {
      unanswered = null;
      form.submit();
    });
  } else {
    event.stopImmediatePropagation();
  }
}, true);

// A name goes into no address: the device keeps it at once, whether or not the circuit ever hears of it.
addEventListener('change', event => {
  const person = event.target.dataset.label;
  if (person === undefined) {
    return;
  }
  // Half a character would break the circuit, and make the list unreadable.
  const name = event.target.value.toWellFormed?.() ?? event.target.value;
  event.target.value = name;
  const raw = read();
  if (!isForeign && understood(raw) !== null) {
    const stored = JSON.parse(raw);
    const labels = Array.isArray(stored.labels) ? stored.labels : [];
    labels[person] = name;
    write(JSON.stringify({ ...stored, labels }));
  }
}, true);

// Another tab changed the list: show the same here, before a click on the old one could undo it.
addEventListener('storage', event => {
  const list = event.key === key && event.newValue ? understood(event.newValue) : null;
  if (list !== null && !isForeign) {
    go(list);
  }
});

const upload = document.querySelector('[data-import]');
upload.hidden = false;
upload.querySelector('input').addEventListener('change', async event => {
  const file = event.target.files[0];
  const list = file && file.size < mostBytes ? understood(await file.text()) : null;
  sayWrong(event.target, upload.querySelector('[role=alert]'), list === null);
  if (list !== null) {
    // Should the address already be the list's own, nothing is loaded anew.
    isForeign = false;
    writeList(list);
    go(list);
  }
});

function sayWrong(field, message, isWrong) {
  message.hidden = !isWrong;
  field.setAttribute('aria-invalid', isWrong);
  if (isWrong) {
    field.setAttribute('aria-describedby', message.id);
  } else {
    field.removeAttribute('aria-describedby');
  }
}

// For reading without network: the list as it was last drawn, which offline.js shows where the site does not answer. It
// says no more than the storage above, on the same device, and goes with it. Another's list is not kept.
const drawnList = 'optoutguide-list-1';
const drawnWithin = 300;
const isKeptOffline = globalThis.caches && document.querySelector('script[src="/offline.js"]');
let drawing = 0;

function forgetDrawn() {
  globalThis.caches?.delete(drawnList);
}

async function keepDrawn() {
  const stored = read();
  const code = new URLSearchParams(location.search).get('l') ?? shown;
  if (stored === null) {
    forgetDrawn();
  }
  if (stored === null || isForeign || understood(stored) !== code) {
    return;
  }
  const page = document.documentElement.cloneNode(true);
  // The list before the last change is in the link that undoes it, the one that the page was opened with at the board: not
  // to be kept once the list was emptied.
  page.querySelectorAll('script, [data-import], [data-undo]').forEach(part => part.remove());
  const { dataset } = page.querySelector('[data-board]');
  delete dataset.list;
  delete dataset.stored;
  const response = new Response(`<!DOCTYPE html>${page.outerHTML}`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'self'",
      'Date': new Date().toUTCString(),
      'X-List': code,
    },
  });
  await caches.delete(drawnList);
  await (await caches.open(drawnList)).put(location.pathname, response);
}

function keepDrawnSoon() {
  clearTimeout(drawing);
  if (isKeptOffline) {
    drawing = setTimeout(keepDrawn, drawnWithin);
  }
}

if (isKeptOffline) {
  new MutationObserver(keepDrawnSoon).observe(board, { subtree: true, childList: true, characterData: true });
  keepDrawnSoon();
}

let isLost = false;

async function reconnect(pause = 500) {
  while (isLost) {
    if (!document.hidden) {
      try {
        // False: the server no longer knows this circuit. The links work without it.
        isLost = await Blazor.reconnect() && isLost;
        return;
      } catch {
        // Not reachable yet.
      }
    }
    await new Promise(done => setTimeout(done, pause));
    pause = Math.min(pause * 2, 15_000);
  }
}

addEventListener('pagehide', () => {
  setLive(false);
  // Left before the circuit could answer: what was clicked or sent counts all the same.
  if (!isForeign) {
    unanswered?.();
    if (waiting.length > 0) {
      keepWaiting();
    }
  }
});

// Taken out of the browser's cache, the page has no circuit any more.
addEventListener('pageshow', event => {
  if (event.persisted) {
    location.reload();
  }
});

['focusin', 'input', 'toggle'].forEach(kind => addEventListener(kind, touch, true));
touch({ type: 'focusin', target: document.activeElement });

restoreOrKeep();
// By their links, without waiting for a circuit that may never come.
waiting.push(...takeWaiting());
goOn();
// Not there when the server has no room for another circuit: the links do all the work then.
globalThis.Blazor?.start({
  ssr: { disableDomPreservation: true },
  circuit: {
    // By default it tells the console of each connection made.
    configureSignalR: connection => connection.configureLogging('warning'),
    reconnectionHandler: {
      onConnectionDown() {
        setLive(false);
        isLost = true;
        reconnect();
      },
      onConnectionUp() {
        setLive(true);
        isLost = false;
      },
    },
  },
});
