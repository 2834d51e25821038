// Validates every page of the published site against the HTML standard and html-validate's recommended rules: those of the
// site map, all that links lead to, lists and answers in the address included, and the page for an address that leads
// nowhere. In French, English and German; SAMPLE=all validates every language.
//
//     bash tests/markup.sh
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { startSite, stop } from './bench/site.mjs';

const starts = ['/fr/', '/en/', '/fr/nulle-part', '/fr/ma-liste?l=1.Lfs250522c250523it-Uff-Rws250522nsr250523.Lf', '/fr/ma-liste?l=broken',
  '/en/plan?where=FR&have=facebook&have=instagram&linked=unsure&login=no&for=several', '/en/workshop?n=3', '/en/workshop/print?n=2&place=A+%26+B&contact=1'];
// Following the links of lists would never end; the states above represent them.
const mostQueries = 40;

const html = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:recommended'],
  rules: {
    // How it is written, not what it says: Blazor writes <br />, and its templates leave blanks at the ends of lines.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    // HTML asks of an id only that it holds no blank; anchors such as #2024 are shared and never change.
    'valid-id': ['error', { relaxed: true }],
    // Titles end with the site's name; where a search engine cuts them the page's own words are still whole.
    'long-title': 'off',
    // A list may have a name of its own.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A rule of the linter's own: HTML lets checkboxes, and hidden fields with the buttons that change them, share a name.
    'form-dup-name': 'off',
    // A button of a form submits it by default: the list's have no type, for the memory of an open list (ChecklistBoard.razor).
    'no-implicit-button-type': 'off',
  },
}));

const { address: base, child } = await startSite();
const isSampled = path => process.env.SAMPLE === 'all' || !/^\/[a-z]{2}\//.test(path) || /^\/(fr|en|de)\//.test(path);
const seen = new Set(starts);
let problems = 0;
let pages = 0;
try {
  for (const [, page] of (await (await fetch(`${base}/sitemap.xml`)).text()).matchAll(/<loc>([^<]+)/g)) {
    seen.add(new URL(page).pathname);
  }
  // A set keeps what is added while it is walked.
  for (const path of seen) {
    if (!isSampled(path)) {
      continue;
    }
    const response = await fetch(base + path);
    if (!response.headers.get('content-type')?.startsWith('text/html')) {
      continue;
    }
    pages++;
    // Blazor marks so, on a page whose circuit has not started, where a click is the circuit's; it names no other way.
    const source = (await response.text()).replaceAll(/ __internal_preventDefault_on\w+/g, '');
    const report = await html.validateString(source, path);
    for (const { ruleId, message, line, column } of report.results.flatMap(result => result.messages)) {
      problems++;
      console.log(`${path}:${line}:${column}: ${ruleId}: ${message}`);
    }
    for (const [, link] of source.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const target = link.replaceAll('&amp;', '&').replaceAll('&#x2B;', '+');
      if (!target.includes('?') || [...seen].filter(known => known.includes('?')).length < mostQueries) {
        seen.add(target);
      }
    }
  }
} finally {
  await stop(child);
}
console.log(`${pages} pages, ${problems} problems`);
process.exitCode = problems > 0 ? 1 : 0;
