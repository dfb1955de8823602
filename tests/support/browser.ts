import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { serve, type Server } from './serve.ts';
import { storySite, type Site } from './sites.ts';

/**
 * Where a Chromium is: on the machine, the one without windows first, which opens a page in half the time, or else in
 * an npm package. Nothing is downloaded.
 */
export async function chromiumPath(): Promise<string> {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
  const places = [process.env['CHROMIUM'], ...names.map((name) => `/usr/bin/${name}`)];
  return places.find((file) => file !== undefined && existsSync(file)) ?? (await sparticuz.executablePath());
}

/** Starts that Chromium; `more` is what else it is started with. */
export async function launch(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/** A page of a fresh visitor. */
export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors of the console and of scripts, failed requests, and requests to another address. */
  troubles: string[];
}

/** A built site, served to a browser while the tests of a file run. */
export interface Served {
  server: Server;
  /** Where the browser finds an address of the site. */
  at: (address: string) => string;
  /** A fresh visitor, who leaves when the test ends. */
  visit: (options?: BrowserContextOptions) => Promise<Visit>;
  /**
   * A page at an address, seen with nothing stored. A later test has the same tab again, because a new one costs as
   * much as two pages; whoever adds something to a tab or to its context asks for a visitor.
   */
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A tab that the tests of a group share, and what goes wrong in it. Call it outside of tests. */
  tab: (options?: BrowserContextOptions) => Pick<Visit, 'page' | 'troubles'>;
}

/** The browser of a file of tests, which all its sites share, and how many sites these are. */
let shared: Promise<Browser> | undefined;
let sharing = 0;

/** Serves a site to a browser. Call it once for each site in a file, outside of all tests. */
export function served({ folder, url }: Site = storySite): Served {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    sharing += 1;
    [browser, server] = await Promise.all([(shared ??= launch()), serve(folder, { base: new URL(url).pathname })]);
  });
  afterAll(async () => {
    sharing -= 1;
    if (sharing === 0) {
      shared = undefined;
      await browser.close();
    }
    await server.close();
  });
  const at = (address: string) => new URL(address.replace(/^\//, ''), server.url).href;
  const enter = async (options: BrowserContextOptions = {}): Promise<Visit> => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    // A page waits a moment for its typeface and has its script after the first paint; a reader acts on what is shown.
    const goto = page.goto.bind(page);
    page.goto = async (url, how) => {
      const answer = await goto(url, how);
      if (!how?.waitUntil) await ready(page);
      return answer;
    };
    return { page, context, troubles: watch(page, server.url) };
  };
  const visit: Served['visit'] = async (options) => {
    const visitor = await enter(options);
    onTestFinished(() => visitor.context.close());
    return visitor;
  };
  /** Tabs that no test uses, by what they were opened with. */
  const free = new Map<string, Page[]>();
  const open: Served['open'] = async (address, options = {}) => {
    const key = JSON.stringify(options);
    const tabs = free.get(key) ?? [];
    free.set(key, tabs);
    const page = tabs.pop() ?? (await enter(options)).page;
    onTestFinished(async () => {
      await asNew(page, options);
      tabs.push(page);
    });
    await page.goto(at(address));
    return page;
  };
  const tab: Served['tab'] = (options) => {
    let visitor: Visit;
    beforeAll(async () => void (visitor = await enter(options)));
    afterAll(() => visitor.context.close());
    return {
      get page() {
        return visitor.page;
      },
      get troubles() {
        return visitor.troubles;
      },
    };
  };
  return {
    get server() {
      return server;
    },
    at,
    visit,
    open,
    tab,
  };
}

/** Leaves a tab as it was when it was opened with these options, with nothing stored. */
async function asNew(page: Page, options: BrowserContextOptions): Promise<void> {
  const { colorScheme = 'light', reducedMotion = 'no-preference', forcedColors = 'none' } = options;
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
  await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
  await page.mouse.move(0, 0);
}

/** Waits until a page is shown in its typeface and its script, if it has any, has begun. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { wait, script } = document.documentElement.dataset;
    return wait === undefined && script !== '';
  });
}

/** Notes what goes wrong on a page, which may ask `origin` for things and nobody else. */
export function watch(page: Page, origin: string): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left takes back what it has asked for.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      troubles.push(`foreign: ${request.url()}`);
  });
  return troubles;
}

/** Sets the size of a window, and waits until the page is laid out for it: a browser tells it late. */
export async function resize(page: Page, width: number, height = 800): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.waitForFunction((wanted) => innerWidth === wanted, width);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** By how many pixels a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page as it is shown, or with a part of it: WCAG 2.2 AA and its best practices, each as
 * the rule and the first elements that break it. Rules named `undecided` count also where axe cannot decide.
 */
export async function axeFaults(
  page: Page,
  { part = 'html', undecided = [] }: { part?: string; undecided?: string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([selector, rules, also]) => {
      const { axe: tool } = globalThis as unknown as { axe: typeof axe };
      const { violations, incomplete } = await tool.run(selector === 'html' ? document : selector, { runOnly: rules });
      const all = [...violations, ...incomplete.filter(({ id }) => also.includes(id))];
      return all.map(({ id, nodes }) => ({ id, elements: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) }));
    },
    [part, RULES, undecided] as const,
  );
  return found.map(({ id, elements }) => `${id}: ${elements.join(' | ')}`);
}
