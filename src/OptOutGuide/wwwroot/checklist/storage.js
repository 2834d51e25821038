// The stored form of a list, and the text form of its operations. Pure functions, tested in tests/scripts.

const [maxCharacters, maxLabel] = [4000, 40];
// The letter of any service: which there are, and of which kind, only the server knows. `c`, `r` and `s` belong to its progress.
const service = '[abd-qt-z]';
const progress = '(?:s(?:\\d{6})?(?:[cr](?:\\d{6})?)?)?';
const group = `(?:C[A-Z]{2}|[LNU](?:${service}${progress})*|R(?:${service}${progress})+)`;
const listForm = new RegExp(`^1(?:\\.(?:-|${group}(?:-${group})*)?)+$`);
const part = /(?<=^|\.)\d+(?:-(?:r|\d+))*(?=\.|$)/;

// Reads {"version":1,"list":"1.Lf","labels":["Maman"]}. Never throws: `error` says "newer" or "unreadable".
export function parse(raw) {
  const nothing = error => ({ list: null, labels: [], error });
  if (raw === null) return nothing(null);
  try {
    const { version, list, labels } = JSON.parse(raw);
    const isList = version === 1 && typeof list === 'string' && list.length <= maxCharacters && listForm.test(list);
    if (!isList) return nothing(version > 1 ? 'newer' : 'unreadable');
    // Before an empty last person was written as a hyphen, the list ended in a dot.
    return { list: list.replace(/(\..*)\.$/, '$1.-'), labels: Array.isArray(labels) ? labels.map(cleanLabel) : [], error: null };
  } catch {
    return nothing('unreadable');
  }
}

export const serialize = (list, labels) =>
  JSON.stringify({ version: 1, list, labels: labels.some(Boolean) ? labels : undefined });

// A name that a heading can hold; null for none.
export function cleanLabel(label) {
  const characters = [...(typeof label === 'string' ? label : '')].filter(character => !/[\p{Cc}\p{Cs}]/u.test(character));
  return characters.slice(0, maxLabel).join('').trim() || null;
}

// The names after the operations, which refer to people by their positions before the first operation.
export const labelsAfter = (labels, operations) =>
  operations.includes('clear') ? [] : labels.filter((_, index) => !operations.includes(`remove.${index}`));

// The operation of a button, completed by its inputs: "sent.0-1-0.on", "country.0" and "start.0".
export function complete(operation, fields) {
  return operation
    .replace(/\.on$/, () => `.${fields.get('on').replaceAll('-', '').slice(2)}`)
    .replace(/^country\.\d+$/, text => `${text}.${fields.get('country')}`)
    .replace(/^start\.\d+$/, text => `${text}.${fields.get('linked')}.${fields.getAll('have').join('')}`);
}

// The part of the list that a control's value names: "0-1-0" in "sent.0-1-0"; null where it names none.
export const partOf = value => part.exec(value)?.[0] ?? null;

export const withPart = (value, name) => value.replace(part, name);
