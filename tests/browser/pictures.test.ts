import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults, overflow, served } from '../support/browser.ts';
import { story } from '../support/story.ts';

/** What every picture is to a reader: at every width, in both themes, and on paper. */
const site = served();
const addresses = story.pictures.map(({ address }) => address);

/** The picture that is shown, as the browser sets it: what overlaps or leaves it, and its smallest text in pixels. */
const measure = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const shown = [...document.querySelectorAll<SVGSVGElement>('main figure > svg')].filter(
      (svg) => svg.getBoundingClientRect().width > 0,
    );
    const [svg] = shown;
    if (!svg) return undefined;
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom, height } = text.getBoundingClientRect();
      // The box of a line holds more than its letters.
      return {
        words: text.textContent,
        left: left + 0.5,
        right: right - 0.5,
        top: top + height * 0.2,
        bottom: bottom - height * 0.16,
        size: (Number.parseFloat(getComputedStyle(text).fontSize) * frame.width) / svg.viewBox.baseVal.width,
      };
    });
    const faults: string[] = [];
    texts.forEach((one, place) => {
      // Some letters reach a hair beyond the place where they begin.
      if (
        one.left < frame.left - 2 ||
        one.right > frame.right + 2 ||
        one.top < frame.top - 2 ||
        one.bottom > frame.bottom + 2
      )
        faults.push(`“${one.words}” leaves the picture`);
      for (const other of texts.slice(place + 1))
        if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
          faults.push(`“${one.words}” overlaps “${other.words}”`);
    });
    return {
      shown: shown.length,
      faults,
      smallest: Math.min(...texts.map(({ size }) => size)),
      texts: texts.length,
      width: frame.width,
    };
  });

describe.each(addresses)('%s', (address) => {
  test('is one shape at every width, with words apart and legible, and no scroll sideways', async () => {
    const { page, troubles } = await site.visit();
    await page.goto(site.at(address));
    for (const width of [360, 600, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const seen = await measure(page);
      expect({ width, shown: seen?.shown, faults: seen?.faults }).toEqual({ width, shown: 1, faults: [] });
      expect(seen?.texts).toBeGreaterThan(5);
      expect(seen?.smallest).toBeGreaterThanOrEqual(11);
      expect(await overflow(page)).toBe(0);
    }
    expect(troubles).toEqual([]);
  });

  test('has no fault that axe knows, in both themes, with its table open', async () => {
    const page = await site.open(address);
    await page.locator('main details summary').first().click();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [360, 1440]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect(await axeFaults(page), `${colorScheme}, ${width} pixels wide`).toEqual([]);
        expect(await overflow(page)).toBe(0);
      }
  });

  test('as it was known: what came later is set aside in the picture and in its table', async () => {
    const page = await site.open(address, { viewport: { width: 1000, height: 800 } });
    const later = page.locator('main figure > .wide .later, main details tr.later');
    await page.locator('main details summary').click();
    const all = await later.count();
    expect(await later.filter({ visible: true }).count()).toBe(all);
    await page.evaluate(() => void (document.documentElement.dataset['asOf'] = ''));
    expect(await later.filter({ visible: true }).count()).toBe(0);
  });

  test('on paper the wide shape has its table unfolded', async () => {
    const page = await site.open(address, { viewport: { width: 640, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main figure > .wide').isVisible()).toBe(true);
    expect(await page.locator('main figure > .narrow').isVisible()).toBe(false);
    expect((await measure(page))?.faults).toEqual([]);
    expect(await page.locator('main details table').first().locator('tbody tr').first().isVisible()).toBe(true);
    expect(await page.locator('main details summary').isVisible()).toBe(false);
  });
});
