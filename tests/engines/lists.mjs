// What happens to a list, in any engine.

import assert from 'node:assert/strict';
import { changeAsTool } from './changes-by-tools.mjs';
import { codeOf, listPath, tick, untilDone, untilGone, untilReady } from './list-page.mjs';
import { words } from './site.mjs';

const { list, services } = words;

export async function useAChangedPage({ tab, isLive, openList }, step, way) {
  await openList('1.Nfit', 3);
  await step('change the page, then tick', async () => {
    await tab.evaluate(changeAsTool, way);
    await tick(tab);
    await untilDone(tab, 1, 3);
  });
  await step('change it again, then remove the account that the button names', async () => {
    await untilReady(tab, isLive);
    await tab.evaluate(changeAsTool, way);
    await tab.click(list['remove-account'].replace('{0}', services.facebook));
    await untilDone(tab, 0, 2);
    assert.equal(await codeOf(tab), '1.Nit');
  });
  await step('change it again, then tick both that are left', async () => {
    await untilReady(tab, isLive);
    await tab.evaluate(changeAsTool, way);
    await tick(tab);
    await untilDone(tab, 1, 2);
    // A click that falls into the moment in which the circuit takes the page over is lost.
    await untilReady(tab, isLive);
    await tick(tab);
    await untilDone(tab, 2, 2);
    await tab.waitFor('an address that says the same as the page', () =>
      document.querySelector('[data-board] input[name=l]').value === new URLSearchParams(location.search).get('l'));
  });
}

export async function reloadWithAPanel({ tab, isLive, openList }, step) {
  await openList('1.Nf', 1);
  await step('open what can be added, add, open again', async () => {
    await tab.click(list.add);
    await tab.waitFor('what can be added', () => document.querySelector('[data-panel]') !== null);
    await untilReady(tab, isLive);
    await tab.click(services.instagram);
    await untilDone(tab, 0, 2);
    await untilReady(tab, isLive);
    await tab.click(list.add);
    await tab.waitFor('what can be added', () => document.querySelector('[data-panel]') !== null);
  });
  await step('reload: the form says what the page shows', async () => {
    await untilReady(tab, isLive);
    await tab.evaluate(() => { globalThis.isSamePage = true; });
    await tab.reload();
    await tab.waitFor('another page', () => globalThis.isSamePage === undefined && document.readyState === 'complete');
    const [open, isOpen, code] = await tab.evaluate(() => {
      const fields = new FormData(document.querySelector('[data-list]'));
      return [fields.get('open'), document.querySelector('[data-panel]') !== null, fields.get('l')];
    });
    assert.equal(open !== '', isOpen);
    assert.equal(code, '1.Nfi');
  });
}

export async function doubleClick({ tab, isLive, openList }, step) {
  await openList('1.Nf', 1);
  await step('open what can be added', async () => {
    await tab.click(list.add);
    await tab.waitFor('what can be added', () => document.querySelector('[data-panel]') !== null);
    await untilReady(tab, isLive);
  });
  await step('a double click', async () => {
    await tab.click(services.instagram, { count: 2 });
    await untilDone(tab, 0, 2);
    await untilReady(tab, isLive);
  });
  await step('a tick, which comes after all that the double click did', async () => {
    await tick(tab);
    await untilDone(tab, 1, 2);
    assert.match(await codeOf(tab), /^1\.Nfs\d{6}i$/);
  });
}

export async function killServerBetweenTicks({ tab, site, isLive, openList }, step) {
  await openList('1.Nfiti', 4);
  await step('killed and started again between two ticks', async () => {
    await tick(tab);
    await untilDone(tab, 1, 4);
    // A page whose script was not loaded before the server was killed works by its form alone.
    await untilReady(tab, isLive);
    await site.kill();
    await site.start();
    await tick(tab);
    await untilDone(tab, 2, 4);
  });
  await step('a tick while it is down, then a reload', async () => {
    await untilReady(tab, isLive);
    await site.kill();
    await tick(tab);
    await untilGone(tab);
    await site.start();
    await tab.reload();
    await untilDone(tab, 3, 4);
  });
  await step('a tick while it is down, then the list from its plain address', async () => {
    await untilReady(tab, isLive);
    await site.kill();
    await tick(tab);
    await untilGone(tab);
    await site.start();
    await tab.open(site.address + listPath);
    await untilDone(tab, 4, 4);
  });
}
