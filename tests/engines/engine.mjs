// All checks in one engine: with a circuit, without one, and with a server that is killed.

import { after, before, describe, test } from 'node:test';
import { changesByTools } from './changes-by-tools.mjs';
import { followMainJourney, goByHand, readWithoutSite } from './journeys.mjs';
import { doubleClick, killServerBetweenTicks, reloadWithAPanel, useAChangedPage } from './lists.mjs';
import { Site } from './site.mjs';
import { newVisitor } from './visitor.mjs';

const limit = { timeout: 300_000 };
// On a push the hardest of the changes, and without a circuit what differs most from the way with one; all with SAMPLE=all
// (tests/full.sh).
const samplesAll = process.env.SAMPLE === 'all';
const sampledChanges = samplesAll ? changesByTools : ['all that comes'];

export function testEngine(engine, launch) {
  describe(engine, () => {
    let browser;
    const live = new Site();
    const plain = new Site('--Site:MaxCircuits=0');

    before(async () => {
      [browser] = await Promise.all([launch(), live.start(), plain.start()]);
    }, limit);

    after(async () => {
      await browser?.close();
      await Promise.all([live.kill(), plain.kill()]);
    }, limit);

    for (const [site, how] of [[live, 'with a circuit'], [plain, 'without a circuit']]) {
      check(`the main journey, ${how}`, site, followMainJourney);
      for (const way of sampledChanges) {
        check(`a page that a translator or a reading aid changed (${way}), ${how}`, site, (visitor, step) => useAChangedPage(visitor, step, way));
      }

      if (samplesAll || site === live) {
        check(`by the hand from the home page to the end, ${how}`, site, goByHand);
        check(`a reload with a panel open, ${how}`, site, reloadWithAPanel);
        check(`a double click adds one account, ${how}`, site, doubleClick);
        check(`a server that dies between ticks, ${how}`, site, killServerBetweenTicks);
      }
    }

    check('pages without the site', live, readWithoutSite);

    function check(name, site, act) {
      test(`${engine}: ${name}`, limit, async () => {
        const visitor = await newVisitor(browser, site, site === live);
        try {
          await act(visitor, async (where, doStep) => {
            try {
              await doStep();
            } catch (error) {
              error.message = `${engine}, ${name}: ${where}: ${error.message}`;
              throw error;
            }
          });
        } finally {
          await visitor.leave();
        }
      });
    }
  });
}
