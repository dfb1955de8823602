import { describe, expect, test } from 'vitest';
import { dist } from '../support/build.ts';
import { pageOfEachKind } from '../support/kinds.ts';
import { served } from '../support/served.ts';

const site = served();

describe.each(pageOfEachKind(dist))('$kind ($address)', ({ address }) => {
  test.each([360, 1440])('%i pixels wide: no word moves, however late the fonts are', async (width) => {
    const { page, context } = await site.visit({ viewport: { width, height: 800 } });
    await page.route('**/*.woff2', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.addInitScript(() => {
      const moved: string[] = [];
      Object.assign(globalThis, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { sources, hadRecentInput } = entry as PerformanceEntry & {
            sources: { node?: Node }[];
            hadRecentInput: boolean;
          };
          if (!hadRecentInput)
            moved.push(
              ...sources.map(
                ({ node }) =>
                  (node instanceof Element ? node : node?.parentElement)?.outerHTML.slice(0, 80) ?? 'something',
              ),
            );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(site.url + address.slice(1));
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((done) => setTimeout(done, 200));
    });
    expect(await page.evaluate(() => (globalThis as unknown as { moved: string[] }).moved)).toEqual([]);
    await context.close();
  });
});

// How long a browser waits is its own affair, and a busy machine may keep it longer: these two may be tried again.
test('the next page has the typeface', { retry: 2 }, async () => {
  const { page, context } = await site.visit();
  await page.goto(site.url);
  await page.evaluate(() => document.fonts.ready);
  await page.goto(`${site.url}about/`);
  await page.evaluate(() => document.fonts.ready);
  const session = await context.newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  expect(fonts.map(({ familyName }) => familyName).join()).toContain('Source Serif');
  await context.close();
});

test('the page that a reader is about to open is there before it is asked for', { retry: 2 }, async () => {
  const { page, context, troubles } = await site.visit();
  await page.goto(site.url);
  const link = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Timeline' });
  await link.hover();
  // A pointer that rests for a fifth of a second is taken for a reader about to click.
  await page.waitForTimeout(1000);
  await link.click();
  await page.waitForURL('**/timeline/');
  expect(
    await page.evaluate(
      () =>
        (performance.getEntriesByType('navigation')[0] as PerformanceEntry & { deliveryType?: string }).deliveryType,
    ),
  ).toBe('navigational-prefetch');
  expect(troubles).toEqual([]);
  await context.close();
});
