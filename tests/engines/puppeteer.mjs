// Chromium over its own protocol and Firefox over WebDriver BiDi.

import { execFileSync } from 'node:child_process';
import { launch } from 'puppeteer-core';
import { Tab } from './tab.mjs';

const startsWithin = 120_000;

export const launchChromium = () => launchBrowser({
  browser: 'chrome',
  command: 'chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

export const launchFirefox = () => launchBrowser({
  browser: 'firefox',
  command: 'firefox-esr',
  // Its crash reporter is a process that outlives it.
  env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
});

async function launchBrowser({ command, ...options }) {
  const executablePath = execFileSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).trim();
  const browser = await launch({ headless: true, timeout: startsWithin, protocolTimeout: startsWithin, executablePath, ...options });
  return {
    newTab: async () => new PuppeteerTab(await browser.newPage()),
    close: () => browser.close(),
  };
}

class PuppeteerTab extends Tab {
  #page;

  constructor(page) {
    super();
    this.#page = page;
    page.setDefaultTimeout(startsWithin);
  }

  open(address) {
    return this.#page.goto(address);
  }

  evaluate(action, ...values) {
    return this.#page.evaluate(action, ...values);
  }

  async find(search, ...values) {
    return (await this.#page.evaluateHandle(search, ...values)).asElement();
  }

  press(element, count) {
    return element.click({ count });
  }

  reload() {
    return this.#page.reload();
  }

  // goBack() would wait without end for a page that Firefox takes out of its cache.
  back() {
    return this.#page.evaluate(() => { setTimeout(() => history.back()); });
  }

  close() {
    return this.#page.close();
  }
}
