// The list that this browser stores: read on arriving, written after each change, with the people's names.

import { cleanLabel, labelsAfter, parse, serialize } from './storage.js';
import { forgetDrawing, keepDrawing } from './offline-list.js';

const [key, pendingKey] = ['optoutguide.list', 'optoutguide.pending'];
const [tokenKey, tabKey] = ['optoutguide.own', 'optoutguide.own-tab'];
const emptyList = '1.';
const maxFileBytes = 100_000;
const board = document.querySelector('[data-board]');
const names = new Map();
// The page shows a list from elsewhere, and this browser stores another one.
let isForeign = false;

const safely = action => { try { return action(); } catch { return null; } };
const get = (area, name) => safely(() => globalThis[area].getItem(name));
const put = (area, name, value) => safely(() => globalThis[area].setItem(name, value) ?? true);
const remove = (area, name) => safely(() => globalThis[area].removeItem(name));
const people = () => [...board.querySelectorAll('[data-person]')];
const shownNames = () => people().map(person => names.get(person.dataset.part) ?? null);
const storedList = () => parse(get('localStorage', key)).list;
export const code = () => board.querySelector('input[name=l]').value;
export const keepDrawingSoon = () => keepDrawing(() => isForeign || storedList() !== code() ? null : code());

export function store(list = code()) {
  if (!isForeign) {
    forgetDrawing();
    setAside(parse(get('localStorage', key)).fault !== null);
    notice('refused', put('localStorage', key, serialize(list, shownNames())) === null);
    put('sessionStorage', tabKey, '1');
    keepDrawingSoon();
  }
}

// Operations that the server has yet to apply, for the next visit to this list, and the names that then belong to it.
export function keepPending(list, operations, labels = labelsAfter(shownNames(), operations)) {
  if (!isForeign) {
    remove('localStorage', pendingKey);
    operations.length > 0 && put('localStorage', pendingKey, JSON.stringify({ list, operations, labels }));
  }
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
  const [asked, own, { shown }] = [query.get('l'), query.get('own'), board.dataset];
  const stored = parse(get('localStorage', key));
  const pending = safely(() => JSON.parse(get('localStorage', pendingKey)));
  const isOwn = own !== null && own === get('sessionStorage', tokenKey);
  // On the way to somebody else's list, what is pending goes on waiting for this browser's.
  const isWaiting = !isOwn && pending !== null && pending.list === (stored.list ?? emptyList);
  const isHere = [null, stored.list ?? emptyList].includes(asked);
  if (!isWaiting || isHere) {
    remove('localStorage', pendingKey);
  }
  remove('sessionStorage', tokenKey);
  if (own !== null) {
    query.delete('own');
    history.replaceState(history.state, '', `${location.pathname}?${query}${location.hash}`);
  }
  if (stored.list !== null && asked === stored.list && shown === undefined) {
    // The server cannot read it.
    Object.assign(stored, { list: null, fault: 'unreadable' });
    setAside(true);
  }
  if (isWaiting && isHere) {
    replay(pending);
  } else if (asked === null && stored.list !== null && stored.list !== shown) {
    location.replace(`${location.pathname}?l=${stored.list}${location.hash}`);
  } else {
    judge(asked !== null, shown, stored, isOwn, isOwn && pending ? pending.labels : stored.labels);
  }
}

function judge(isAsked, shown, { list, fault }, isOwn, labels) {
  isForeign = isAsked && !isOwn && shown !== undefined && list !== null && list !== shown;
  notice(fault, true);
  notice('other', isForeign);
  notice('cleared', list === null && fault === null && get('sessionStorage', tabKey) !== null);
  document.querySelector('[data-open-stored]').search = `?l=${list}`;
  setNames(isForeign ? [] : labels);
  if (isAsked && shown !== undefined && shown !== list) {
    store(shown);
  }
}

function setAside(isFaulty) {
  const raw = get('localStorage', key);
  if (isFaulty && put('localStorage', `${key}.aside.${Date.now()}`, raw)) {
    remove('localStorage', key);
  }
}

function setNames(labels) {
  people().forEach((person, index) => names.set(person.dataset.part, labels[index] ?? null));
  fillNames();
}

export function fillNames() {
  for (const person of people()) {
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

function notice(name, isShown) {
  document.querySelector(`[data-notice="${name}"]`)?.toggleAttribute('hidden', !isShown);
}

async function openFile(input) {
  const [file] = input.files;
  const { list } = parse(file?.size < maxFileBytes ? await file.text() : null);
  input.setAttribute('aria-invalid', list === null);
  input.setAttribute('aria-describedby', list === null ? 'page-import-wrong' : '');
  document.querySelector('#page-import-wrong').hidden = list !== null;
  if (list !== null) {
    isForeign = false;
    names.clear();
    store(list);
    location.replace(`${location.pathname}?l=${list}`);
  }
}

addEventListener('change', ({ target }) => {
  if (target.id === 'page-import') {
    openFile(target);
  } else if (target.matches('[data-label-input]')) {
    names.set(target.closest('[data-person]').dataset.part, cleanLabel(target.value));
    fillNames();
    store();
  }
}, true);

document.querySelector('[data-adopt]').addEventListener('click', () => {
  isForeign = false;
  notice('other', false);
  store();
});

// Another tab changed the list: show the same here. Names alone change in place.
addEventListener('storage', ({ key: changed, newValue }) => {
  const { list, labels } = parse(changed === key ? newValue : null);
  if (list !== null && !isForeign) {
    list === code() ? setNames(labels) : location.replace(`${location.pathname}?l=${list}${location.hash}`);
  }
});
