import { beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, overflow, resize, served } from '../support/browser.ts';
import { pageOfEachKind } from '../support/page-kinds.ts';
import { languageSites, smallSite } from '../support/sites.ts';

/** What every kind of page is to a reader, whatever the theme, the width and the script. */
const site = served();
const small = served(smallSite);

describe.each(languageSites)('$name', (language) => {
  const own = served(language);

  test('on a wide screen has the contents before the text and the notes behind it', async () => {
    const { page } = await own.visit({ viewport: { width: 1440, height: 900 } });
    await page.goto(own.at('/'));
    await page.goto(
      new URL((await page.locator('#explainers li a').first().getAttribute('href')) ?? '', page.url()).href,
    );
    await page.locator('.notes-beside').waitFor({ state: 'attached' });
    const places = ['.beside', '.article', '.notes ol > li'].map((selector) => page.locator(selector).last());
    const lefts = await Promise.all(places.map(async (place) => (await place.boundingBox())?.x ?? NaN));
    const isFromRight = (await page.locator('html').getAttribute('dir')) === 'rtl';
    expect(lefts).toEqual(lefts.toSorted((one, other) => (isFromRight ? other - one : one - other)));
  });
});

test.each([320, 360, 640, 768, 1200])('addresses, code and eight columns never widen a page of %i', async (width) => {
  const page = await small.open('/the-fall/');
  await resize(page, width);
  expect(await overflow(page)).toBe(0);
  const text = (await page.locator('article > .text').boundingBox()) ?? { x: 0, width: 0 };
  const ends = await page
    .locator('.prose :is(td, tbody th, pre, p)')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().left + part.scrollWidth));
  expect(Math.max(...ends)).toBeLessThanOrEqual(text.x + text.width + 1);
  // A short word beside a long one stays whole.
  const [head] = await page.locator('.prose table').last().locator('tbody th').allInnerTexts();
  const line = await page
    .locator('.prose table')
    .last()
    .locator('tbody th')
    .first()
    .evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    });
  expect([head, line]).toEqual(['Archive', 1]);
});

const LOOKS = [
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 1440 },
] as const;

describe('a page of each kind', () => {
  const reader = site.tab();
  const plain = site.tab({ javaScriptEnabled: false, viewport: { width: 1000, height: 800 } });

  describe.each(pageOfEachKind)('$kind ($address)', ({ kind, address }) => {
    beforeAll(async () => {
      reader.troubles.length = 0;
      await reader.page.goto(site.at(address));
    });

    test('has no fault that axe knows, no scroll sideways and no error, light and dark, narrow and wide', async () => {
      const { page, troubles } = reader;
      for (const { colorScheme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme });
        await resize(page, width);
        const look = `${colorScheme}, ${width} pixels wide`;
        // Contrast differs by theme, order and overlap by width. The book of all texts shows nothing of its own.
        if ((colorScheme === 'dark') === (width === 360) && (kind !== 'all' || width === 1440))
          expect(await axeFaults(page), look).toEqual([]);
        expect(await overflow(page), look).toBe(0);
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        const brightness = Math.max(...(paper.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
        expect(colorScheme === 'dark' ? brightness < 80 : brightness > 220, `${look}: ${paper}`).toBe(true);
      }
      expect(troubles.filter((trouble) => !(kind === 'notFound' && trouble.includes('404')))).toEqual([]);
    });

    test('has a masthead of one line on a telephone, with the search and the menu in reach', async () => {
      const { page } = reader;
      await resize(page, 360, 740);
      expect((await page.locator('.masthead').boundingBox())?.height).toBeLessThan(60);
      expect(await page.locator('.masthead a[href$="/search/"]').isVisible()).toBe(true);
      expect(await page.locator('.masthead .opens').isVisible()).toBe(true);
    });

    test('shows what leads on from a text or a list as a link', async () => {
      await resize(reader.page, 1440, 900);
      const plain = await reader.page.locator('main a:visible').evaluateAll((links) =>
        links
          .filter((link) =>
            link.matches(':not(svg a, .contents a, .anchor, .back, .back a, [role=doc-noteref], [aria-current])'),
          )
          .filter((link) => link.getClientRects().length > 0 && !link.matches('.visually-hidden'))
          .filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline'))
          .map((link) => link.textContent.trim()),
      );
      expect(plain).toEqual([]);
    });

    test('reads the same with script off', async () => {
      await plain.page.goto(site.at(address));
      await resize(reader.page, 1000);
      const [without = '', withScript] = await Promise.all(
        [plain, reader].map(async ({ page }) => {
          // What only script can do is shown only where script runs, and that it cannot where it does not.
          await page.evaluate(() =>
            document.querySelectorAll('.as-of, .search > form, .keys, .scriptless').forEach((part) => part.remove()),
          );
          return page.locator('main').innerText();
        }),
      );
      expect(without.length).toBeGreaterThan(100);
      expect(withScript).toBe(without);
    });
  });
});
