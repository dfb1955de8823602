import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, served } from '../support/browser.ts';
import { smallSite } from '../support/sites.ts';

/** What has changed for a reader who comes back. The small story was published on 1 June 1904, corrected on 1 July. */
const site = served(smallSite);
const { at } = site;

/** A reader who opened a page before it changed; undefined for one who never did. */
async function reader(opened?: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page, context } = await site.visit(options);
  if (opened !== undefined)
    await context.addInitScript(
      (path) => {
        const key = `opened ${path}`;
        // Only before the first visit: what the page itself keeps must hold.
        if (!localStorage.getItem(key)) localStorage.setItem(key, '1904-06-01 1');
      },
      new URL(at(opened)).pathname,
    );
  return page;
}

const line = (page: Page) => page.locator('.fresh').filter({ visible: true });
const fresh = (page: Page) => page.getByText('New', { exact: true }).filter({ visible: true });

test('a first visit is told nothing, nor is a second one when nothing has changed', async () => {
  const page = await reader();
  for (const address of ['the-meeting/', 'the-meeting/', 'glossary/aldmoor/', 'changes/', 'changes/']) {
    await page.goto(at(address));
    expect(await line(page).count(), address).toBe(0);
    expect(await fresh(page).count(), address).toBe(0);
  }
});

describe.each(['the-meeting/', 'the-meeting/an-hour-at-the-inn/', ''])('a page that has changed, “%s”', (address) => {
  test.each([360, 1440])('says what and where under its title, %i pixels wide, once', async (width) => {
    const page = await reader(address, { viewport: { width, height: 800 } });
    await page.goto(at(address));
    const text = await line(page).innerText();
    expect(text).toMatch(
      /^Corrected 1\sJuly 1904, since you last opened this page: The letter is told with both hands/,
    );
    if (address === 'the-meeting/') expect(text).toMatch(/, in An hour at the inn$/);
    expect(await line(page).locator('a').first().getAttribute('href')).toBe(
      address === '' ? '/story/changes/#1904-07-01-letter' : '/story/the-meeting/versions/',
    );
    const [title, said] = [await page.locator('h1').boundingBox(), await line(page).boundingBox()];
    expect((said?.y ?? 0) - (title?.y ?? 0) - (title?.height ?? 0)).toBeLessThan(120);
    expect(await axeFaults(page)).toEqual([]);
    await page.goto(at('timeline/'));
    expect(await line(page).count()).toBe(0);
    await page.goto(at(address));
    expect(await line(page).count()).toBe(0);
  });
});

test('it is there with the first paint, so that nothing moves', async () => {
  const page = await reader('the-meeting/');
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(at('the-meeting/'), { waitUntil: 'load' });
  expect(await line(page).count()).toBe(1);
});

test('the list of changes labels those that are new', async () => {
  const page = await reader('changes/');
  await page.goto(at('changes/'));
  const labelled = page.locator('article', { has: fresh(page) });
  const ids = await labelled.evaluateAll((articles) => articles.map(({ id }) => id));
  expect(ids).toEqual(['1904-07-01-letter', '1904-06-15-rumour']);
  expect(await axeFaults(page)).toEqual([]);
});

test('a device that stores nothing is told nothing, and so is one without script', async () => {
  const page = await reader();
  await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => undefined }));
  await page.goto(at('the-meeting/'));
  await page.reload();
  expect(await line(page).count()).toBe(0);
  const plain = await reader(undefined, { javaScriptEnabled: false });
  await plain.goto(at('the-meeting/'));
  expect(await line(plain).count()).toBe(0);
  expect(await plain.locator('[data-new]:visible').count()).toBe(0);
});
