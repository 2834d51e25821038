// What the tests do in a tab, whatever drives it. A driver's tab adds open(address), press(element, count), reload(), back(),
// close(), evaluate(function, …values) and find(function, …values), which gives the element that the function returns.

import { setTimeout as pause } from 'node:timers/promises';

// Generous, for busy machines.
const answersWithin = 60_000;
// What drivers say when an element went or moved before they could press it. After other faults it may have been pressed.
const isDrawnAnew = /detached|stale|not clickable|notinteractable|outofbounds|intercepted|no such (element|node)/i;

export class Tab {
  async waitFor(what, condition, ...values) {
    let last;
    for (const end = Date.now() + answersWithin; Date.now() < end; await pause(30)) {
      // While one page gives way to the next there is nothing to ask.
      last = await this.evaluate(condition, ...values).catch(error => { last = error; return false; });
      if (last) {
        return last;
      }
    }
    throw new Error(`Waited in vain: ${what}. ${await this.describe()}`);
  }

  // Presses the link, button or answer of that name.
  async click(name, { count = 1, index = 0 } = {}) {
    let fault = 'there is none';
    for (const end = Date.now() + answersWithin; Date.now() < end; await pause(30)) {
      const element = await this.find(findByName, name, index).catch(error => { fault = error; });
      if (element) {
        fault = await this.press(element, count).then(() => null, error => error);
        if (fault === null) {
          return;
        }
        if (!isDrawnAnew.test(`${fault.name} ${fault.message}`)) {
          break;
        }
      }
    }
    throw new Error(`Could not press “${name}”: ${fault}. ${await this.describe()}`);
  }

  waitForText(selector, text) {
    return this.waitFor(`“${text}” in ${selector}`, (selector, text) =>
      document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() === text, selector, text.replace(/\s+/g, ' '));
  }

  waitForPath(path) {
    return this.waitFor(`the address ${path}`, path => document.readyState === 'complete' && location.pathname === path, path);
  }

  async describe() {
    const seen = await this.evaluate(() => {
      const shown = document.querySelector('#progress') ?? document.querySelector('h1') ?? document.body;
      return `${location.href} shows “${shown.textContent.trim()}”`;
    }).catch(String);
    return `The page: ${seen}`;
  }
}

function findByName(name, index) {
  const plain = text => text.replace(/\s+/g, ' ').trim();
  const found = [...document.querySelectorAll('a[href], button, label')].filter(element => {
    const text = plain(element.textContent);
    return (text === plain(name) || text.startsWith(`${plain(name)}:`)) && element.checkVisibility();
  })[index] ?? null;
  // At once: a driver that waits for no smooth scrolling would press beside it.
  found?.scrollIntoView({ block: 'center', behavior: 'instant' });
  return found;
}
