import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { dist } from '../support/build.ts';
import { readPages } from '../support/pages.ts';
import { served } from '../support/served.ts';

/** What every picture is to a reader: at every width, in both themes, and on paper. */
const site = served();
const { at } = site;
const addresses = readPages(dist)
  .map(({ address }) => address)
  .filter((address) => /^\/pictures\/.+/.test(address));

/**
 * The picture that is shown, as the browser set it: what overlaps, what leaves it, and the smallest text in CSS
 * pixels.
 */
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

test('there are pictures to look at', () => {
  expect(addresses.length).toBeGreaterThan(0);
});

describe.each(addresses)('%s', (address) => {
  test.each([360, 600, 768, 1024, 1440])(
    '%i pixels wide: one shape, words apart and legible, no scroll sideways',
    async (width) => {
      const { page, context, troubles } = await site.visit({ viewport: { width, height: 800 } });
      await page.goto(at(address));
      const seen = await measure(page);
      expect(seen?.shown).toBe(1);
      expect(seen?.faults).toEqual([]);
      expect(seen?.texts).toBeGreaterThan(5);
      expect(seen?.smallest).toBeGreaterThanOrEqual(11);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );

  test.each(['light', 'dark'] as const)('%s: no fault that axe knows, the table open', async (colorScheme) => {
    for (const width of [360, 1440]) {
      const { page, context } = await site.visit({ colorScheme, viewport: { width, height: 800 } });
      await page.goto(at(address));
      await page.locator('main details summary').first().click();
      expect(await axeFaults(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
      await context.close();
    }
  });

  test('as it was known: what came later is set aside in the picture and in its table', async () => {
    const { page, context } = await site.visit({ viewport: { width: 1000, height: 800 } });
    await page.goto(at(address));
    const later = page.locator('main figure > .wide .later, main details tr.later');
    await page.locator('main details summary').click();
    const all = await later.count();
    expect(await later.filter({ visible: true }).count()).toBe(all);
    await page.evaluate(() => void (document.documentElement.dataset['asOf'] = ''));
    expect(await later.filter({ visible: true }).count()).toBe(0);
    await context.close();
  });

  test('on paper the wide shape stands with its table unfolded', async () => {
    const { page, context } = await site.visit({ viewport: { width: 640, height: 900 } });
    await page.goto(at(address));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main figure > .wide').isVisible()).toBe(true);
    expect(await page.locator('main figure > .narrow').isVisible()).toBe(false);
    expect((await measure(page))?.faults).toEqual([]);
    expect(await page.locator('main details table').first().locator('tbody tr').first().isVisible()).toBe(true);
    expect(await page.locator('main details summary').isVisible()).toBe(false);
    await context.close();
  });
});
