// Lighthouse on a page of each kind in each language, phone preset: node lighthouse.mjs http://127.0.0.1:5080
// Exits 1 where a score is below 100. See docs/quality.md.
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const paths = {
  fr: ['/fr/', '/fr/guides/facebook', '/fr/ma-liste', '/fr/questions', '/fr/comprendre'],
  en: ['/en/', '/en/guides/facebook', '/en/my-list', '/en/questions', '/en/understand'],
};
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const address = process.argv[2];

const chrome = await launch({
  chromePath: '/usr/bin/chromium',
  chromeFlags: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let isPerfect = true;
console.log(`| page | ${categories.join(' | ')} | LCP | CLS |`);
console.log(`|---|${'---:|'.repeat(categories.length + 2)}`);
for (const path of Object.values(paths).flat()) {
  const { lhr } = await lighthouse(address + path, { port: chrome.port, logLevel: 'error', onlyCategories: categories });
  const scores = categories.map(category => Math.round(lhr.categories[category].score * 100));
  isPerfect &&= scores.every(score => score === 100);
  console.log(`| ${path} | ${scores.join(' | ')} | ${lhr.audits['largest-contentful-paint'].displayValue} | ${lhr.audits['cumulative-layout-shift'].displayValue} |`);
  for (const audit of Object.values(lhr.audits).filter(audit => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode === 'binary')) {
    console.error(`${path}: ${audit.id}: ${audit.title}`);
  }
}
await chrome.kill();
process.exit(isPerfect ? 0 : 1);
