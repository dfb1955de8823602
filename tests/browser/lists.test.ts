import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dist } from '../support/build.ts';
import { readPages } from '../support/pages.ts';
import { served } from '../support/served.ts';

/**
 * The timeline and its parts, the documents side by side, the positions: without script, since none of them needs it.
 */
const site = served();

async function open(address: string, width = 1200): Promise<Page> {
  const { page } = await site.visit({ javaScriptEnabled: false, viewport: { width, height: 800 } });
  await page.goto(site.at(address));
  return page;
}

describe('the timeline', () => {
  test('marks the key moment and gives the days around it headings', async () => {
    const page = await open('/timeline/');
    expect(await page.locator('.events .moment').count()).toBe(1);
    expect(await page.locator('main h3').count()).toBeGreaterThan(5);
    const dates = await page.locator('main section > h2').allInnerTexts();
    expect(dates.map(Number)).toEqual(dates.map(Number).toSorted((a, b) => a - b));
  });

  test('every filter leads to a page that says how many it leaves, can be cleared, and holds just those', async () => {
    const page = await open('/timeline/');
    const filters = await page.locator('.filters li').evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        count: Number(/\d+\s*$/.exec(item.textContent ?? '')?.[0]),
      })),
    );
    expect(filters.length).toBeGreaterThan(20);
    const all = await page.locator('.events > li').count();
    const pages = new Map(readPages(dist).map((built) => [built.address, built.html]));
    for (const { href, count } of filters) {
      expect(href).toMatch(/^\/timeline\/(strand|actor|source)\/[a-z0-9-]+\/$/);
      expect(pages.get(href), href).toContain(`${count} of ${all} events`);
    }
    const { href, count } = filters[0] ?? { href: '', count: 0 };
    await page.goto(new URL(href.slice(1), site.url).href);
    expect(await page.locator('.events > li').count()).toBe(count);
    expect(await page.locator('header p', { hasText: ` of ${all} events` }).innerText()).toContain(
      `${count} of ${all} events`,
    );
    expect(await page.locator('.filters [aria-current]').count()).toBe(1);
    await page.getByRole('link', { name: 'Show them all' }).click();
    expect(page.url()).toMatch(/\/timeline\/$/);
  });

  test('on paper keeps the chosen part and says so', async () => {
    const page = await open('/timeline/');
    const href = (await page.locator('.filters a').first().getAttribute('href')) ?? '';
    await page.goto(new URL(href.slice(1), site.url).href);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('h1').innerText()).toMatch(/^Timeline: .+/);
    expect(
      await page
        .getByText(/\d+ of \d+ events/)
        .first()
        .isVisible(),
    ).toBe(true);
  });
});

describe('the documents side by side', () => {
  test('are a table in which each row is an address and what a document lacks is said', async () => {
    const page = await open('/drafts/');
    const table = page.getByRole('table');
    const heads = await table.getByRole('columnheader').allInnerTexts();
    expect(heads.length).toBe(4);
    const rows = table.locator('tbody').getByRole('row');
    expect(await rows.count()).toBeGreaterThanOrEqual(13);
    for (const row of await rows.all()) {
      expect(await row.getAttribute('id')).toBeTruthy();
      expect(await row.getByRole('rowheader').count()).toBe(1);
      expect(await row.getByRole('cell').count()).toBe(3);
    }
    expect(await table.getByText('Nothing on this').count()).toBeGreaterThan(3);
    const articles = new Set(
      await table.locator('td a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    );
    expect(articles.size).toBe(17);
  });

  test('keep the pair together on a telephone, and their roles', async () => {
    const page = await open('/drafts/', 360);
    const row = page.getByRole('table').locator('tbody').getByRole('row').first();
    const [left, right] = await Promise.all([0, 1].map((at) => row.getByRole('cell').nth(at).boundingBox()));
    expect(left && right && right.y >= left.y + left.height - 1 && right.y - left.y < 260).toBe(true);
    expect(
      await row
        .getByRole('cell')
        .first()
        .evaluate((cell) => getComputedStyle(cell, '::before').content),
    ).toContain('US treaty');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

describe('the positions', () => {
  test('show all answers in one picture, and in a table of words with their sources', async () => {
    const page = await open('/positions/');
    const picture = page.getByRole('img', { name: 'The answers in one glance' });
    expect(await picture.isVisible()).toBe(true);
    const cells = await page.locator('tbody td').all();
    expect(cells.length).toBe(39);
    for (const cell of cells) {
      const text = await cell.innerText();
      expect(text).toMatch(/Refused|Open to talk|Other offer|Position stated|Says it complies|No answer found/);
      if (!text.includes('No answer found')) expect(await cell.locator('a[href^="/sources/"]').count()).toBe(1);
    }
  });
});

test('the two accounts of the call stand side by side, with silence drawn as silence', async () => {
  const page = await open('/the-call/');
  const table = page.getByRole('table').first();
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Topic', 'White House', 'Kremlin']);
  const silence = table.locator('.silence');
  expect(await silence.count()).toBeGreaterThan(3);
  expect(new Set(await silence.allInnerTexts())).toEqual(new Set(['Not mentioned']));
});
