import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { resize, served } from '../support/browser.ts';
import { pageOfEachKind } from '../support/page-kinds.ts';
import { wordToFind } from '../support/story.ts';

/** Nothing that a page does, in any of its states, runs against its content-security policy or that of the server. */
const site = served();

const { at } = site;
const reader = site.tab({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' });
/** What the policy refused since a page was opened: the directive and what asked for it. */
const noted: string[] = [];

beforeAll(async () => {
  await reader.page.context().grantPermissions(['clipboard-write']);
  await reader.page.exposeFunction('noteRefused', (what: string) => void noted.push(what));
  await reader.page.addInitScript(() => {
    const { noteRefused } = globalThis as unknown as { noteRefused: (what: string) => void };
    document.addEventListener('securitypolicyviolation', (event) => {
      noteRefused(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
});

async function openAt(address: string, width = 1000): Promise<Page> {
  await resize(reader.page, width);
  noted.length = 0;
  reader.troubles.length = 0;
  await reader.page.goto(at(address));
  return reader.page;
}

/** A violation is reported in a task of its own, behind those that are waiting. */
async function refused(): Promise<string[]> {
  await reader.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
  return noted;
}

/** Everything a reader can do on a page, as far as the page has it. Returns how much that was. */
async function doAll(page: Page): Promise<number> {
  let done = 0;
  const click = async (selector: string) => {
    const control = page.locator(`${selector} >> visible=true`).first();
    if ((await control.count()) === 0) return;
    await control.click();
    done += 1;
  };
  await click('[popovertarget]');
  await click('button.theme');
  await page.keyboard.press('Escape');
  await click('.as-of button');
  await click('.as-of button');
  await click('.prose a.term');
  await page.keyboard.press('Escape');
  await click('[role=doc-noteref]');
  await page.keyboard.press('Escape');
  await click('.prose .head .anchor');
  await click('button:text-is("Copy link")');
  await page.keyboard.press('Escape');
  await click('main details summary');
  await page.evaluate(() => {
    const words = document.querySelector('.prose p, main p');
    if (words) getSelection()?.selectAllChildren(words);
  });
  await page.mouse.wheel(0, 20_000);
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen' });
  return done;
}

describe.each(pageOfEachKind)('$kind ($address)', ({ kind, address }) => {
  test.each(kind === 'explainer' ? [360, 1440] : [360])(
    '%i pixels wide: whatever a reader does, nothing is refused',
    async (width) => {
      const done = await doAll(await openAt(address, width));
      expect(await refused()).toEqual([]);
      expect(reader.troubles.filter((trouble) => !(kind === 'notFound' && trouble.includes('404')))).toEqual([]);
      expect(done).toBeGreaterThan(kind === 'explainer' ? 5 : 0);
    },
  );
});

test('a search, found and followed', async () => {
  const page = await openAt('/search/');
  await page.locator('#q').fill(wordToFind.word);
  await page.locator('.pages li a').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  expect(await refused()).toEqual([]);
  expect(reader.troubles).toEqual([]);
});

test.each<[string, () => void]>([
  [
    'script-src',
    () =>
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.ran = true' })),
  ],
  [
    'script-src',
    () => {
      document.body.insertAdjacentHTML('beforeend', '<button onclick="globalThis.ran = true" id="injected">x</button>');
      document.getElementById('injected')?.click();
    },
  ],
  ['style-src', () => document.body.insertAdjacentHTML('beforeend', '<p style="color: red">x</p>')],
  ['img-src', () => document.body.insertAdjacentHTML('beforeend', '<img src="https://other.example/x.png" alt="">')],
  ['connect-src', () => void fetch('https://other.example/data.json').catch(() => undefined)],
  ['frame-src', () => document.body.insertAdjacentHTML('beforeend', '<iframe src="/" title="x"></iframe>')],
])('the policy refuses what it is there for: %s', async (directive, inject) => {
  const page = await openAt('/');
  await page.evaluate(inject);
  await expect.poll(async () => (await refused()).join('\n')).toContain(directive);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
});

test('a copy of a page in which a tool rewrote the addresses keeps its style', async () => {
  const { page } = await site.visit();
  await page.route('**/the-copy/', async (route) => {
    const answer = await route.fetch({ url: site.at('/') });
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('url(/assets/', 'url(../assets/') });
  });
  await page.goto(site.at('/the-copy/'));
  expect(await page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
});
