// The list's storage and operations as the page's script reads and writes them: node --test tests/scripts/

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanLabel, complete, labelsAfter, parse, partOf, serialize, withPart } from '../../src/OptOutGuide/wwwroot/checklist/storage.js';

const stored = (list, more = {}) => JSON.stringify({ version: 1, list, ...more });

test('a stored list is read with the names of its people', () => {
  assert.deepEqual(parse(stored('1.Lf.Rw', { labels: [null, 'Maman'] })), { list: '1.Lf.Rw', labels: [null, 'Maman'], error: null });
});

test('nothing stored is no list and no error', () => {
  assert.deepEqual(parse(null), { list: null, labels: [], error: null });
});

for (const list of ['1.', '1..-', '1.Lf.-', '1.Lfs250522c250523it-Rw', '1.Nfs250501r250531-Uis-U..L-Rns250501wsr', '1.CFR-Ufscis250522ctsc250523', '1.CFR', '1.Ul-Rz', '1.Lw-Rf']) {
  test(`a list of any published form is read: ${list}`, () => {
    assert.equal(parse(stored(list)).list, list);
  });
}

test('the last dot of an older list is a person of whom nothing is noted, and keeps their name', () => {
  assert.deepEqual(parse(stored('1.Lf.', { labels: ['A', 'B'] })), { list: '1.Lf.-', labels: ['A', 'B'], error: null });
  assert.equal(parse(stored('1..')).list, '1..-');
});

for (const raw of [
  '', 'null', '1', '[]', '"1.Lf"', '{', '{}', '{"version":1}', stored(''), stored('1'), stored('0.Lf'), stored('1.lf'), stored('1.Xf'),
  stored('1.Ls'), stored('1.Rc'), stored('1.R'), stored('1.Lfc250522'), stored('1.Lfs25052'), stored('1.Lf&do=clear'), stored('1.Lf#x'),
  stored('1.Lf\n'), stored('1.<script>'), stored(['1.Lf']), stored({}), stored(1), stored(`1.U${'f'.repeat(4000)}`),
  ' ', 'true', '\0\u0001\uffff', '<i9x onclick=alert(1)>', stored('1.<i9x onclick=alert(1)>'), stored('1.Lf"><i9x>'), stored('1.zzz'),
  stored('1.Lf '), stored(' 1.Lf'), stored('1.Lf-'), stored('1.-Lf'), stored('1.CF'), stored('1.Cfr'), stored('1.Lf', { version: null }),
  stored(`1.${'L'.repeat(100_000)}`), stored({ toString: '1.Lf' }), '{"__proto__":{"version":1,"list":"1.Lf"}}',
  '['.repeat(50_000), '{"a":'.repeat(20_000), '\u0001'.repeat(1_000_000),
  '{"version":"1","list":"1.Lf"}', '{"version":0,"list":"1.Lf"}', '\ud800', '{"version":1,"list":"1.Lf"', `1${'['.repeat(10_000)}`,
]) {
  test(`what is no list is unreadable: ${raw.slice(0, 40)}`, () => {
    assert.deepEqual(parse(raw), { list: null, labels: [], error: 'unreadable' });
  });
}

for (const raw of ['{"version":2,"list":"2.Zz"}', '{"version":99,"list":"1.Lf"}', '{"version":1e400,"list":"1.Lf"}', '{"version":2}']) {
  test(`a list of a later version is told apart: ${raw}`, () => {
    assert.deepEqual(parse(raw), { list: null, labels: [], error: 'newer' });
  });
}

test('a list as long as an address can hold is read, and a longer one is not', () => {
  assert.equal(parse(stored(`1.U${'f'.repeat(3997)}`)).list?.length, 4000);
  assert.equal(parse(stored(`1.U${'f'.repeat(3998)}`)).list, null);
});

for (const labels of ['Maman', 7, { 0: 'Maman' }, { length: 1 }, null, [1, {}, ['x']], [[['x']]]]) {
  test(`names of another form are no names, and the list stays: ${JSON.stringify(labels)}`, () => {
    const { list, labels: read } = parse(stored('1.Lf', { labels }));
    assert.equal(list, '1.Lf');
    assert.ok(read.every(label => label === null));
  });
}

test('what is written is read again, without names where there are none', () => {
  assert.deepEqual(parse(serialize('1.Lf.Rw', [null, 'Papa'])).labels, [null, 'Papa']);
  assert.equal(serialize('1.Lf.Rw', [null, null]), stored('1.Lf.Rw'));
});

test('a name loses control characters, halves of characters and what a heading cannot hold', () => {
  assert.equal(cleanLabel(' Ma\u0000man\n'), 'Maman');
  assert.equal(cleanLabel('\ud83d'), null);
  assert.equal(cleanLabel('😀'.repeat(50)), '😀'.repeat(40));
  assert.equal(cleanLabel('   '), null);
  assert.equal(cleanLabel(undefined), null);
  assert.equal(cleanLabel('\u202eabc\u0000\ud83d'), '\u202eabc');
  assert.equal(cleanLabel('"><i9x>{{7*7}}${7*7}'), '"><i9x>{{7*7}}${7*7}');
  assert.equal(cleanLabel('a'.repeat(200_000)), 'a'.repeat(40));
});

test('names move up when somebody is removed, and go when the list is emptied', () => {
  assert.deepEqual(labelsAfter(['A', 'B', 'C'], ['remove.0', 'sent.1-0-0']), ['B', 'C']);
  assert.deepEqual(labelsAfter(['A', 'B', 'C'], ['remove.2', 'remove.0']), ['B']);
  assert.deepEqual(labelsAfter(['A', 'B'], ['remove.0-0', 'remove.1-r-0', 'person']), ['A', 'B']);
  assert.deepEqual(labelsAfter(['A', 'B'], ['clear']), []);
});

test('an operation takes the inputs that it wants', () => {
  const fields = new FormData();
  [['on', '2025-11-22'], ['country', 'FR'], ['linked', 'linked'], ['have', 'f'], ['have', 'w']].forEach(([name, value]) => fields.append(name, value));
  assert.equal(complete('sent.0-1-0.on', fields), 'sent.0-1-0.251122');
  assert.equal(complete('country.0', fields), 'country.0.FR');
  assert.equal(complete('start.1', fields), 'start.1.linked.fw');
  assert.equal(complete('sent.0-1-0', fields), 'sent.0-1-0');
  assert.equal(complete('person', fields), 'person');
});

test('an operation whose input is empty keeps its form, for the server to refuse', () => {
  const fields = new FormData();
  [['on', ''], ['country', ''], ['linked', 'unsure']].forEach(([name, value]) => fields.append(name, value));
  assert.equal(complete('confirmed.0-r-0.on', fields), 'confirmed.0-r-0.');
  assert.equal(complete('country.2', fields), 'country.2.');
  assert.equal(complete('start.0', fields), 'start.0.unsure.');
});

test('what somebody chose is put in as it is', () => {
  const fields = new FormData();
  fields.append('country', '$&$1');
  assert.equal(complete('country.0', fields), 'country.0.$&$1');
});

test('a control names one part of the list, which can be given another name', () => {
  assert.equal(partOf('sent.0-1-0'), '0-1-0');
  assert.equal(partOf('account.0-1.facebook'), '0-1');
  assert.equal(partOf('remove.0-r-1'), '0-r-1');
  assert.equal(partOf('1'), '1');
  assert.equal(partOf('person'), null);
  assert.equal(withPart('sent.0-1-0.251122', '3-2-1'), 'sent.3-2-1.251122');
  assert.equal(withPart('person', '3'), 'person');
});
