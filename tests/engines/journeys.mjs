// Ways of a visitor through the site, in any engine.

import assert from 'node:assert/strict';
import { answerQuestions, listPath, tick, untilDone, untilReady } from './list-page.mjs';
import { words } from './site.mjs';

const { questions, list, guide, home, done, offline } = words;

// Whether the list that follows a tick was drawn in the page that was open.
async function startAndTick({ tab, site, isLive, forget }, step) {
  await forget();
  await step('questions and plan', () => answerQuestions(tab, site));
  await step('from the plan to the list', async () => {
    await tab.click(questions['to-list']);
    await untilReady(tab, isLive);
    await untilDone(tab, 0, 2);
  });
  await step('a tick', async () => {
    await tab.evaluate(() => { globalThis.isSamePage = true; });
    await tick(tab);
    await untilDone(tab, 1, 2);
    await untilReady(tab, isLive);
  });
  return tab.evaluate(() => globalThis.isSamePage === true);
}

export async function followMainJourney(visitor, step) {
  const { tab, site, isLive, openTab, closeTab } = visitor;
  // Without an answer in two seconds the page loads the list instead: on a busy machine it is started again.
  for (let tries = 1; await startAndTick(visitor, step) !== isLive; tries++) {
    assert.ok(tries < 5, 'a circuit, and nothing else, draws the next list in place');
  }

  await step('to a step of a guide and back', async () => {
    await tab.click(list['open-guide']);
    await tab.waitFor('a step', () => location.pathname.startsWith('/fr/guides/') && document.readyState === 'complete');
    await tab.click(home.list);
    await untilReady(tab, isLive);
    await untilDone(tab, 1, 2);
  });
  await step('reload', async () => {
    await tab.evaluate(() => { globalThis.isSamePage = true; });
    await tab.reload();
    await tab.waitFor('another page', () => globalThis.isSamePage === undefined);
    await untilReady(tab, isLive);
    await untilDone(tab, 1, 2);
  });
  await step('the back button, to the guide and to the list before it', async () => {
    await tab.back();
    await tab.waitFor('the guide', () => location.pathname.startsWith('/fr/guides/'));
    await tab.back();
    await tab.waitForPath(listPath);
    await untilReady(tab, isLive);
    await untilDone(tab, 1, 2);
  });
  await step('a second tab', async () => {
    const second = await openTab();
    await second.open(site.address + listPath);
    await untilReady(second, isLive);
    await untilDone(second, 1, 2);
    await tick(second);
    await untilDone(second, 2, 2);
    // The first one follows by itself.
    await untilDone(tab, 2, 2);
    await closeTab();
  });
  await step('the printed sheet', async () => {
    await untilReady(tab, isLive);
    await tab.click(list['print-list']);
    await tab.waitForPath(`${listPath}/imprimer`);
    const ticks = await tab.evaluate(() => [...document.querySelectorAll('.sheet-list tbody tr')].map(row =>
      [...row.querySelectorAll('.tick')].map(tick => tick.matches('.ticked') && getComputedStyle(tick).backgroundImage !== 'none')));
    assert.deepEqual(ticks, [[true, false], [true, false]], 'sent and not confirmed, twice');
  });
}

// From the home page to the end.
export async function goByHand({ tab, site, isLive, forget }, step) {
  await forget();
  await step('questions and plan', () => answerQuestions(tab, site));
  for (const [index, name] of ['facebook', 'instagram'].entries()) {
    await step(`${name}, step by step`, async () => {
      await tab.click(list['open-guide']);
      await tab.waitForPath(`/fr/guides/${name}/1`);
      for (const [next, link] of [guide['step-done'], guide['step-continue'], guide['sent-no'], guide['step-done'], guide['step-done'], guide['step-continue']].entries()) {
        await tab.click(link);
        await tab.waitForPath(`/fr/guides/${name}/${next + 2}`);
      }
      await tab.click(guide['sent-yes']);
      await untilReady(tab, isLive);
      await untilDone(tab, index + 1, 2);
    });
  }
  await step('the end', async () => {
    await tab.click(done.open);
    await tab.waitForPath(`${listPath}/termine`);
    assert.match(await tab.evaluate(() => document.querySelector('h1').textContent), new RegExp(done['sent-title']));
  });
}

export async function readWithoutSite({ tab, site }, step) {
  await step('read a guide, from a link that Facebook marked', async () => {
    await tab.open(`${site.address}/fr/guides/facebook?fbclid=IwAR0`);
    await tab.waitFor('a guide that the device keeps', async path =>
      navigator.serviceWorker.controller !== null && await caches.match(path) !== undefined && location.search === '', '/fr/guides/facebook');
  });
  await site.kill();
  await step('read it again, with and without a mark', async () => {
    for (const mark of ['', '?fbclid=IwAR1']) {
      await tab.open(`${site.address}/fr/guides/facebook${mark}`);
      await tab.reload();
      await tab.waitFor('the guide, with its day', sentence =>
        document.querySelector('.path, .step-of') !== null && document.querySelector('main > [role=status]')?.textContent.startsWith(sentence), offline.kept.split('{0}')[0]);
    }
  });
  await step('ask for one that was never read', async () => {
    await tab.open(`${site.address}/fr/guides/instagram`);
    await tab.waitForText('h1', offline.title);
  });
  await site.start();
  await step('read that one', async () => {
    await tab.open(`${site.address}/fr/guides/instagram`);
    await tab.waitFor('the site’s own page', () => document.querySelector('main > [role=status]') === null && document.querySelector('.path, .step-of') !== null);
  });
}
