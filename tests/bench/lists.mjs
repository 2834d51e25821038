// Lists as in addresses, from a single account to the fullest.

// Sent and not answered, which renders the longest text for each account.
const dated = `s${new Date().toISOString().slice(2, 10).replaceAll('-', '')}`;
const accounts = count => `U${`i${dated}`.repeat(count)}`;

export const small = '1.Lf';
export const family = '1.CFR-Lfs250522c250523it-Rws250522.Nfi-Rn.Uffs250522c250523.Lfi.Lfs250522it-Rw';
// One person who has as much as one may have, and nineteen more: 200 accounts and requests.
export const fullest = `1.${Array(9).fill(accounts(9)).join('-')}-Rw${dated}n${dated}${`.${accounts(6)}`.repeat(18)}.${accounts(9)}`;
