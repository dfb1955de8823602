import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, overflow, served, type Served } from '../support/browser.ts';
import { pageOf } from '../support/page-kinds.ts';
import { smallSite } from '../support/sites.ts';
import { story, wordToFind } from '../support/story.ts';

/** Finding: the search is loaded only when it is used, works by keyboard, and is honest. */
const site = served();
const small = served(smallSite);
const other = pageOf('timeline') ?? '/about/';
const person = story.terms.find(({ kind, sort, title }) => kind === 'person' && sort !== title);

/** Where the search says what it found. */
const said = (page: Page) => page.getByRole('search').getByRole('status');

const open = async (from: Served, query: string, more = '') => {
  const page = await from.open(`/search/?q=${encodeURIComponent(query)}${more}`);
  await expect.poll(() => said(page).innerText()).not.toBe('');
  return page;
};

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
  expect(asked.filter((url) => /pagefind|\.json/.test(url))).toEqual([]);
  await page.keyboard.type(wordToFind.word);
  const results = page.locator('.pages li');
  await results.first().waitFor();
  const kinds = await page.locator('.pages .meta').allInnerTexts();
  expect(new Set(kinds.map((kind) => kind.trim())).size).toBeGreaterThan(Math.min(wordToFind.kinds.size, 3) - 1);
  expect(await said(page).innerText()).toMatch(new RegExp(`^\\d+ results? for “${wordToFind.word}”`));
  expect(page.url()).toContain(`?q=${encodeURIComponent(wordToFind.word)}`);
  expect((await page.locator('.pages mark').allInnerTexts()).join(' ')).toContain(wordToFind.word);
  expect(await page.locator('.pages a[href*="/sources/"]:not([href$="/sources/"])').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  // Tab goes over the button and the box beside the field to the first result.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  expect(troubles).toEqual([]);
  // On the way back the words are still there, with what they found.
  await page.goBack();
  await expect.poll(() => page.locator('#q').inputValue()).toBe(wordToFind.word);
  await results.first().waitFor();
});

test('who comes back finds as many results, and the one that was followed', async () => {
  const page = await open(site, story.title);
  await page.locator('.pages > button').click();
  const many = await page.locator('.pages li').count();
  expect(many).toBeGreaterThan(10);
  await page
    .locator('.pages li > a')
    .nth(many - 2)
    .click();
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  await page.goBack();
  await expect.poll(() => page.locator('.pages li').count()).toBe(many);
  const isSeen = () =>
    page
      .locator('.pages li')
      .nth(many - 2)
      .evaluate((one) => one.getBoundingClientRect().top < innerHeight);
  await expect.poll(isSeen).toBe(true);
});

test('says that nothing was found, also behind a link to a search', async () => {
  const page = await open(site, 'zxqvqx');
  expect(await said(page).innerText()).toMatch(/^Nothing was found for “zxqvqx”/);
  expect(await page.locator('.pages').isVisible()).toBe(false);
});

test('no two results read alike, and more come by a button, which hands the keyboard on', async () => {
  const page = await open(site, wordToFind.word);
  const more = page.locator('.pages > button');
  const links = page.locator('.pages li > a');
  for (let shown = await links.count(); await more.isVisible(); shown = await links.count()) {
    await more.press('Enter');
    await expect.poll(() => links.count()).toBeGreaterThan(shown);
    expect(await links.nth(shown).evaluate((link) => link === document.activeElement)).toBe(true);
  }
  const titles = await links.allInnerTexts();
  expect(new Set(titles).size).toBe(titles.length);
  expect(await said(page).innerText()).toMatch(new RegExp(`^${titles.length} result`));
});

test('sources are found when they are asked for, and the link to the search keeps that', async () => {
  const page = await open(site, story.sources[0]?.publisher.name ?? '');
  expect(await page.locator('.sources').isVisible()).toBe(false);
  await page.getByLabel('In the sources too').check();
  await page.locator('.sources li').first().waitFor();
  await page.reload();
  await page.locator('.sources li').first().waitFor();
  expect(await page.getByLabel('In the sources too').isChecked()).toBe(true);
  expect(await page.locator('.sources h2').innerText()).toMatch(/^In the sources: \d+ result/);
});

test.runIf(person)('a slip in a name finds it, and asks whether it was meant', async () => {
  const { sort = '', address = '' } = person ?? {};
  const [name = ''] = sort.split(',');
  const page = await open(site, `${name.slice(0, -1)}q`);
  const meant = said(page).getByRole('button', { name });
  await meant.waitFor();
  expect(await page.locator('.pages li > a').first().getAttribute('href')).toBe(address);
  await meant.click();
  await expect.poll(() => said(page).innerText()).toContain(`“${name}”`);
  expect(await page.locator('#q').inputValue()).toBe(name);
});

test('put back to the key moment, it finds nothing that came later', async () => {
  const later = story.events.find((event) => event.later);
  const page = await site.open('/search/');
  await page.evaluate(() => localStorage.setItem('as-of', '1'));
  await page.goto(site.at(`/search/?q=${encodeURIComponent(later?.title ?? '')}`));
  await expect.poll(() => said(page).innerText()).toContain('What came later is left out.');
  expect(await page.locator(`.pages a[href="${later?.address}"]`).count()).toBe(0);
});

describe('below a path', () => {
  test('a result leads to its page', async () => {
    const page = await open(small, 'letter');
    const link = page.locator('.pages li > a').first();
    expect(await link.getAttribute('href')).toMatch(/^\/story\/(?!story\/)/);
    await link.click();
    await page.waitForURL((url) => !url.pathname.startsWith('/story/search/'));
    expect(await page.locator('h1').innerText()).not.toMatch(/not found/i);
  });

  test('without Pagefind, names are found all the same', async () => {
    const { page } = await small.visit();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(small.at('/search/?q=brook'));
    await expect
      .poll(() => page.locator('.pages li > a').first().getAttribute('href'))
      .toBe('/story/glossary/ada-brook/');
  });
});

test.each(['light', 'dark'] as const)('fits a small telephone, %s', async (colorScheme) => {
  const { page } = await site.visit({ colorScheme, viewport: { width: 360, height: 780 } });
  await page.goto(site.at(`/search/?q=${wordToFind.word}`));
  await page.locator('.pages li').first().waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await axeFaults(page)).toEqual([]);
});

test('says the number of results only where all have what was asked', async () => {
  const page = await open(small, 'brook toll');
  expect(await said(page).innerText()).toBe('Results for “brook toll”, the nearest first.');
  await page.locator('#q').fill('brook');
  await expect.poll(() => said(page).innerText()).toMatch(/^\d+ results? for “brook”/);
  expect(await page.getByText('The search needs script').isVisible()).toBe(false);
});

test('without script the page says so and leads to the contents instead', async () => {
  const page = await site.open('/search/', { javaScriptEnabled: false });
  expect(await page.locator('form').isVisible()).toBe(false);
  expect(await page.getByText(story.words.search.needsScript).isVisible()).toBe(true);
  expect(await page.locator('main h3 + ul a').count()).toBeGreaterThan(1);
});
