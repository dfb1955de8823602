import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, overflow, served } from '../support/browser.ts';
import { languageSites } from '../support/sites.ts';
import { story } from '../support/story.ts';

/** The ribbon as a browser lays it out, with the site's own type. */
const site = served();
const arabic = served(languageSites.find(({ name }) => name.endsWith('/ar')));
const { events } = story;
const WIDTHS = [360, 768, 1440];

async function open(address: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
  const page = await site.open(address, { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await page.evaluate(() => document.fonts.ready);
  return page;
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
  test.each(width === 768 ? (['light', 'dark'] as const) : (['light'] as const))(
    'has no words over words, no fault that axe knows and no scroll sideways (%s)',
    async (scheme) => {
      const page = await open('/', width, scheme);
      expect(await page.locator('svg.ribbon:visible text').count()).toBeGreaterThan(1);
      expect(await overlapping(page, 'svg.ribbon')).toEqual([]);
      expect(await faultsIn(page, 'figure:has(.ribbon)')).toEqual([]);
      expect(await overflow(page)).toBe(0);
    },
  );

  test('shows one drawing, whose every mark is a link with a name that takes the focus and a finger', async () => {
    const page = await open('/', width);
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
  });

  test('leads from a label and from a mark to the page of the event', async () => {
    const page = await open('/', width);
    const label = page.locator('svg.ribbon:visible a:has(text):not(:has(.n)):not(.moment)').first();
    const address = (await label.getAttribute('href')) ?? '';
    await label.locator('text').click();
    expect(new URL(page.url()).pathname).toBe(address);
    await page.goBack();
    const mark = page.locator('svg.ribbon:visible a:not(:has(text))').first();
    const other = (await mark.getAttribute('href')) ?? '';
    await mark.locator('use').click();
    expect(new URL(page.url()).pathname).toBe(other);
  });

  test('can be skipped with the keyboard', async () => {
    const page = await open('/', width);
    const skip = page.locator('figure:has(.ribbon) > figcaption > a');
    await skip.focus();
    expect((await skip.boundingBox())?.height).toBeGreaterThan(15);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('#ribbon-end') !== null)).toBe(true);
  });

  test('shows in small where an event is, with nothing over anything', async () => {
    for (const address of ['/timeline/', events[0]?.address, events.at(-1)?.address]) {
      const page = await open(address ?? '', width);
      expect(await page.locator('.strip text').count()).toBeGreaterThan(0);
      expect(await overlapping(page, '.strip')).toEqual([]);
      expect(await faultsIn(page, '.strip')).toEqual([]);
      expect(await page.locator('.strip circle').count()).toBe(address === '/timeline/' ? 0 : 1);
      expect(await overflow(page)).toBe(0);
    }
  });
});

test('written from right to left, the small one keeps its words within its width', async () => {
  const page = await arabic.open('/timeline/', { viewport: { width: 640, height: 900 } });
  const out = await page.evaluate(() => {
    const own = document.querySelector('.strip')?.getBoundingClientRect() ?? new DOMRect();
    const texts = [...document.querySelectorAll('.strip text')].map((one) => one.getBoundingClientRect());
    return texts.filter(({ left, right }) => left < own.left - 1 || right > own.right + 1).length;
  });
  expect(out).toBe(0);
});

test('on paper the ribbon is there, and its words do not overlap', async () => {
  const page = await open('/', 700);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('svg.ribbon:visible').count()).toBe(1);
  expect(await overlapping(page, 'svg.ribbon')).toEqual([]);
});
