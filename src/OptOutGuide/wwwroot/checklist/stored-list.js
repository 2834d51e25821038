// The list that this browser stores: read on arriving, written after each change, with the people's names.

import { cleanLabel, labelsAfter, parse, serialize } from './storage.js';
import { deleteOfflineList, storeOfflineList } from './offline-list.js';

const [key, pendingKey] = ['optoutguide.list', 'optoutguide.pending'];
const [tokenKey, tabKey, calendarKey] = ['optoutguide.own', 'optoutguide.own-tab', 'optoutguide.calendar'];
const [emptyList, maxFileBytes] = ['1.', 100_000];
const board = document.querySelector('[data-board]');
const names = new Map();
// `isForeign`: the page shows a list from elsewhere, and this browser stores another one. `mustSetAside`: it stores a list that
// this page was not made from. `token`: of the page that is being loaded. `parts`: ids of the people as last stored or shown;
// `before`: the stored list and those ids before the last change. `fileInput` may leave the page while its dialog is open, and must
// not be collected then.
let [isForeign, mustSetAside, token, parts, before, fileInput] = [false, false, null, [], null, null];

const safely = action => { try { return action(); } catch { return null; } };
const get = (area, name) => safely(() => globalThis[area].getItem(name));
const put = (area, name, value) => safely(() => globalThis[area].setItem(name, value) ?? true);
const remove = (area, name) => safely(() => globalThis[area].removeItem(name));
const notice = (name, isShown) => document.querySelector(`[data-notice="${name}"]`)?.toggleAttribute('hidden', !isShown);
const people = () => [...board.querySelectorAll('[data-person]')];
const shownParts = () => people().map(person => person.dataset.part);
const namesOf = parts => parts.map(part => names.get(part) ?? null);
const stored = () => parse(get('localStorage', key));
export const code = () => board.querySelector('input[name=l]').value;
export const storeOfflineListSoon = () => storeOfflineList(() => isForeign || stored().list !== code() ? null : code());

export function store(list = code()) {
  document.querySelector('[data-adopt]').hidden = false;
  if (isForeign) return;
  deleteOfflineList();
  const old = stored();
  if (mustSetAside || old.error !== null) setAside();
  if (old.list !== list) before = { list: old.list, parts };
  parts = shownParts();
  if (list === emptyList) remove('localStorage', calendarKey);
  const isStored = put('localStorage', key, serialize(list, namesOf(parts))) !== null;
  // An answer that came after all, while its click loads the next page.
  if (token) put('sessionStorage', tokenKey, `${token} ${list}`);
  notice('refused', !isStored);
  if (isStored) dropListFromLinks();
  put('sessionStorage', tabKey, '1');
  storeOfflineListSoon();
}

// Copies what is stored to a key of its own, before another list replaces it.
function setAside() {
  put('localStorage', `${key}.aside.${Date.now()}`, get('localStorage', key));
  mustSetAside = false;
}

// Removes a list that is stored from the links of header and footer: an old copy must not replace it. Links to other languages
// keep it, since they lead to the same page and person.
function dropListFromLinks() {
  document.querySelectorAll('.site-header a:not([data-language]), .site-footer a').forEach(link => {
    const address = new URL(link.href);
    ['l', 'who'].forEach(field => address.searchParams.delete(field));
    link.href = address.pathname + address.search + address.hash;
  });
}

// Stores operations that the server has not applied yet, with the names after them, for the next visit to this list.
export function keepPending(list, operations) {
  if (isForeign) return;
  const labels = labelsAfter(namesOf(shownParts()), operations);
  remove('localStorage', pendingKey);
  if (operations.length > 0) put('localStorage', pendingKey, JSON.stringify({ list, operations, labels }));
}

// Gives the people of the list before the last change their names back, on the page that a following `go` loads.
export function restoreNames(list) {
  if (isForeign || before?.list !== list) return;
  put('localStorage', pendingKey, JSON.stringify({ list, operations: [], labels: namesOf(before.parts) }));
}

// Loads the page with a query. A one-time token marks the address as the visitor's own, made from the list `base`. False if it
// has none, or none could be stored.
export function go(query, hash = '', base = code()) {
  token = isForeign ? null : crypto.getRandomValues(new Uint32Array(2)).join('');
  const isMarked = token !== null && put('sessionStorage', tokenKey, `${token} ${base}`) !== null;
  if (isMarked) query.set('own', token);
  location.replace(`${location.pathname}?${new URLSearchParams([...query].filter(([, value]) => value !== ''))}${hash}`);
  return isMarked;
}

// The list of an address is stored if it is this visitor's own: by the token, or because no other list is stored.
export function arrive() {
  const query = new URLSearchParams(location.search);
  const [{ shown }, { list, labels, error }] = [board.dataset, stored()];
  if (board.dataset.here !== undefined) return actHere(query, list);
  // `base`: the list that the visitor's own click was made on.
  const base = takeToken(query);
  const isOwn = base !== null;
  // An empty list in an address, such as an old bookmark's, replaces no stored one.
  const given = withoutLength(query.get('l'));
  const asked = shown === emptyList && !isOwn && !query.has('wrong') ? null : given;
  const pending = takePending(isOwn, asked, list ?? emptyList);
  const isUnreadable = list !== null && asked === list && shown === undefined;
  mustSetAside = isUnreadable || (isOwn && ![null, emptyList, shown, base].includes(list));
  if (pending && !isOwn) {
    pending.operations.forEach(operation => query.append('do', operation));
    query.set('l', pending.list);
    if (!go(query, '', pending.list)) remove('localStorage', pendingKey);
  } else if (asked === null && list !== null && ![shown, given].includes(list)) {
    location.replace(`${location.pathname}?l=${list}${location.hash}`);
  } else {
    const isAnother = ![null, asked, shown].includes(list) && (shown !== undefined || list !== emptyList);
    isForeign = asked !== null && !isOwn && isAnother;
    notice('other', isForeign);
    document.querySelector('[data-adopt]').hidden = shown === undefined;
    notice('cleared', list === null && error === null && get('sessionStorage', tabKey) !== null);
    document.querySelector('[data-open-stored]').search = `?l=${list}`;
    const typed = typedEarly();
    setNames(isForeign ? [] : pending?.labels ?? labels);
    const isStillEmpty = base === emptyList && shown === emptyList;
    if (asked !== null && !isStillEmpty && ![undefined, list].includes(shown)) store(shown);
    notice(isUnreadable ? board.dataset.error ?? 'unreadable' : error, true);
    typed.forEach(([input, value]) => {
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
}

// An address that was kept says how long its list is: 1-5.LfRw.
function withoutLength(list) {
  const [, length, rest] = /^1-(\d+)(.*)$/.exec(list) ?? [];
  return Number(length) === rest?.length ? `1${rest}` : list;
}

// Names typed before this script ran, as on a slow line.
function typedEarly() {
  return [...document.querySelectorAll('[data-label-input]')].filter(input => input.value !== input.defaultValue).map(input => [input, input.value]);
}

// Distinguishes this list's reminders from other people's in a calendar; created with the first calendar.
function calendarId() {
  const id = get('localStorage', calendarKey) ?? crypto.getRandomValues(new Uint32Array(4)).join('');
  put('localStorage', calendarKey, id);
  return id;
}

addEventListener('click', ({ target }) => {
  const link = target.closest?.('[data-calendar]');
  if (link) link.search = new URLSearchParams({ l: code(), id: calendarId() });
}, true);

// Applies the operation of an address with "here" to the stored list, or to that of the address where none is stored.
function actHere(query, list) {
  const base = [null, emptyList].includes(list) ? query.get('l') ?? list : list;
  const operations = [...takePending(false, base, base ?? emptyList)?.operations ?? [], board.dataset.here].filter(Boolean);
  query.delete('here');
  query.set('l', base ?? '');
  operations.forEach(operation => query.append('do', operation));
  go(query, '', base ?? emptyList);
}

// The list that the page with this token was made from; null where the address has none, or not this tab's.
function takeToken(query) {
  const own = query.get('own');
  const [expected, base] = get('sessionStorage', tokenKey)?.split(' ') ?? [];
  remove('sessionStorage', tokenKey);
  query.delete('own');
  if (own !== null) history.replaceState(history.state, '', `${location.pathname}?${query}${location.hash}`);
  return own !== null && own === expected ? base : null;
}

// Operations that this address has applied, or that never reached the server. Those for another list stay stored.
function takePending(isOwn, asked, list) {
  const pending = safely(() => JSON.parse(get('localStorage', pendingKey)));
  const isWaiting = !isOwn && pending?.list === list;
  if (!isWaiting) remove('localStorage', pendingKey);
  return isOwn || (isWaiting && [null, list].includes(asked)) ? pending : null;
}

function setNames(labels) {
  parts = shownParts();
  parts.forEach((part, index) => names.set(part, labels[index] ?? null));
  fillNames();
}

export function fillNames() {
  for (const person of people()) {
    const name = names.get(person.dataset.part) ?? '';
    const [heading, input] = [person.querySelector('[data-label]'), person.querySelector('[data-label-input]')];
    if (heading && heading.textContent !== name) heading.textContent = name;
    if (input && input !== document.activeElement) input.value = name;
  }
}

// The circuit may render another input while the visitor chooses a file; the old one's change does not reach the window.
addEventListener('click', ({ target }) => {
  if (target.id !== 'page-import') return;
  fileInput = target;
  target.onchange = () => target.isConnected || openFile(target.files);
}, true);

async function openFile([file]) {
  const input = document.getElementById('page-import');
  const { list } = parse(file?.size < maxFileBytes ? await file.text() : null);
  input.setAttribute('aria-invalid', list === null);
  input.setAttribute('aria-describedby', list === null ? 'page-import-wrong' : '');
  document.querySelector('#page-import-wrong').hidden = list !== null;
  if (list === null) return;
  isForeign = false;
  names.clear();
  store(list);
  location.replace(`${location.pathname}?l=${list}`);
}

addEventListener('change', ({ target }) => {
  if (target.id === 'page-import') openFile(target.files);
  if (!target.matches('[data-label-input]')) return;
  names.set(target.closest('[data-person]').dataset.part, cleanLabel(target.value));
  fillNames();
  store();
}, true);

document.querySelector('[data-adopt]').addEventListener('click', () => {
  isForeign = false;
  notice('other', false);
  store();
});

// Another tab changed the list: show the same here. Names alone change in place.
addEventListener('storage', ({ key: changed, newValue }) => {
  const { list, labels } = parse(changed === key ? newValue : null);
  if (list === null || isForeign) return;
  list === code() ? setNames(labels) : location.replace(`${location.pathname}?l=${list}${location.hash}`);
});
