// Lighthouse on five pages, in French and in English, phone preset, on the published site or on the one at an address:
//
//     node tests/lighthouse.mjs [--without-timings] [http://127.0.0.1:5080]
//
// Each score is the median of three runs, as Lighthouse's own documentation advises: performance is a timing. Exits 1
// where one is below 100. Without timings, for machines that are slow or busy, it leaves performance out. See docs/quality.md.
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';
import { startSite } from './bench/site.mjs';

const paths = {
  fr: ['/fr/', '/fr/guides/facebook', '/fr/ma-liste', '/fr/questions', '/fr/comprendre'],
  en: ['/en/', '/en/guides/facebook', '/en/my-list', '/en/questions', '/en/understand'],
};
const { values, positionals } = parseArgs({ options: { 'without-timings': { type: 'boolean' } }, allowPositionals: true });
const hasTimings = !values['without-timings'];
const timings = hasTimings ? ['performance'] : [];
const categories = [...timings, 'accessibility', 'best-practices', 'seo'];
const runsEach = hasTimings ? 3 : 1;
const address = positionals[0] ?? (await startSite()).address;

const chrome = await launch({
  chromePath: '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const median = values => values.sort((one, other) => one - other)[Math.floor(values.length / 2)];
let isPerfect = true;
let spoiled = 0;
printRow('page', ...categories, ...(hasTimings ? ['LCP', 'CLS'] : []));
printRow('---', ...categories.map(() => '---:'), ...(hasTimings ? ['---:', '---:'] : []));
for (const path of Object.values(paths).flat()) {
  const runs = [];
  while (runs.length < runsEach) {
    const { lhr } = await lighthouse(address + path, { port: chrome.port, logLevel: 'error', onlyCategories: categories });
    if (categories.some(category => lhr.categories[category].score === null)) {
      // Now and then the browser's trace lacks its beginning, and Lighthouse asks for another run.
      console.error(`${path}: could not be measured: ${lhr.audits['first-contentful-paint'].errorMessage}`);
      if (++spoiled > 10) {
        throw new Error('Lighthouse cannot measure here.');
      }
      continue;
    }
    runs.push(lhr);
    for (const audit of Object.values(lhr.audits).filter(audit => audit.scoreDisplayMode === 'binary' && audit.score < 1)) {
      console.error(`${path}: ${audit.id}: ${audit.title}`);
    }
  }
  const of = audit => median(runs.map(run => run.audits[audit].numericValue));
  const scores = categories.map(category => median(runs.map(run => Math.round(run.categories[category].score * 100))));
  isPerfect &&= scores.every(score => score === 100);
  printRow(path, ...scores, ...(hasTimings ? [`${(of('largest-contentful-paint') / 1000).toFixed(1)} s`, of('cumulative-layout-shift').toFixed(3)] : []));
}
await chrome.kill();
process.exit(isPerfect ? 0 : 1);

function printRow(...cells) {
  console.log(`| ${cells.join(' | ')} |`);
}
