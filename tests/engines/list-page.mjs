// The questions and the list page, as a visitor uses them in any engine.

import { words } from './site.mjs';

const { questions, list, services } = words;
export const listPath = '/fr/ma-liste';
// Not on the stored copy of the list for offline reading.
const listScript = 'script[src*="/checklist/list"]';

export async function answerQuestions(tab, site) {
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

export const tick = tab => tab.click(list['mark-sent']);

export const codeOf = tab => tab.evaluate(() => document.querySelector('[data-board] input[name=l]').value);

export function untilDone(tab, done, count) {
  return tab.waitForText('#progress strong', list.progress.replace('{0}', done).replace('{1}', count));
}

// The script runs, and the circuit has its page where there is to be one.
// A page that does something to the list of the device (data-here) leads on to that list.
export function untilReady(tab, isLive) {
  return tab.waitFor(isLive ? 'a live list' : 'a list with its script', (isLive, script) =>
    document.readyState === 'complete' && document.querySelector(script) !== null && 'script' in document.documentElement.dataset
      && document.querySelector('[data-board]').dataset.here === undefined && (document.querySelector('[data-board]').dataset.live === 'true') === isLive, isLive, listScript);
}

// The browser shows that the site does not answer, on its own error page or the stored one.
export function untilGone(tab) {
  return tab.waitFor('a page that says that the site does not answer', script => document.querySelector(script) === null, listScript);
}
