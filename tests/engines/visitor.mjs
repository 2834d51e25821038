// Somebody with empty storage, and the tabs that they have open.

import { listPath, untilDone, untilReady } from './list-page.mjs';

export async function newVisitor(browser, site, isLive) {
  const tabs = [];
  const tab = await openTab();

  return { tab, site, isLive, forget, openList, openTab, closeTab, leave };

  async function openTab() {
    tabs.push(await browser.newTab());
    return tabs.at(-1);
  }

  // The newest.
  async function closeTab() {
    await tabs.pop().close();
  }

  // Browsers do not render a page in the background, and the next visitor would wait.
  async function leave() {
    while (tabs.length > 0) {
      await closeTab();
    }
  }

  async function forget() {
    await tab.open(`${site.address}/fr/`);
    await tab.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  }

  async function openList(code, count) {
    await forget();
    await tab.open(`${site.address}${listPath}?l=${code}`);
    await untilReady(tab, isLive);
    await untilDone(tab, 0, count);
  }
}
