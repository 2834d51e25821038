// The list that this browser stores: read on arriving, written after each change, with the people's names.

import { cleanLabel, labelsAfter, parse, serialize } from './storage.js';
import { forgetDrawing, keepDrawing } from './offline-list.js';

const key = 'optoutguide.list';
const pendingKey = 'optoutguide.pending';
const tokenKey = 'optoutguide.own';
const tabKey = 'optoutguide.own-tab';
const maxFileBytes = 100_000;
const board = document.querySelector('[data-board]');
const names = new Map();

// The page shows a list from elsewhere, and this browser stores another one.
let isForeign = false;

export const code = () => board.querySelector('input[name=l]').value;

export function store(list = code()) {
  if (isForeign) {
    return;
  }
  forgetDrawing();
  const before = get('localStorage', key);
  if (parse(before).fault !== null) {
    put('localStorage', `${key}.aside.${Date.now()}`, before);
  }
  const people = [...board.querySelectorAll('[data-person]')].map(person => names.get(person.dataset.part) ?? null);
  notice('refused', !put('localStorage', key, serialize(list, people)));
  put('sessionStorage', tabKey, '1');
  keepDrawingSoon();
}

export function keepDrawingSoon() {
  keepDrawing(() => isForeign || parse(get('localStorage', key)).list !== code() ? null : code());
}

// Operations that the server has yet to apply, for the next visit to this list; none once there are none.
export function keepPending(list, operations) {
  put('localStorage', pendingKey, isForeign || operations.length === 0 ? null : JSON.stringify({ list, operations }));
}

// By this the next page knows that its address is the visitor's own doing.
export function makeToken() {
  const token = [...crypto.getRandomValues(new Uint8Array(8))].map(byte => byte.toString(16)).join('');
  return !isForeign && put('sessionStorage', tokenKey, token) ? token : '';
}

// What an address shows is stored if it is this visitor's own: by the token, or since nothing else is stored.
// `replay` is called with operations that never reached the server.
export function arrive(replay) {
  const query = new URLSearchParams(location.search);
  const stored = parse(get('localStorage', key));
  const pending = JSON.parse(take('localStorage', pendingKey));
  const token = take('sessionStorage', tokenKey);
  const isOwn = token !== null && query.get('own') === token;
  const [asked, { shown }] = [query.get('l'), board.dataset];
  if (query.has('own')) {
    query.delete('own');
    history.replaceState(history.state, '', `${location.pathname}?${query}${location.hash}`);
  }
  if (stored.list !== null && shown === undefined && asked === stored.list) {
    // The server cannot read it.
    stored.fault = 'unreadable';
    put('localStorage', `${key}.aside.${Date.now()}`, take('localStorage', key));
  }
  notice(stored.fault, true);
  if (!isOwn && pending !== null && pending.list === stored.list && (asked ?? stored.list) === stored.list) {
    replay(pending.list, pending.operations);
  } else if (asked === null && stored.list !== null && stored.list !== shown) {
    location.replace(`${location.pathname}?l=${stored.list}${location.hash}`);
  } else {
    judge(asked !== null, stored, isOwn, isOwn && pending ? labelsAfter(stored.labels, pending.operations) : stored.labels);
  }
}

function judge(isAsked, stored, isOwn, labels) {
  const { shown } = board.dataset;
  isForeign = isAsked && shown !== undefined && stored.list !== null && stored.list !== shown && !isOwn;
  notice('cleared', stored.list === null && stored.fault === null && get('sessionStorage', tabKey) === '1');
  notice('other', isForeign);
  if (isForeign) {
    document.querySelector('[data-open-stored]').search = `?l=${stored.list}`;
    return;
  }
  setNames(labels);
  if (isAsked && shown !== undefined && shown !== stored.list) {
    store(shown);
  }
}

export function fillNames() {
  for (const person of board.querySelectorAll('[data-person]')) {
    const name = names.get(person.dataset.part) ?? '';
    const [heading, input] = [person.querySelector('[data-label]'), person.querySelector('[data-label-input]')];
    if (heading && heading.textContent !== name) {
      heading.textContent = name;
    }
    if (input && input !== document.activeElement) {
      input.value = name;
    }
  }
}

function setNames(labels) {
  board.querySelectorAll('[data-person]').forEach((person, index) => names.set(person.dataset.part, labels[index] ?? null));
  fillNames();
}

function notice(name, isShown) {
  document.querySelector(`[data-notice="${name}"]`)?.toggleAttribute('hidden', !isShown);
}

function get(storage, name) {
  try {
    return globalThis[storage].getItem(name);
  } catch {
    return null;
  }
}

function put(storage, name, value) {
  try {
    globalThis[storage][value === null ? 'removeItem' : 'setItem'](name, value);
    return true;
  } catch {
    return false;
  }
}

function take(storage, name) {
  const value = get(storage, name);
  put(storage, name, null);
  return value;
}

addEventListener('change', async ({ target }) => {
  if (target.matches('[data-label-input]')) {
    names.set(target.closest('[data-person]').dataset.part, cleanLabel(target.value));
    fillNames();
    store();
  } else if (target.id === 'page-import') {
    const [file] = target.files;
    const { list } = file && file.size < maxFileBytes ? parse(await file.text()) : { list: null };
    target.setAttribute('aria-invalid', list === null);
    document.querySelector('#page-import-wrong').hidden = list !== null;
    if (list !== null) {
      isForeign = false;
      names.clear();
      store(list);
      location.replace(`${location.pathname}?l=${list}`);
    }
  }
}, true);

document.querySelector('[data-adopt]').addEventListener('click', () => {
  isForeign = false;
  notice('other', false);
  store();
});

// Another tab changed the list: show the same here. Names alone change in place.
addEventListener('storage', event => {
  const { list, labels } = event.key === key ? parse(event.newValue) : { list: null };
  if (list === code() && !isForeign) {
    setNames(labels);
  } else if (list !== null && !isForeign) {
    location.replace(`${location.pathname}?l=${list}${location.hash}`);
  }
});
