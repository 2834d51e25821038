// What the published site takes on paper: pages, smallest type and weight of each kind of sheet and of guides that the
// browser prints. Prints the table of docs/quality.md.
//
//     node tests/paper.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startSite } from './bench/site.mjs';

const guides = { fr: ['facebook', 'instagram', 'whatsapp', 'sans-compte'], en: ['facebook', 'instagram', 'whatsapp', 'no-account'] };
const twelve = 'n=12&date=2026-12-05&time=14:00&place=M%C3%A9diath%C3%A8que+de+Lyon&contact=04+00+00+00+00&guide=facebook&guide=instagram';
const papers = [
  ['workshop, twelve people, Facebook and Instagram', `/fr/atelier/imprimer?${twelve}`],
  ['the same in English', `/en/workshop/print?${twelve}`],
  ...guides.fr.map(guide => ['easy sheet', `/fr/guides/${guide}/facile/imprimer`]),
  ...guides.en.map(guide => ['easy sheet', `/en/guides/${guide}/easy/print`]),
  ...guides.fr.map(guide => ['guide sheet', `/fr/guides/${guide}/imprimer`]),
  ...guides.en.map(guide => ['guide sheet', `/en/guides/${guide}/print`]),
  ['the same with its sources', '/fr/guides/facebook/imprimer?sources=yes'],
  ['poster', '/fr/affiche'],
  ['list', '/fr/ma-liste/imprimer?l=1.Lfs250522c250523it-Uf-Rw'],
  ...guides.fr.map(guide => ['guide, printed by the browser', `/fr/guides/${guide}`]),
  ...guides.en.map(guide => ['guide, printed by the browser', `/en/guides/${guide}`]),
];
// The greatest that pdftohtml takes, for the finest sizes.
const zoom = 3;

const { address } = await startSite();
const folder = mkdtempSync(join(tmpdir(), 'paper-'));
const file = join(folder, 'paper.pdf');
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  console.log('| what | address | pages | smallest type | HTML |\n|---|---|---:|---:|---:|');
  for (const [what, path] of papers) {
    const html = await (await page.goto(address + path)).body();
    await page.pdf({ path: file, preferCSSPageSize: true });
    const pages = execFileSync('pdfinfo', [file], { encoding: 'utf8' }).match(/^Pages: +(\d+)/m)[1];
    console.log(`| ${what} | \`${path.split('?')[0]}\` | ${pages} | ${smallest(file).toFixed(1)} pt | ${Math.round(html.length / 1000)} kB |`);
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
process.exit(0);

function smallest(pdf) {
  const layout = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', zoom, pdf], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return Math.min(...[...layout.matchAll(/<fontspec id="\d+" size="(\d+)"/g)].map(([, size]) => size / zoom));
}
