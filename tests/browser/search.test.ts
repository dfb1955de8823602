import { expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { served } from '../support/served.ts';

/** Finding: the search is loaded only when it is used, works by keyboard, and is honest. */
const site = served();

test('/ opens it from anywhere, and can be switched off', async () => {
  const { page } = await site.visit();
  await page.goto(`${site.url}timeline/`);
  await page.keyboard.press('/');
  await page.waitForURL('**/search/');
  expect(await page.locator('#q').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByLabel(/The key \/ opens/).uncheck();
  await page.goto(`${site.url}timeline/`);
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/\/timeline\/$/);
});

test('loads nothing before a word is typed, finds sections, events and terms, and says how many', async () => {
  const { page, troubles } = await site.visit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site.url}search/`);
  expect(asked.filter((url) => url.includes('pagefind'))).toEqual([]);
  await page.keyboard.type('Bucharest');
  const results = page.locator('.results li');
  await results.first().waitFor();
  const kinds = await page.locator('.results .meta').allInnerTexts();
  expect(kinds.some((kind) => kind.trim() === 'Event')).toBe(true);
  expect(kinds.some((kind) => kind.trim() === 'Glossary')).toBe(true);
  expect(kinds.some((kind) => kind.includes('Section of'))).toBe(true);
  expect(await page.getByRole('status').innerText()).toMatch(/^\d+ results for “Bucharest”/);
  expect(page.url()).toContain('?q=Bucharest');
  expect(await axeFaults(page)).toEqual([]);
  // The first Tab reaches the button beside the field, the second the first result.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  expect(troubles).toEqual([]);
});

test('notes and navigation are not found, and a link to a search works', async () => {
  const { page } = await site.visit();
  await page.goto(`${site.url}search/?q=zxqvqx`);
  await expect.poll(() => page.getByRole('status').innerText()).toMatch(/^Nothing was found for “zxqvqx”/);
  expect(await page.locator('.results li').count()).toBe(0);
});

test('without script the page leads to the contents instead', async () => {
  const { page } = await site.visit({ javaScriptEnabled: false });
  await page.goto(`${site.url}search/`);
  expect(await page.locator('form').isVisible()).toBe(false);
  expect(await page.locator('main a[href="/glossary/"]').isVisible()).toBe(true);
  expect(await page.locator('main h3 + ul a').count()).toBeGreaterThan(20);
});
