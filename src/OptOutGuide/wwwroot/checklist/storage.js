// What the browser keeps of a list, and the text form of its operations. Pure functions: tests/scripts has their tests.

export const maxCharacters = 4000;
const maxLabel = 40;
const progress = '(?:s(?:\\d{6})?(?:[cr](?:\\d{6})?)?)?';
const group = `(?:C[A-Z]{2}|[LNU](?:[fit]${progress})*|R(?:[wn]${progress})+)`;
const listForm = new RegExp(`^1(?:\\.(?:${group}(?:-${group})*)?)+$`);

// Reads {"version":1,"list":"1.Lf","labels":["Maman"]}. Never throws: `fault` says "newer" or "unreadable".
export function parse(raw) {
  if (raw === null) {
    return { list: null, labels: [], fault: null };
  }
  try {
    const { version, list, labels } = JSON.parse(raw);
    if (version === 1 && isList(list)) {
      return { list, labels: Array.isArray(labels) ? labels.map(cleanLabel) : [], fault: null };
    }
    return { list: null, labels: [], fault: version > 1 ? 'newer' : 'unreadable' };
  } catch {
    return { list: null, labels: [], fault: 'unreadable' };
  }
}

export function isList(text) {
  return typeof text === 'string' && text.length <= maxCharacters && listForm.test(text);
}

export function serialize(list, labels) {
  return JSON.stringify(labels.some(Boolean) ? { version: 1, list, labels } : { version: 1, list });
}

// A name that a heading can hold; null for none.
export function cleanLabel(label) {
  const characters = [...(typeof label === 'string' ? label : '')].filter(character => !/[\p{Cc}\p{Cs}]/u.test(character));
  return characters.slice(0, maxLabel).join('').trim() || null;
}

// The people's names once operations were applied: removing somebody moves the names behind.
// The operations name people by their positions before the first of them.
export function labelsAfter(labels, operations) {
  const removed = operations.map(operation => /^remove\.(\d+)$/.exec(operation)?.[1]).filter(Boolean).map(Number);
  return operations.includes('clear') ? [] : labels.filter((_, index) => !removed.includes(index));
}

// The operation of a button with the inputs that it wants: "sent.0-1-0.on", "country.0" and "start.0".
export function complete(operation, fields) {
  const [verb, part, rest] = operation.split('.');
  if (rest === 'on') {
    return `${verb}.${part}.${(fields.get('on') ?? '').replaceAll('-', '').slice(2)}`;
  }
  if (verb === 'country' && rest === undefined) {
    return `${verb}.${part}.${fields.get('country') ?? ''}`;
  }
  if (verb === 'start' && rest === undefined) {
    return `${verb}.${part}.${fields.get('linked') ?? 'unsure'}.${fields.getAll('have').join('')}`;
  }
  return operation;
}

// The value of a control with its part renamed, from a position to an id or back; null where the part has no other name.
export function renamePart(name, value, rename) {
  if (name === 'who') {
    return rename(value);
  }
  const parts = value.split('.');
  if (parts.length === 1) {
    return value;
  }
  const renamed = rename(parts[1]);
  return renamed === null ? null : [parts[0], renamed, ...parts.slice(2)].join('.');
}
