import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFaults, served } from '../support/browser.ts';
import { smallSite } from '../support/sites.ts';

/** What is new to a reader who comes back. The small story was published on 1 June 1904 and corrected on 1 July. */
const site = served(smallSite);
const { at } = site;

/** A reader who has read everything up to a day; undefined for one who never marked anything. */
async function reader(read?: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { page, context } = await site.visit(options);
  if (read !== undefined) {
    await context.addInitScript((day) => {
      // Only the first page of the visit: what the reader marks later must hold.
      if (!localStorage.getItem('read')) localStorage.setItem('read', day);
    }, read);
  }
  return page;
}

const notice = (page: Page) => page.getByRole('link', { name: /since you marked all as read/ });
const fresh = (page: Page) => page.getByText('New', { exact: true });

test('nothing is told before a reader has marked anything', async () => {
  const page = await reader();
  await page.goto(at('the-meeting/'));
  expect(await notice(page).count()).toBe(0);
  await page.goto(at('changes/'));
  expect(await fresh(page).filter({ visible: true }).count()).toBe(0);
  await page.goto(at('the-meeting/'));
  expect(await notice(page).count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('read'))).toBeNull();
});

test('a reader who comes back is told how many changes there were, and where they are', async () => {
  const page = await reader('1904-06-01');
  await page.goto(at('glossary/aldmoor/'));
  expect(await notice(page).innerText()).toBe('1 change since you marked all as read');
  expect(await axeFaults(page)).toEqual([]);
  await notice(page).click();
  expect(page.url()).toBe(at('changes/'));
  expect(await fresh(page).filter({ visible: true }).count()).toBe(1);
  expect(await page.locator('article', { has: fresh(page).filter({ visible: true }) }).getAttribute('id')).toBe(
    '1904-07-01-letter',
  );
  expect(await axeFaults(page)).toEqual([]);
  // Having seen the page is not having read it.
  await page.goto(at('glossary/aldmoor/'));
  expect(await notice(page).count()).toBe(1);
});

test('marking all as read works by keyboard, says so, and holds on every page, also on the way back', async () => {
  const page = await reader('1904-06-01');
  await page.goto(at('the-meeting/'));
  await page.goto(at('changes/'));
  const button = page.getByRole('button', { name: 'Mark all as read' });
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await page.getByRole('status').innerText()).toContain('done');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await fresh(page).filter({ visible: true }).count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('read'))).toBe('1904-07-01');
  await page.goBack();
  await expect.poll(() => notice(page).count()).toBe(0);
  await page.goto(at('timeline/'));
  expect(await notice(page).count()).toBe(0);
});

test.each([360, 1440])('the notice moves no text and covers none, %i pixels wide', async (width) => {
  const viewport = { width, height: 800 };
  const places = async (page: Page) => {
    await page.evaluate(() => document.fonts.ready);
    return page.locator('main :is(h1, p, h2)').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  };
  const without = await reader(undefined, { viewport });
  const page = await reader('1904-01-01', { viewport });
  // One of them may have the typeface in time and the other not.
  for (const one of [page, without]) await one.route('**/*.woff2', (route) => route.abort());
  for (const address of ['', 'the-meeting/', 'changes/', 'timeline/']) {
    await Promise.all([without.goto(at(address)), page.goto(at(address))]);
    expect(await places(page), address).toEqual(await places(without));
    const box = await page.locator('.news').evaluate((news) => {
      const { bottom, right } = (news.firstElementChild as HTMLElement).getBoundingClientRect();
      return { bottom, right, height: (news.firstElementChild as HTMLElement).getBoundingClientRect().height };
    });
    const kicker = await page.locator('main :is(.label, h1)').first().boundingBox();
    expect(box.bottom, address).toBeLessThanOrEqual((kicker?.y ?? 0) + 1);
    expect(box.right, address).toBeLessThanOrEqual(width);
    expect(box.height, address).toBeLessThan(width < 500 ? 30 : 45);
  }
});

test('a device that stores nothing says so', async () => {
  const page = await reader();
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new Error('no room');
    };
  });
  await page.goto(at('changes/'));
  await page.getByRole('button', { name: 'Mark all as read' }).press('Space');
  expect(await page.getByRole('status').innerText()).toContain('keeps no marks');
});

test('with script off there is nothing but the page', async () => {
  const page = await reader(undefined, { javaScriptEnabled: false });
  await page.goto(at('changes/'));
  expect(await page.locator('.news').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Mark all as read' }).count()).toBe(0);
  expect(await page.locator('article').count()).toBe(2);
});
