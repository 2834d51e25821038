// Draws the PNG files that the site needs from its own SVG: the share cards, and the icons from icon.svg. Run after a
// change to their texts or drawings, and commit what changed:
//
//     bash tests/node.sh && node tests/draw-pictures.mjs
//
// Needs Chromium with the fonts "Liberation", and pngquant, all from Debian's packages. Each file holds the SHA-256 of
// the SVG it was drawn from, by which a test finds a stale file and this script the files to keep.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const site = join(root, 'src/OptOutGuide');
const assets = join(site, 'wwwroot');
const keyword = 'drawn-from';

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// After the signature (8 bytes) and the header chunk (25 bytes).
const marked = (png, mark) => Buffer.concat([png.subarray(0, 33), chunk('tEXt', Buffer.from(`${keyword}\0${mark}`, 'latin1')), png.subarray(33)]);

// full: the colour to its edges, for devices that cut icons to a shape of their own.
const icon = (size, full = false) => {
  const svg = readFileSync(join(assets, 'icon.svg'), 'utf8');
  return { file: `icons/${full ? 'full' : 'icon'}-${size}.png`, svg, width: size, height: size, ground: full ? /fill="(#\w+)"/.exec(svg)[1] : 'transparent' };
};

function cards() {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  try {
    execFileSync('dotnet', ['run', '--project', site, '--', 'cards', folder], { stdio: 'inherit' });
    return readdirSync(join(folder, 'cards')).map(name => ({
      file: `cards/${name.replace('.svg', '.png')}`,
      svg: readFileSync(join(folder, 'cards', name), 'utf8'),
      width: 1200,
      height: 630,
      ground: 'white',
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function draw(page, { svg, width, height, ground }) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>body { margin: 0; background: ${ground} } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`);
  return execFileSync('pngquant', ['--speed', '1', '--quality', '70-100', '64', '-'], { input: await page.screenshot({ omitBackground: true }) });
}

const pictures = [icon(32), icon(192), icon(512), icon(180, true), icon(512, true), ...cards()];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
for (const picture of pictures) {
  const target = join(assets, picture.file);
  const mark = createHash('sha256').update(picture.svg).digest('hex');
  if (existsSync(target) && readFileSync(target).includes(mark)) {
    continue;
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, marked(await draw(page, picture), mark));
  console.log(`drawn: ${picture.file}`);
}
await browser.close();
