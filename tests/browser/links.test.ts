import { expect, test } from 'vitest';
import { served } from '../support/browser.ts';
import { readPages } from '../support/pages.ts';
import { pageOf } from '../support/page-kinds.ts';
import { storySite } from '../support/sites.ts';

/** Where links lead on the page that they lead to. */
const site = served();
const pages = readPages(storySite.folder);
/** A page from which a place has moved to another page. */
const moved = pages.find(({ html }) => html.includes('class="meta moved"'))?.address;
const mentioned = pages.find(({ html }) => html.includes('<section id="mentions"'))?.address;

test('who arrives at a section is shown its heading, quietly and not for long', async () => {
  const id = 'section.prose > section, .prose > section';
  const page = await site.open(pageOf('explainer') ?? '', { reducedMotion: 'no-preference' });
  const section = (await page.locator(id).last().getAttribute('id')) ?? '';
  await page.goto(`${page.url()}#${section}`);
  const marks = await page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { target } = animation.effect as KeyframeEffect;
      return target ? [`${target.closest('section')?.id} ${target.tagName}`] : [];
    }),
  );
  expect(marks).toEqual([`${section} H2`]);
  const outline = await page.locator(`[id="${section}"]`).evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline).toBe('none');
});

test('who arrives at a section on a telephone is there at once, and stays', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;
  const { page } = await site.visit({ ...phone, reducedMotion: 'no-preference' });
  const address = pageOf('explainer') ?? '';
  await page.goto(site.at(address));
  const id = (await page.locator('.prose > section').last().getAttribute('id')) ?? '';
  await page.goto('about:blank');
  await page.goto(site.at(`${address}#${id}`));
  const top = () => page.locator(`[id="${id}"]`).evaluate((section) => section.getBoundingClientRect().top);
  expect(await top()).toBeLessThan(200);
  await page.waitForLoadState('networkidle');
  expect(await top()).toBeLessThan(200);
});

test.skipIf(!mentioned)('a sentence that mentions a thing leads to itself', async () => {
  const page = await site.open(mentioned ?? '', { viewport: { width: 800, height: 700 }, reducedMotion: 'reduce' });
  const link = page.locator('.mentions > ul a').first();
  const sentence = (await link.innerText()).replace(/\s+/g, ' ').slice(0, 30);
  await link.click();
  await page.waitForURL((url) => url.pathname !== mentioned);
  await page.waitForLoadState();
  await expect
    .poll(() =>
      page.evaluate((words) => {
        const blocks = [...document.querySelectorAll('main :is(p, li, td, th)')];
        const block = blocks.find(({ textContent }) => textContent.replace(/\s+/g, ' ').includes(words));
        const { top = -1 } = block?.getBoundingClientRect() ?? {};
        return top > -300 && top < innerHeight;
      }, sentence),
    )
    .toBe(true);
});

test.skipIf(!moved).each([true, false])(
  'only who comes by its old link is told where a place went, script: %s',
  async (javaScriptEnabled) => {
    const page = await site.open(moved ?? '', { javaScriptEnabled });
    const places = page.locator('.moved > li');
    expect(await places.filter({ visible: true }).count()).toBe(0);
    const id = (await places.last().getAttribute('id')) ?? '';
    await page.goto(site.at(`${moved}#${id}`));
    expect(await places.filter({ visible: true }).evaluateAll((shown) => shown.map((place) => place.id))).toEqual([id]);
    await places.last().getByRole('link').click();
    await page.waitForURL((url) => url.hash !== `#${id}`);
    expect(await places.filter({ visible: true }).count()).toBe(0);
  },
);
