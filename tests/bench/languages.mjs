// Content folders with a number of languages: those of the site, or more of them.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { root } from './site.mjs';

// Other languages of the European Union.
const additional = ['bg', 'cs', 'da', 'et', 'fi', 'ga', 'hr', 'hu', 'lt', 'lv', 'mt', 'sk', 'sl', 'sv'];
const folder = mkdtempSync(`${tmpdir()}/languages-`);
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// The content folder with so many languages. The site's own come first; each further one is a copy of one of these, in turn,
// under another code: as many files as a translation has, and the culture and the plural forms of the copied language.
export function contentIn(count) {
  const content = `${folder}/${count}`;
  cpSync(`${root}content`, content, { recursive: true });
  const list = readFileSync(`${content}/languages.yml`, 'utf8');
  const own = /^languages: \[(.*)\]/m.exec(list)[1].split(', ');
  const codes = [...own, ...additional].slice(0, count);
  codes.slice(own.length).forEach((code, index) => copy(`${content}/${own[index % own.length]}`, `${content}/${code}`));
  own.slice(count).forEach(code => rmSync(`${content}/${code}`, { recursive: true }));
  writeFileSync(`${content}/languages.yml`, list.replace(/^languages: .*$/m, `languages: [${codes.join(', ')}]`));
  return content;
}

function copy(from, to) {
  cpSync(from, to, { recursive: true });
  // A page has one original.
  for (const file of readdirSync(to, { recursive: true }).filter(file => file.endsWith('.md'))) {
    writeFileSync(`${to}/${file}`, readFileSync(`${to}/${file}`, 'utf8').replace(/^(original|only): .*\n/gm, ''));
  }
}
