import { describe, expect, test } from 'vitest';
import { served } from '../support/browser.ts';
import { pageOfEachKind } from '../support/page-kinds.ts';

/** Nothing moves while a page arrives. */
const site = served();

/** Notes every element that moves; runs in the page, before anything of its own. */
function noteMoves(): void {
  const moved: string[] = [];
  Object.assign(globalThis, { moved });
  type Shift = PerformanceEntry & { sources: { node?: Node }[]; hadRecentInput: boolean };
  // Notes in the margin are put beside their lines by script, on a slow machine after the first paint.
  const isText = ({ node }: { node?: Node }) => !(node instanceof Element && node.closest('.notes'));
  const nameOf = (node?: Node) => (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 80);
  new PerformanceObserver((list) => {
    for (const { sources, hadRecentInput } of list.getEntries() as Shift[])
      if (!hadRecentInput) moved.push(...sources.filter(isText).map(({ node }) => nameOf(node) ?? 'something'));
  }).observe({ type: 'layout-shift', buffered: true });
}

describe.each(pageOfEachKind)('$kind ($address)', ({ kind, address }) => {
  const widths = kind === 'home' || kind === 'explainer' ? [360, 1440] : [360];
  test.each(widths)('%i pixels wide: no word moves, however late the fonts are', async (width) => {
    const { page } = await site.visit({ viewport: { width, height: 800 } });
    const late = Promise.withResolvers<void>();
    await page.route('**/*.woff2', async (route) => {
      await late.promise;
      await route.continue();
    });
    await page.addInitScript(noteMoves);
    await page.goto(site.at(address), { waitUntil: 'commit' });
    await page.waitForFunction(() => document.readyState !== 'loading');
    // The browser’s own clock decides when it no longer waits for a typeface: after a moment.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
    late.resolve();
    await page.evaluate(async () => {
      await document.fonts.ready;
      for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
  });
});

test('the script of a page begins when its words have been painted', async () => {
  const { page } = await site.visit();
  await page.addInitScript(() => {
    // As on a slow line, where a page does not wait for its typeface.
    performance.getEntriesByType = () => [];
    new MutationObserver(() => {
      if (document.documentElement.dataset['script'] !== 'on') return;
      Object.assign(globalThis, { painted: performance.getEntriesByName('first-contentful-paint').length });
    }).observe(document, { subtree: true, attributeFilter: ['data-script'] });
  });
  await page.goto(site.at('/about/'));
  expect(await page.evaluate(() => Reflect.get(globalThis, 'painted') as unknown)).toBe(1);
});

test('the script of a page begins also where the browser does not tell of its paint', async () => {
  const { page } = await site.visit();
  await page.addInitScript(() => {
    performance.getEntriesByType = () => [];
    PerformanceObserver.prototype.observe = () => undefined;
  });
  await page.goto(site.at('/about/'));
  expect(await page.locator('html').getAttribute('data-script')).toBe('on');
});

test('a page has the typeface once the browser has it', async () => {
  const { page, context } = await site.visit();
  const session = await context.newCDPSession(page);
  const typefaces = async () => {
    await page.goto(site.at('/'));
    await page.evaluate(() => document.fonts.ready);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts.map(({ familyName }) => familyName).join();
  };
  // A browser that is kept waiting shows another typeface for one more page.
  await expect.poll(typefaces).toContain('Source Serif');
});

test('while a page waits for its typeface nothing is seen of it, and the tab key already goes through it', async () => {
  const { page } = await site.visit();
  await page.goto(site.at('/about/'));
  const body = page.locator('body');
  await page.evaluate(() => void (document.documentElement.dataset['wait'] = ''));
  expect(await body.evaluate((one) => getComputedStyle(one).opacity)).toBe('0');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML);
  const first = await focused();
  expect(first).toMatch(/^<a /);
  await page.evaluate(() => void delete document.documentElement.dataset['wait']);
  expect([await focused(), await body.evaluate((one) => getComputedStyle(one).opacity)]).toEqual([first, '1']);
});

test('where one face is late, none is used', async () => {
  const { page } = await site.visit();
  const late = Promise.withResolvers<void>();
  let asked = 0;
  await page.route('**/*.woff2', async (route) => {
    asked += 1;
    if (asked > 1) await late.promise;
    await route.continue();
  });
  await page.goto(site.at('/about/'), { waitUntil: 'commit' });
  await page.locator('body').waitFor();
  await page.waitForFunction(() => document.readyState !== 'loading' && !('wait' in document.documentElement.dataset));
  late.resolve();
  await page.waitForFunction(() => localStorage.getItem('faces'));
  const families = await page.evaluate(() => [...document.fonts].map(({ family }) => family));
  expect(families).not.toContain('Display');
  expect(families.filter((family) => family === 'Text').length).toBeLessThan(2);
});
