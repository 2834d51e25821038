// The list's page. Every control is a button of one GET form. A click becomes an operation in `pending`. With a circuit it is
// sent there, and the rendered form names the last click applied. Without one, or without an answer in time, all pending
// operations go into one address; the server applies them and redirects to the next list. An operation names its part by an id,
// which still finds the part, or that it is gone, after other changes (docs/list-format.md).

import { complete, partOf, withPart } from './storage.js';
import { arrive, code, fillNames, go, keepPending, restoreNames, store, storeOfflineListSoon } from './stored-list.js';

const [answerWithin, leaveWithin] = [2000, 10_000]; // ms
const board = document.querySelector('[data-board]');
const form = () => board.querySelector('[data-list]');
const typed = new Map();
let [pending, clicks, watchdog, awayUntil] = [[], 0, 0, 0];
let [hasCircuit, isLive, isTranslated] = [false, false, false];
let [current, acted, held] = [address(), null, document.activeElement.id];

function setLive(live) {
  isLive = live && hasCircuit && !isTranslated;
  board.dataset.live = isLive;
}

// Once the circuit has rendered the list: restores what was typed and focused meanwhile.
function connect() {
  hasCircuit = true;
  setLive(true);
  const restored = [...typed].map(([id, input]) => Object.assign(document.getElementById(id) ?? {}, input));
  if (document.activeElement === document.body) document.getElementById(held)?.focus({ preventScroll: true });
  // After the focus, which leaves a name alone that is still being typed.
  restored.filter(element => element.matches?.('[data-label-input]')).forEach(name => name.dispatchEvent(new Event('change', { bubbles: true })));
}

addEventListener('submit', event => {
  if (!event.target.matches('[data-list]')) return;
  event.preventDefault();
  const { name, value } = event.submitter;
  const part = event.submitter.closest('[data-part]')?.dataset.part;
  acted = { name, value, part, isByKey: document.activeElement.matches(':focus-visible') };
  act(name, name === 'do' ? complete(value, new FormData(event.target)) : value);
});

function act(name, positioned) {
  const part = board.querySelector(`[data-at="${partOf(positioned)}"]`)?.dataset.part;
  const detail = { click: ++clicks, name, value: part === undefined ? positioned : withPart(positioned, part) };
  pending.push(detail);
  if (!isLive) return flush();
  form().dispatchEvent(new CustomEvent('listclick', { bubbles: true, detail }));
  watch();
}

// Without an answer in time the circuit counts as lost. While another page loads, its navigation is not interrupted: pending
// operations are stored on leaving.
function watch() {
  clearTimeout(watchdog);
  watchdog = setTimeout(() => performance.now() < awayUntil ? watch() : flush(), answerWithin);
}

// Puts all pending operations into one address, for the rendered list.
function flush() {
  const query = new URLSearchParams(new FormData(form()));
  positionedPending().forEach(([name, value]) => name === 'do' ? query.append(name, value) : query.set(name, value));
  keep();
  leave(query);
}

// The circuit must not apply what is clicked while the next page loads, which was made before it: such a click loads a page itself.
function leave(query, hash) {
  setLive(false);
  go(query, hash);
}

// The pending operations for the rendered list, without those whose part is gone.
function positionedPending() {
  return pending.flatMap(({ name, value }) => {
    const at = board.querySelector(`[data-part="${partOf(value)}"]`)?.dataset.at;
    return at === undefined && partOf(value) !== null ? [] : [[name, withPart(value, at)]];
  });
}

function keep() {
  keepPending(code(), positionedPending().filter(([name]) => name === 'do').map(([, value]) => value));
}

addEventListener('click', event => {
  // The second click of a double click must not press what replaced the first one: another button, or the link that undoes it.
  if (event.detail > 1 && event.target.closest?.('[data-list] :is(button, a)')) return event.preventDefault();
  const link = event.target.closest?.('a[href]:not([download])');
  const isAside = event.ctrlKey || event.metaKey || event.shiftKey;
  if (link === null || isAside) return;
  if (link.matches('[data-own]')) {
    event.preventDefault();
    // What such a link leads to was made before the pending operations: they come first.
    if (pending.length > 0 && !link.matches('[data-open-stored]')) return flush();
    if (link.matches('[data-undo]')) restoreNames(new URLSearchParams(link.search).get('l'));
    leave(new URLSearchParams(link.search), link.hash);
  } else if (link.href.split('#')[0] !== location.href.split('#')[0]) awayUntil = performance.now() + leaveWithin;
}, true);

addEventListener('pagehide', () => {
  setLive(false);
  if (pending.length > 0) keep();
});

// Restored from the back/forward cache, the page has no circuit any more.
addEventListener('pageshow', event => event.persisted && location.reload());

addEventListener('input', ({ target: { id, value, checked, type } }) => {
  if (!hasCircuit && id && type !== 'file') typed.set(id, /checkbox|radio/.test(type) ? { checked } : { value });
}, true);
// What is opened stays open when the circuit renders the list again.
addEventListener('toggle', ({ target: { id, open } }) => { if (!hasCircuit && id) typed.set(id, { open }); }, true);
addEventListener('focusin', ({ target }) => { held = target.id; });

new MutationObserver(records => {
  if (!isTranslated && records.some(isByTranslator)) {
    isTranslated = true;
    setLive(false);
    if (pending.length > 0) flush();
  }
  refresh();
}).observe(board, { subtree: true, childList: true, characterData: true, attributeFilter: ['value', 'data-applied'] });

// A translator or a reading aid replaces nodes, and the circuit would go on rendering into the removed ones. Blazor changes
// texts in place, and removes elements only; it adds elements one by one.
function isByTranslator({ target, addedNodes, removedNodes }) {
  const isText = node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '';
  const [isReplaced, removed] = [addedNodes.length > 0 && removedNodes.length > 0, [...removedNodes]];
  return target.isConnected && !target.matches?.('[data-label], [data-copied]')
    && (isReplaced || (removed.some(isText) && removed.every(node => node.nodeType !== Node.ELEMENT_NODE)));
}

function refresh() {
  const { applied, interactive } = form().dataset;
  if (interactive && !hasCircuit) connect();
  const waiting = pending.filter(({ click }) => click > Number(applied));
  const isAnswered = waiting.length < pending.length;
  pending = waiting;
  fillNames();
  storeOfflineListSoon();
  if (address() !== current) showAddress();
  if (isAnswered) {
    pending.length > 0 ? watch() : clearTimeout(watchdog);
    focusOutcome();
    // After a tick the next action is in sight; a keyboard's focus stays where it is.
    const isTick = !acted?.isByKey && !board.querySelector('[role=alert]') && /^(sent|confirmed)\./.test(acted?.value);
    if (isTick) board.querySelector('.outcome, .next')?.scrollIntoView({ block: 'nearest' });
  }
}

function address() {
  const who = board.querySelector('input[name=who]').value;
  return `?l=${code()}${who === '0' ? '' : `&who=${who}`}`;
}

function showAddress() {
  current = address();
  history.replaceState(history.state, '', location.pathname + current);
  document.querySelectorAll('a[data-language], a.skip').forEach(link => { link.search = current; });
  document.querySelectorAll('.languages form').forEach(menu => {
    menu.querySelectorAll('input').forEach(field => field.remove());
    new URLSearchParams(current).forEach((value, name) => menu.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value })));
  });
  store();
}

function focusOutcome() {
  const field = board.querySelector(acted?.name === 'open' ? '[data-panel] :is(input, select, button)' : '[aria-invalid=true]:not([type=file])');
  if (field) return field.focus();
  if (document.activeElement === document.body) {
    const part = board.querySelector(`[data-part="${acted?.part}"]`);
    const place = part?.querySelector('h2:not(.hidden), h3, h4') ?? board.querySelector('#progress');
    place.tabIndex = -1;
    place.focus({ preventScroll: !acted?.isByKey });
  } else if (document.activeElement.matches(':focus-visible')) document.activeElement.scrollIntoView({ block: 'nearest' });
}

document.documentElement.dataset.script = '';
arrive();
// With this element in the page Blazor shows no dialog of its own. While it is disconnected, each click loads the page.
document.querySelector('#components-reconnect-modal')
  .addEventListener('components-reconnect-state-changed', ({ detail }) => setLive(detail.state === 'hide'));
// Missing when the server has no room for another circuit: each click then loads the page.
globalThis.Blazor?.registerCustomEventType('listclick', { createEventArgs: ({ detail }) => detail });
globalThis.Blazor?.start({
  ssr: { disableDomPreservation: true },
  // By default it logs each connection to the console.
  circuit: { configureSignalR: connection => connection.configureLogging('warning') },
});
