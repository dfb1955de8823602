import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from './browser.ts';
import { startBidi } from './bidi.ts';
import { freePort } from './serve.ts';

/**
 * The engines that people read with, each behind the same few things that a reader does. Chromium is driven by
 * Playwright, Firefox by WebDriver BiDi, which it speaks itself, WebKit by Debian's WebDriver. Nothing is downloaded.
 * Every reader prefers reduced motion, so that nothing is on its way when it is looked at.
 */
export interface Reader {
  open: (url: string) => Promise<void>;
  /** Runs a function in the page and brings back what it returns. */
  run: <Result, Args extends unknown[]>(script: (...args: Args) => Result, ...args: Args) => Promise<Awaited<Result>>;
  click: (selector: string) => Promise<void>;
  press: (key: keyof typeof KEYS) => Promise<void>;
  type: (words: string) => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** The open page as a PDF on A4. */
  print: () => Promise<Uint8Array>;
  screenshot: () => Promise<Uint8Array>;
  /** What went wrong in script since the last page was opened. */
  troubles: () => Promise<string[]>;
  close: () => Promise<void>;
}

export interface Engine {
  name: string;
  /** What this machine lacks to run it. */
  missing: string | undefined;
  launch: () => Promise<Reader>;
}

/**
 * Keys as https://www.w3.org/TR/uievents-key/ names them, and as https://www.w3.org/TR/webdriver2/#keyboard-actions
 * does.
 */
const KEYS = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' } as const;

/** How long is waited for a browser, in milliseconds: a busy machine takes its time. */
const PATIENT = 300_000;

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((file) => existsSync(file));
const WEBKIT_PARTS = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', '/usr/bin/python3'];
const hasWebKit = () =>
  WEBKIT_PARTS.every((file) => existsSync(file)) &&
  spawnSync('/usr/bin/python3', ['-c', 'import gi; gi.require_version("WebKit2", "4.1")']).status === 0;

export type Theme = 'light' | 'dark';

export const engines = (theme: Theme): Engine[] => [
  { name: 'Chromium', missing: undefined, launch: () => launchChromium(theme) },
  { name: 'Chromium without what is new', missing: undefined, launch: () => launchChromium(theme, forgetWhatIsNew) },
  {
    name: 'Firefox',
    missing: FIREFOX === undefined ? 'there is no firefox-esr' : undefined,
    launch: () => launchFirefox(FIREFOX ?? '', theme),
  },
  {
    name: 'WebKit',
    missing: hasWebKit() ? undefined : 'webkit2gtk-driver, xvfb, python3-gi or gir1.2-webkit2-4.1 is missing',
    launch: () => launchWebKit(theme),
  },
];

/**
 * Takes from a page, before its own script, what came after Safari 15.4, Firefox 102 and Chromium 100: popovers, and
 * style sheets made by script. That no style needs what is newer is for the check of the styles to say.
 */
function forgetWhatIsNew(): void {
  const forget = (thing: object, ...names: string[]) => names.forEach((name) => Reflect.deleteProperty(thing, name));
  forget(HTMLElement.prototype, 'popover', 'showPopover', 'hidePopover', 'togglePopover');
  forget(Document.prototype, 'adoptedStyleSheets');
  forget(globalThis, 'CSSStyleSheet');
  const matches = Reflect.get(Element.prototype, 'matches') as (selector: string) => boolean;
  Reflect.set(Element.prototype, 'matches', function (this: Element, selector: string) {
    if (selector.includes(':popover-open')) throw new SyntaxError(`“${selector}” is not a selector`);
    return matches.call(this, selector);
  });
  // Module scripts run after this, so that to script and style the attribute has never meant anything.
  document.addEventListener('readystatechange', () => {
    for (const element of document.querySelectorAll('[popover]')) element.removeAttribute('popover');
  });
}

async function launchChromium(theme: Theme, before?: () => void): Promise<Reader> {
  const browser = await launch();
  const page = await browser.newPage({ colorScheme: theme, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENT);
  if (before) await page.addInitScript(before);
  let troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  return {
    open: async (url) => {
      troubles = [];
      await page.goto(url);
    },
    run: (script, ...args) => page.evaluate(`(${script})(...${JSON.stringify(args)})`) as never,
    click: (selector) => page.locator(selector).first().click(),
    press: (key) => page.keyboard.press(key),
    type: (words) => page.keyboard.type(words),
    resize: (width, height) => page.setViewportSize({ width, height }),
    print: () => page.pdf({ format: 'A4' }),
    screenshot: () => page.screenshot(),
    troubles: async () => troubles,
    close: () => browser.close(),
  };
}

async function launchFirefox(executable: string, theme: Theme): Promise<Reader> {
  const { ask, context, troubles, close } = await startBidi(executable, {
    'layout.css.prefers-color-scheme.content-override': theme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': 1,
  });
  const run: Reader['run'] = async (script, ...args) => {
    const functionDeclaration = `async (given) => JSON.stringify(await (${script})(...JSON.parse(given)))`;
    const { result, exceptionDetails } = await ask('script.callFunction', {
      ...{ functionDeclaration, awaitPromise: true, userActivation: true, target: { context } },
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
    });
    if (!result) throw new Error(`Firefox: ${exceptionDetails?.text}`);
    return (result.value === undefined ? undefined : JSON.parse(result.value)) as never;
  };
  const act = async (type: 'key' | 'pointer', actions: object[]) => {
    await ask('input.performActions', { context, actions: [{ type, id: type, actions }] });
  };
  const type = (text: string) =>
    act(
      'key',
      [...text].flatMap((value) => ['keyDown', 'keyUp'].map((one) => ({ type: one, value }))),
    );
  return {
    open: async (url) => {
      troubles.length = 0;
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    run,
    click: async (selector) => {
      const [x, y] = await run((wanted) => {
        const element = document.querySelector(wanted);
        element?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        // Of a link over two lines, the first part of it.
        const { left, top, width, height } = element?.getClientRects()[0] ?? new DOMRect();
        return [Math.floor(left + width / 2), Math.floor(top + height / 2)] as const;
      }, selector);
      const buttons = ['pointerDown', 'pointerUp'].map((one) => ({ type: one, button: 0 }));
      await act('pointer', [{ type: 'pointerMove', x, y }, ...buttons]);
    },
    press: (key) => type(KEYS[key]),
    type,
    resize: async (width, height) => {
      await ask('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    print: async () => {
      const { data = '' } = await ask('browsingContext.print', { context, page: { width: 21, height: 29.7 } });
      return Buffer.from(data, 'base64');
    },
    screenshot: async () => {
      const { data = '' } = await ask('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    troubles: async () => [...troubles],
    close,
  };
}

async function launchWebKit(theme: Theme): Promise<Reader> {
  const folder = mkdtempSync(path.join(tmpdir(), 'webkit-'));
  const paper = path.join(folder, 'paper.pdf');
  const { display, screen } = await startScreen();
  const port = await freePort();
  const driver = spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`], {
    env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11' },
    stdio: 'ignore',
  });
  const end = () => {
    driver.kill();
    screen.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = async (method: 'GET' | 'POST' | 'DELETE', address: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, {
      method,
      signal: AbortSignal.timeout(PATIENT),
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`WebKit, ${address}: ${value?.error}, ${value?.message}`);
    return value;
  };
  const args = [path.join(import.meta.dirname, 'webkit-window.py'), theme, paper];
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: '/usr/bin/python3', args } } };
  let session: string;
  try {
    await answers(port);
    const { sessionId } = (await ask('POST', '/session', { capabilities })) as { sessionId: string };
    session = `/session/${sessionId}`;
  } catch (error) {
    end();
    throw error;
  }
  const run: Reader['run'] = async (script, ...args) =>
    (await ask('POST', `${session}/execute/sync`, {
      script: `return (${script}).apply(null, arguments)`,
      args,
    })) as never;
  const elementAt = async (address: string, body?: object) => {
    const [id] = Object.values((await ask(body ? 'POST' : 'GET', `${session}/element${address}`, body)) as object);
    return `${session}/element/${id as string}`;
  };
  const type = async (text: string) => {
    await ask('POST', `${await elementAt('/active')}/value`, { text });
  };
  return {
    open: async (url) => {
      await ask('POST', `${session}/url`, { url });
    },
    run,
    click: async (selector) => {
      // The driver does not scroll to what is just below the window.
      await run((wanted) => document.querySelector(wanted)?.scrollIntoView({ block: 'nearest' }), selector);
      await ask('POST', `${await elementAt('', { using: 'css selector', value: selector })}/click`, {});
    },
    press: (key) => type(KEYS[key]),
    type,
    resize: async (width, height) => {
      await ask('POST', `${session}/window/rect`, { width, height });
    },
    print: async () => {
      rmSync(paper, { force: true });
      await run(() => {
        (
          globalThis as unknown as { webkit: { messageHandlers: { print: { postMessage: (message: null) => void } } } }
        ).webkit.messageHandlers.print.postMessage(null);
      });
      for (;;) {
        const pdf = existsSync(paper) ? readFileSync(paper) : undefined;
        if (pdf?.subarray(-8).toString().includes('%%EOF')) return pdf;
        await wait(50);
      }
    },
    screenshot: async () => Buffer.from((await ask('GET', `${session}/screenshot`)) as string, 'base64'),
    troubles: () => run(() => (globalThis as unknown as { troubles: string[] }).troubles),
    close: async () => {
      // The window closes with the session, and WebKit then misses it.
      await ask('DELETE', session).catch(() => undefined);
      end();
    },
  };
}

/** A virtual X11 screen (Xvfb), and its name. */
async function startScreen(): Promise<{ display: string; screen: ChildProcess }> {
  const screen = spawn('/usr/bin/Xvfb', ['-displayfd', '1', '-screen', '0', '1920x3000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = (await once(screen.stdout, 'data')) as [Buffer];
  return { display: `:${String(number).trim()}`, screen };
}

/** Waits until a server answers, two minutes at most. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined)) return;
    await wait(100);
  }
  throw new Error(`nothing answers at port ${port}`);
}
