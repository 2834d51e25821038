// WebKitGTK's own small browser, over WebDriver, on a screen in memory.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder } from 'selenium-webdriver';
import { end, endWithUs, freePort } from './site.mjs';
import { Tab } from './tab.mjs';

const startsWithin = 120_000;

export async function launchWebKit() {
  const [screen, display] = await startScreen();
  const port = await freePort();
  const service = spawn('WebKitWebDriver', [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // Its sandbox needs rights that root lacks in a container.
      ...(process.getuid() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  endWithUs(service);
  await whenUp(`http://127.0.0.1:${port}/status`);
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities({
    'browserName': 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  }).build();
  await driver.manage().setTimeouts({ pageLoad: startsWithin, script: startsWithin });
  // The session ends with its last window, and a double click in a tab added to it never returns: the first one is used again.
  const first = await driver.getWindowHandle();
  const window = { current: first, first, isFirstFree: true };
  return {
    async newTab() {
      if (window.isFirstFree) {
        window.isFirstFree = false;
        return new WebKitTab(driver, window, first);
      }
      await driver.switchTo().newWindow('tab');
      window.current = await driver.getWindowHandle();
      return new WebKitTab(driver, window, window.current);
    },
    async close() {
      await driver.quit();
      await end(service);
      await end(screen);
    },
  };
}

async function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  endWithUs(screen);
  const [number] = await once(screen.stdio[3], 'data');
  return [screen, `:${number.toString().trim()}`];
}

function findMiniBrowser() {
  const [path] = execFileSync('find', ['/usr/lib', '/usr/libexec', '-name', 'MiniBrowser', '-type', 'f'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split('\n');
  return path;
}

async function whenUp(address) {
  for (const limit = Date.now() + startsWithin; Date.now() < limit; await pause(50)) {
    if (await fetch(address).then(() => true, () => false)) {
      return;
    }
  }
  throw new Error('WebKitWebDriver did not start.');
}

class WebKitTab extends Tab {
  #driver;
  #window;
  #handle;

  constructor(driver, window, handle) {
    super();
    this.#driver = driver;
    this.#window = window;
    this.#handle = handle;
  }

  async open(address) {
    await (await this.#inFront()).get(address);
  }

  async evaluate(action, ...values) {
    return (await this.#inFront()).executeScript(`return (${action}).apply(null, arguments);`, ...values);
  }

  find(search, ...values) {
    return this.evaluate(search, ...values);
  }

  async press(element, count) {
    const driver = await this.#inFront();
    await (count === 2 ? driver.actions().doubleClick(element).perform() : element.click());
  }

  async reload() {
    await (await this.#inFront()).navigate().refresh();
  }

  async back() {
    await (await this.#inFront()).navigate().back();
  }

  async close() {
    if (this.#handle === this.#window.first) {
      await this.open('about:blank');
      this.#window.isFirstFree = true;
    } else {
      await (await this.#inFront()).close();
      this.#window.current = null;
    }
  }

  async #inFront() {
    if (this.#window.current !== this.#handle) {
      await this.#driver.switchTo().window(this.#handle);
      this.#window.current = this.#handle;
    }
    return this.#driver;
  }
}
