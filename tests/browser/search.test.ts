import { expect, test } from 'vitest';
import { axeFaults, served } from '../support/browser.ts';
import { pageOf } from '../support/page-kinds.ts';
import { wordToFind } from '../support/story.ts';

/** Finding: the search is loaded only when it is used, works by keyboard, and is honest. */
const site = served();
const other = pageOf('timeline') ?? '/about/';

test('/ opens it from anywhere, and can be switched off', async () => {
  const page = await site.open(other);
  await page.keyboard.press('/');
  await page.waitForURL('**/search/');
  expect(await page.locator('#q').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByLabel(/The key \/ opens/).uncheck();
  await page.goto(site.at(other));
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(page.url()).toBe(site.at(other));
});

test('loads nothing before a word is typed, finds it wherever it is, and says how many there are', async () => {
  const { page, troubles } = await site.visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.at('/search/'));
  expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
  await page.keyboard.type(wordToFind.word);
  const results = page.locator('.results li');
  await results.first().waitFor();
  const kinds = await page.locator('.results .meta').allInnerTexts();
  expect(new Set(kinds.map((kind) => kind.trim())).size).toBeGreaterThan(Math.min(wordToFind.kinds.size, 3) - 1);
  const count = `${await results.count()} result`;
  expect(await page.getByRole('status').innerText()).toMatch(new RegExp(`^\\d+ results? for “${wordToFind.word}”`));
  expect(count).toMatch(/^[1-9]/);
  expect(page.url()).toContain(`?q=${encodeURIComponent(wordToFind.word)}`);
  expect(await axeFaults(page)).toEqual([]);
  // The first Tab reaches the button beside the field, the second the first result.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  expect(troubles).toEqual([]);
});

test('says that nothing was found, also behind a link to a search', async () => {
  const page = await site.open('/search/?q=zxqvqx');
  await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^Nothing was found for “zxqvqx”/);
  expect(await page.locator('.results li').count()).toBe(0);
});

test('without script the page leads to the contents instead', async () => {
  const page = await site.open('/search/', { javaScriptEnabled: false });
  expect(await page.locator('form').isVisible()).toBe(false);
  expect(await page.locator('main h3 + ul a').count()).toBeGreaterThan(1);
});
