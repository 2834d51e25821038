// The main journey in one engine: with a circuit, without one, and with a server that is killed.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Site, words } from './site.mjs';

const { questions, list, guide, services, home, done, offline } = words;
const limit = { timeout: 300_000 };
const pathOfList = '/fr/ma-liste';
// Not on the stored copy of the list for offline reading.
const listScript = 'script[src*="/checklist/list"]';

export function testEngine(engine, launch) {
  describe(engine, () => {
    let browser;
    let tab;
    const tabs = [];
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
      const isLive = site === live;

      check(`the main journey, ${how}`, async step => {
        await forget(site);
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
          assert.equal(await tab.evaluate(() => globalThis.isSamePage === true), isLive, 'a circuit, and nothing else, draws the next list in place');
        });
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
          await tab.waitForPath(pathOfList);
          await untilReady(tab, isLive);
          await untilDone(tab, 1, 2);
        });
        await step('a second tab', async () => {
          const second = await openTab();
          await second.open(site.address + pathOfList);
          await untilReady(second, isLive);
          await untilDone(second, 1, 2);
          await tick(second);
          await untilDone(second, 2, 2);
          // The first one follows by itself.
          await untilDone(tab, 2, 2);
          await tabs.pop().close();
        });
        await step('the printed sheet', async () => {
          await untilReady(tab, isLive);
          await tab.click(list['print-list']);
          await tab.waitForPath(`${pathOfList}/imprimer`);
          const ticks = await tab.evaluate(() => [...document.querySelectorAll('.sheet-list tbody tr')].map(row =>
            [...row.querySelectorAll('.tick')].map(tick => tick.matches('.ticked') && getComputedStyle(tick).backgroundImage !== 'none')));
          assert.deepEqual(ticks, [[true, false], [true, false]], 'sent and not confirmed, twice');
        });
      });

      check(`by the hand from the home page to the end, ${how}`, async step => {
        await forget(site);
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
          await tab.waitForPath(`${pathOfList}/termine`);
          assert.match(await tab.evaluate(() => document.querySelector('h1').textContent), new RegExp(done['sent-title']));
        });
      });

      for (const way of changesByTools) {
        check(`a page that a translator or a reading aid changed (${way}), ${how}`, async step => {
          await openList(site, '1.Nfit', isLive, 3);
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
        });
      }

      check(`a reload with a panel open, ${how}`, async step => {
        await openList(site, '1.Nf', isLive, 1);
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
      });

      check(`a double click adds one account, ${how}`, async step => {
        await openList(site, '1.Nf', isLive, 1);
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
      });

      check(`a server that dies between ticks, ${how}`, async step => {
        await openList(site, '1.Nfiti', isLive, 4);
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
          await tab.open(site.address + pathOfList);
          await untilDone(tab, 4, 4);
        });
      });
    }

    check('pages without the site', async step => {
      await step('read a guide, from a link that Facebook marked', async () => {
        await tab.open(`${live.address}/fr/guides/facebook?fbclid=IwAR0`);
        await tab.waitFor('a guide that the device keeps', async path =>
          navigator.serviceWorker.controller !== null && await caches.match(path) !== undefined && location.search === '', '/fr/guides/facebook');
      });
      await live.kill();
      await step('read it again, with and without a mark', async () => {
        for (const mark of ['', '?fbclid=IwAR1']) {
          await tab.open(`${live.address}/fr/guides/facebook${mark}`);
          await tab.reload();
          await tab.waitFor('the guide, with its day', sentence =>
            document.querySelector('.path, .step-of') !== null && document.querySelector('main > [role=status]')?.textContent.startsWith(sentence), offline.kept.split('{0}')[0]);
        }
      });
      await step('ask for one that was never read', async () => {
        await tab.open(`${live.address}/fr/guides/instagram`);
        await tab.waitForText('h1', offline.title);
      });
      await live.start();
      await step('read that one', async () => {
        await tab.open(`${live.address}/fr/guides/instagram`);
        await tab.waitFor('the site’s own page', () => document.querySelector('main > [role=status]') === null && document.querySelector('.path, .step-of') !== null);
      });
    });

    function check(name, act) {
      test(`${engine}: ${name}`, limit, async () => {
        tab = await openTab();
        try {
          await act(async (where, doStep) => {
            try {
              await doStep();
            } catch (error) {
              error.message = `${engine}, ${name}: ${where}: ${error.message}`;
              throw error;
            }
          });
        } finally {
          // Closed, because browsers do not render a page in the background and the next test would wait.
          for (const tab of tabs.splice(0).reverse()) {
            await tab.close();
          }
        }
      });
    }

    async function openTab() {
      tabs.push(await browser.newTab());
      return tabs.at(-1);
    }

    // A new visitor with empty storage.
    async function forget(site) {
      await tab.open(`${site.address}/fr/`);
      await tab.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }

    async function openList(site, code, isLive, count) {
      await forget(site);
      await tab.open(`${site.address}${pathOfList}?l=${code}`);
      await untilReady(tab, isLive);
      await untilDone(tab, 0, count);
    }
  });
}

async function answerQuestions(tab, site) {
  await tab.open(`${site.address}/fr/questions`);
  await tab.click(questions.continue);
  await answered('where');
  await tab.click(services.facebook);
  await tab.click(services.instagram);
  await tab.click(questions.continue);
  await answered('have');
  await tab.click(questions['linked-no']);
  await answered('linked');
  await tab.click(questions['login-yes']);
  await answered('login');
  await tab.click(questions['for-me']);
  await tab.waitForPath('/fr/plan');

  function answered(name) {
    return tab.waitFor(`an answer to ${name}`, name => new URLSearchParams(location.search).has(name) && document.readyState === 'complete', name);
  }
}

const tick = tab => tab.click(list['mark-sent']);

const codeOf = tab => tab.evaluate(() => document.querySelector('[data-board] input[name=l]').value);

function untilDone(tab, done, count) {
  return tab.waitForText('#progress strong', list.progress.replace('{0}', done).replace('{1}', count));
}

// The script runs, and the circuit has its page where there is to be one.
// A page that does something to the list of the device (data-here) leads on to that list.
function untilReady(tab, isLive) {
  return tab.waitFor(isLive ? 'a live list' : 'a list with its script', (isLive, script) =>
    document.readyState === 'complete' && document.querySelector(script) !== null && 'script' in document.documentElement.dataset
      && document.querySelector('[data-board]').dataset.here === undefined && (document.querySelector('[data-board]').dataset.live === 'true') === isLive, isLive, listScript);
}

// The browser shows that the site does not answer, on its own error page or the stored one.
function untilGone(tab) {
  return tab.waitFor('a page that says that the site does not answer', script => document.querySelector(script) === null, listScript);
}

const changesByTools = ['texts replaced by elements', 'texts moved into elements', 'elements written anew', 'rows written anew', 'texts changed in place', 'all that comes'];

// What browsers' translators, aids for reading and extensions do to texts that the circuit knows.
function changeAsTool(way) {
  const wrapper = () => document.createElement(way === 'texts replaced by elements' ? 'font' : 'span');
  const ways = {
    'texts replaced by elements': text => text.replaceWith(Object.assign(wrapper(), { textContent: text.data })),
    'texts moved into elements': text => {
      const span = wrapper();
      text.replaceWith(span);
      span.append(text);
    },
    'elements written anew': ({ parentElement: element }) => {
      if (element.childElementCount === 0) element.innerHTML = `<b>${element.innerHTML}</b>`;
    },
    'texts changed in place': text => {
      if (!text.parentElement.matches('.hidden')) text.data = ` ${text.data}`;
    },
  };
  const board = document.querySelector('[data-board]');
  const textsIn = root => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    return texts.filter(text => text.data.trim() !== '' && text.isConnected);
  };
  if (way === 'rows written anew') {
    board.querySelectorAll('h4, .state, .actions li, .accounts li').forEach(row => { row.innerHTML = `<b>${row.innerHTML}</b>`; });
  } else if (way === 'all that comes') {
    const translate = () => {
      observer.disconnect();
      textsIn(board).filter(text => text.parentNode.nodeName !== 'FONT').forEach(text => {
        const font = document.createElement('font');
        font.textContent = text.data;
        text.replaceWith(font);
      });
      observer.observe(board, { subtree: true, childList: true, characterData: true });
    };
    const observer = new MutationObserver(translate);
    translate();
  } else {
    textsIn(board).forEach(ways[way]);
  }
}
