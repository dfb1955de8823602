import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { axeFaults, overflow, resize, served } from '../support/browser.ts';
import { story } from '../support/story.ts';
import { showsLater } from '../../src/story/assemble-pictures.ts';

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
    const isShown = (text: Element) => text.getClientRects().length > 0;
    const texts = [...svg.querySelectorAll('text')].filter(isShown).map((text) => {
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

describe('a picture', () => {
  const reader = site.tab();

  describe.each(addresses)('%s', (address) => {
    beforeAll(async () => {
      reader.troubles.length = 0;
      await reader.page.goto(site.at(address));
    });

    test('is one shape at every width, with words apart and legible, and no scroll sideways', async () => {
      for (const width of [360, 600, 768, 1024, 1440]) {
        await resize(reader.page, width);
        const seen = await measure(reader.page);
        expect({ width, shown: seen?.shown, faults: seen?.faults }).toEqual({ width, shown: 1, faults: [] });
        expect(seen?.texts).toBeGreaterThan(5);
        expect(seen?.smallest).toBeGreaterThanOrEqual(11);
        expect(await overflow(reader.page)).toBe(0);
      }
      expect(reader.troubles).toEqual([]);
    });

    test('on paper the wide shape has its table unfolded', async () => {
      const { page } = reader;
      await resize(page, 640, 900);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('main figure > .wide').isVisible()).toBe(true);
      expect(await page.locator('main figure > .narrow').isVisible()).toBe(false);
      expect((await measure(page))?.faults).toEqual([]);
      expect(await page.locator('main details table').first().locator('tbody tr').first().isVisible()).toBe(true);
      expect(await page.locator('main details summary').isVisible()).toBe(false);
      await page.emulateMedia({ media: null });
    });

    test('has no fault that axe knows, in both themes, with its table open', async () => {
      const { page } = reader;
      await page.locator('main details summary').first().click();
      for (const [colorScheme, width] of [
        ['dark', 360],
        ['light', 1440],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        await resize(page, width);
        expect(await axeFaults(page, { part: 'main' }), `${colorScheme}, ${width} pixels wide`).toEqual([]);
        expect(await overflow(page)).toBe(0);
      }
    });

    test('where the system sets all colours, words have its own, whatever theme is stored', async () => {
      const { page } = reader;
      for (const colorScheme of ['light', 'dark'] as const)
        for (const theme of ['light', 'dark'] as const) {
          await page.emulateMedia({ forcedColors: 'active', colorScheme });
          const { ink, paper, link, own } = await page.evaluate((stored) => {
            document.documentElement.dataset['theme'] = stored;
            const system = document.body.appendChild(document.createElement('p'));
            system.style.color = 'LinkText';
            const link = getComputedStyle(system).color;
            system.style.cssText = 'color: CanvasText; background: Canvas';
            const { color, backgroundColor } = getComputedStyle(system);
            system.remove();
            const texts = [...document.querySelectorAll<SVGTextElement>('main figure > svg text')];
            const own = texts
              .filter((text) => text.getClientRects().length > 0)
              .map((text) => getComputedStyle(text).fill);
            return { ink: color, paper: backgroundColor, link, own: [...new Set(own)] };
          }, theme);
          expect(own, `${colorScheme}, ${theme} stored`).toContain(ink);
          expect(own.filter((colour) => ![ink, paper, link].includes(colour))).toEqual([]);
        }
      // Land of which a map says nothing is fainter than what it tells of.
      const [rest = 0, ...told] = await page.evaluate(() => {
        const opacity = (path: Element) => Number(getComputedStyle(path).fillOpacity);
        const land = document.querySelector('main figure > .wide .land');
        const tinted = [...document.querySelectorAll('main figure > .wide path[fill-opacity]:not(.land)')];
        return land ? [land, ...tinted].map(opacity) : [];
      });
      expect(told.filter((opacity) => opacity <= rest)).toEqual([]);
      await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
    });

    test('as it was known: what came later is set aside in the picture and in its table', async () => {
      const { page } = reader;
      await resize(page, 1000);
      const later = page.locator('main figure > .wide .later, main details tr.later');
      await page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')));
      const all = await later.count();
      expect(await later.filter({ visible: true }).count()).toBe(all);
      await page.evaluate(() => void (document.documentElement.dataset['asOf'] = ''));
      expect(await later.filter({ visible: true }).count()).toBe(0);
      // What stands in its place is apart from all else.
      expect((await measure(page))?.faults ?? []).toEqual([]);
    });
  });
});

/** The pictures in a text, as a reader sees them: which file, how wide, and the colour of a corner of its paper. */
const LOOKS = [
  ['dark', ''],
  ['dark', 'light'],
  ['light', ''],
  ['light', 'dark'],
] as const;

describe('in a text', () => {
  const telephone = site.tab({ viewport: { width: 360, height: 800 } });

  describe.each(story.explainers.map(({ address, later }, nth) => ({ address, later, nth })))('$address', (text) => {
    const { address, later, nth } = text;

    test('at least one is shown, says what it shows, fits, and leads to its page', async () => {
      const { page, troubles } = telephone;
      troubles.length = 0;
      await page.goto(site.at(address));
      const images = page.locator('.prose figure img').filter({ visible: true });
      expect(await images.count()).toBeGreaterThan(0);
      for (const image of await images.all()) {
        await image.scrollIntoViewIfNeeded();
        await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
        const box = await image.boundingBox();
        expect(box && [box.x >= 0, box.x + box.width <= 360, box.width > 300]).toEqual([true, true, true]);
        expect((await image.getAttribute('alt'))?.length).toBeGreaterThan(40);
      }
      const figure = page.locator('.prose figure').first();
      const target = await figure.locator('a').getAttribute('href');
      await figure
        .locator('img')
        .first()
        .click({ force: true, position: { x: 100, y: 60 } });
      await page.waitForURL((url) => url.pathname === target);
      expect(await overflow(page)).toBe(0);
      expect(troubles).toEqual([]);
    });

    test('its paper is that of the page, in the theme of the device and in the other', async () => {
      const { page } = telephone;
      await page.goto(site.at(address));
      const image = page.locator('.prose figure img').filter({ visible: true }).first();
      // How a theme is chosen is the same on each page; every picture is seen on both papers.
      for (const [colorScheme, theme] of LOOKS.slice(0, nth === 0 ? 4 : 2)) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate((chosen) => void (document.documentElement.dataset['theme'] = chosen), theme);
        await image.scrollIntoViewIfNeeded();
        await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
        // Not at its very edge, where the drawing and the page share a pixel.
        const corner = { left: 3, top: 3, width: 1, height: 1 };
        const pixel = await sharp(await image.screenshot())
          .extract(corner)
          .raw()
          .toBuffer();
        const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        expect(paper).toBe(`rgb(${[...pixel.subarray(0, 3)].join(', ')})`);
      }
    });

    test.runIf(!later)('as it was known, the picture of that day is in its place, or none', async () => {
      const page = await site.open(address);
      const images = page.locator('.prose figure img').filter({ visible: true });
      const now = await images.evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
      await page.evaluate(() => void (document.documentElement.dataset['asOf'] = ''));
      const then = await images.evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
      const known = now.flatMap((source) => {
        const picture = story.pictures.find((one) =>
          source.startsWith(`${new URL(site.server.url).pathname}${one.address.slice(1)}`),
        );
        if (!picture || picture.later) return [];
        return [showsLater(picture) ? source.replace(/now\.svg$/, 'then.svg') : source];
      });
      expect(then).toEqual(known);
    });
  });
});

test('the list of pictures is in the navigation and shows each', async () => {
  const page = await site.open('/');
  await page.locator('#site-menu').getByText(story.words.pageKinds.pictures.name).click();
  await expect.poll(() => page.url()).toBe(site.at('/pictures/'));
  const images = page.locator('main li img').filter({ visible: true });
  expect(await images.count()).toBe(story.pictures.length);
});
