import { describe, expect, test } from 'vitest';
import { axeFaults } from '../support/axe.ts';
import { dist } from '../support/build.ts';
import { pageOfEachKind } from '../support/kinds.ts';
import { served } from '../support/served.ts';

/** What every kind of page is to a reader, whatever the theme, the width and the script. */
const site = served();
const { at } = site;

describe.each(pageOfEachKind(dist))('$kind ($address)', ({ address }) => {
  test.each([
    { colorScheme: 'light', width: 360 },
    { colorScheme: 'dark', width: 360 },
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 1440 },
  ] as const)(
    '$colorScheme, $width pixels wide: no fault that axe knows, no scroll sideways, no error',
    async ({ colorScheme, width }) => {
      const { page, context, troubles } = await site.visit({ colorScheme, viewport: { width, height: 800 } });
      await page.goto(at(address));
      expect(await axeFaults(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const brightness = Math.max(...(background.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
      if (colorScheme === 'dark') expect(brightness).toBeLessThan(80);
      else expect(brightness).toBeGreaterThan(220);
      expect(troubles.filter((trouble) => !(address === '/404.html' && trouble.includes('404')))).toEqual([]);
      await context.close();
    },
  );

  test('reads the same with script off', async () => {
    const read = async (javaScriptEnabled: boolean) => {
      const { page, context } = await site.visit({ javaScriptEnabled, viewport: { width: 1000, height: 800 } });
      await page.goto(at(address));
      // What only script can do is shown only where script runs.
      await page.evaluate(() =>
        document.querySelectorAll('.as-of, .search > form, .keys').forEach((part) => part.remove()),
      );
      const text = await page.locator('main').innerText();
      await context.close();
      return text;
    };
    const without = await read(false);
    expect(without.length).toBeGreaterThan(100);
    expect(await read(true)).toBe(without);
  });
});
