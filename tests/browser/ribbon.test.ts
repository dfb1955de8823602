import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { dist } from '../support/build.ts';
import { readPages } from '../support/pages.ts';
import { served } from '../support/served.ts';

/** The ribbon as a browser lays it out, with the site's own type. */
const site = served();
const { at } = site;
const events = readPages(dist).filter(({ address }) => /^\/timeline\/[^/]+\/$/.test(address));
const WIDTHS = [360, 768, 1440];

async function open(address: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
  const visitor = await site.visit({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await visitor.page.goto(at(address));
  await visitor.page.evaluate(() => document.fonts.ready);
  return visitor;
}

/** Words in a part of a page that overlap other words, by what the browser measures. */
function overlapping(page: Page, part: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const texts = [...document.querySelectorAll(`${selector} text`)]
      .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    return texts.flatMap((a, index) =>
      texts.slice(index + 1).flatMap((b) => {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        return across > 0.5 && down > 0.5 ? [`${a.words} / ${b.words}`] : [];
      }),
    );
  }, part);
}

// What axe cannot decide counts for the size of targets, which is ours to guarantee.
const faultsIn = (page: Page, part: string) => axeFaults(page, { part, undecided: ['target-size'] });

describe.each(WIDTHS)('at %i pixels the ribbon on the front page', (width) => {
  test.each(['light', 'dark'] as const)(
    'has no words over words, no fault that axe knows and no scroll sideways (%s)',
    async (scheme) => {
      const { page, context } = await open('/', width, scheme);
      expect(await page.locator('svg.ribbon:visible text').count()).toBeGreaterThan(20);
      expect(await overlapping(page, 'svg.ribbon')).toEqual([]);
      expect(await faultsIn(page, 'figure:has(.ribbon)')).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      await context.close();
    },
  );

  test('shows one drawing, whose every mark is a link with a name that takes the focus and a finger', async () => {
    const { page, context } = await open('/', width);
    const drawing = page.locator('svg.ribbon:visible');
    expect(await drawing.count()).toBe(1);
    const links = await page
      .getByRole('group', { name: /on one line/ })
      .getByRole('link')
      .all();
    expect(links.length).toBe(await drawing.locator('a').count());
    const marks = await drawing.evaluate((svg) =>
      [...svg.querySelectorAll<SVGAElement>('a')].map((link) => {
        link.focus();
        const { width: wide, height: high } = (link.querySelector('use') ?? link).getBoundingClientRect();
        const shape = link.querySelector('use');
        return {
          name: link.querySelector('title')?.textContent ?? '',
          focused: document.activeElement === link,
          framed: shape === null || getComputedStyle(shape).getPropertyValue('--room') !== '',
          wide,
          high,
        };
      }),
    );
    for (const { name, focused, framed, wide, high } of marks) {
      expect(name).toMatch(/.{8,}\d{4}$/);
      expect({ name, focused, framed }).toEqual({ name, focused: true, framed: true });
      expect(Math.min(wide, high), name).toBeGreaterThanOrEqual(23.9);
    }
    expect(await page.getByRole('link', { name: marks[0]?.name ?? '', exact: true }).count()).toBe(1);
    await context.close();
  });

  test('leads from a label and from a mark to the page of the event', async () => {
    const { page, context } = await open('/', width);
    const label = page.locator('svg.ribbon:visible a:has(text):not(:has(.n)):not(.moment)').first();
    const address = (await label.getAttribute('href')) ?? '';
    await label.locator('text').click();
    expect(new URL(page.url()).pathname).toBe(address);
    await page.goBack();
    const mark = page.locator('svg.ribbon:visible a:not(:has(text))').first();
    const other = (await mark.getAttribute('href')) ?? '';
    await mark.locator('use').click();
    expect(new URL(page.url()).pathname).toBe(other);
    await context.close();
  });

  test('can be skipped with the keyboard', async () => {
    const { page, context } = await open('/', width);
    const skip = page.locator('figure:has(.ribbon) > a').first();
    await skip.focus();
    expect((await skip.boundingBox())?.height).toBeGreaterThan(15);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('figcaption') !== null)).toBe(true);
    await context.close();
  });

  test('says in small where an event stands, with nothing over anything', async () => {
    for (const address of ['/timeline/', events[0]?.address, events.at(-1)?.address]) {
      const { page, context } = await open(address ?? '', width);
      expect(await page.locator('.strip text').count()).toBeGreaterThan(0);
      expect(await overlapping(page, '.strip')).toEqual([]);
      expect(await faultsIn(page, '.strip')).toEqual([]);
      expect(await page.locator('.strip circle').count()).toBe(address === '/timeline/' ? 0 : 1);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      await context.close();
    }
  });
});

test('on paper the ribbon is there, and its words stand apart', async () => {
  const { page, context } = await open('/', 700);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('svg.ribbon:visible').count()).toBe(1);
  expect(await overlapping(page, 'svg.ribbon')).toEqual([]);
  await context.close();
});
