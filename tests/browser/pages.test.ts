import { describe, expect, test } from 'vitest';
import { axeFaults, overflow, served } from '../support/browser.ts';
import { pageOfEachKind } from '../support/page-kinds.ts';

/** What every kind of page is to a reader, whatever the theme, the width and the script. */
const site = served();

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [360, 1440].map((width) => ({ colorScheme, width })),
);

describe.each(pageOfEachKind)('$kind ($address)', ({ kind, address }) => {
  test('has no fault that axe knows, no scroll sideways and no error, light and dark, narrow and wide', async () => {
    const { page, troubles } = await site.visit();
    await page.goto(site.at(address));
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const look = `${colorScheme}, ${width} pixels wide`;
      // Contrast differs by theme, order and overlap by width; axe takes seconds on a long page.
      if ((colorScheme === 'dark') === (width === 360)) expect(await axeFaults(page), look).toEqual([]);
      expect(await overflow(page), look).toBe(0);
      const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const brightness = Math.max(...(paper.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
      expect(colorScheme === 'dark' ? brightness < 80 : brightness > 220, `${look}: ${paper}`).toBe(true);
    }
    expect(troubles.filter((trouble) => !(kind === 'notFound' && trouble.includes('404')))).toEqual([]);
  });

  test('reads the same with script off', async () => {
    const read = async (javaScriptEnabled: boolean) => {
      const page = await site.open(address, { javaScriptEnabled, viewport: { width: 1000, height: 800 } });
      // What only script can do is shown only where script runs.
      await page.evaluate(() =>
        document.querySelectorAll('.as-of, .search > form, .keys').forEach((part) => part.remove()),
      );
      return page.locator('main').innerText();
    };
    const without = await read(false);
    expect(without.length).toBeGreaterThan(100);
    expect(await read(true)).toBe(without);
  });
});
