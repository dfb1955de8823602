import { describe, expect, test } from 'vitest';
import { axeFaults, overflow, served } from '../support/browser.ts';
import { pageOf } from '../support/page-kinds.ts';

/** What a telephone has room for: the menu in one line above the page, and the contents wherever the reader is. */
const site = served();
const explainer = pageOf('explainer') ?? '';
const NARROW = { viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;

test('on a wide screen all of it is there, and nothing to open', async () => {
  const page = await site.open(explainer, { viewport: { width: 1440, height: 900 } });
  expect(await page.locator('.opens').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('#site-menu a').first().isVisible()).toBe(true);
});

test.each([true, false])('the menu opens every place, also without script (script: %s)', async (javaScriptEnabled) => {
  const page = await site.open(explainer, { ...NARROW, javaScriptEnabled });
  const places = page.locator('#site-menu a');
  expect(await places.first().isVisible()).toBe(false);
  await page.locator('.masthead .opens').click();
  for (const place of await places.all()) expect((await place.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  expect(await page.locator('#site-menu .theme').isVisible()).toBe(javaScriptEnabled);
  expect(await overflow(page)).toBe(0);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await places.first().isVisible()).toBe(false);
});

test('large letters leave the name of the site whole, and the search beside the menu', async () => {
  const page = await site.open(explainer, NARROW);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '27px'));
  const cut = await page.locator('.masthead .name').evaluate((name) => name.scrollWidth - name.clientWidth);
  expect(cut).toBe(0);
  const [search, menu] = await Promise.all(
    ['a[rel=search]', '.opens'].map((one) => page.locator(`.masthead ${one}`).boundingBox()),
  );
  expect(search?.y).toBe(menu?.y);
  expect(await overflow(page)).toBe(0);
});

describe('the contents', () => {
  test('stand one below the other at even distances', async () => {
    const page = await site.open(explainer, NARROW);
    await page.locator('button[popovertarget=page-contents]').click();
    const boxes = await page
      .locator('#page-contents a')
      .evaluateAll((links) => links.map((link) => link.getBoundingClientRect()));
    const gaps = boxes.slice(1).map(({ top }, at) => Math.round(top - (boxes[at]?.bottom ?? 0)));
    expect(new Set(gaps).size).toBe(1);
  });

  test('are one tap away from anywhere, name the section, and lead to it and to the top', async () => {
    const page = await site.open(explainer, NARROW);
    const bar = page.locator('button[popovertarget=page-contents]');
    const contents = page.locator('#page-contents');
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const end = ((await page.locator('article').boundingBox())?.height ?? 0) - 740;
    for (let y = 0; y < Math.min(end, height); y += 700) {
      await page.evaluate((to) => scrollTo(0, to), y);
      const box = await bar.boundingBox();
      expect(box && box.y >= 0 && box.y + box.height <= 740, `at ${y}`).toBe(true);
    }
    const links = contents.locator('li a');
    for (const link of await links.all()) {
      await bar.click();
      const title = await link.innerText();
      await link.click();
      expect(await contents.isVisible()).toBe(false);
      await expect.poll(() => bar.innerText()).toContain(title);
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
      const heading = page.locator(`[id="${id}"] > .head > :first-child`);
      const isInView = () =>
        heading.evaluate((element) => {
          const { left, top } = element.getBoundingClientRect();
          return element.contains(document.elementFromPoint(left + 4, top + 8));
        });
      await expect.poll(isInView, { message: title }).toBe(true);
    }
    await bar.click();
    expect(await contents.locator('[aria-current]').count()).toBe(1);
    await contents.locator('.to-top a').click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  });

  test('open without script', async () => {
    const page = await site.open(explainer, { ...NARROW, javaScriptEnabled: false });
    await page.locator('button[popovertarget=page-contents]').click();
    expect(await page.locator('#page-contents a').first().isVisible()).toBe(true);
  });
});
