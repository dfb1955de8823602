import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { serve } from '../support/serve.ts';
import { storySite } from '../support/sites.ts';
import { pageOfEachKind } from '../support/page-kinds.ts';
import { median, REPORTS, say, table } from './report.ts';

/** A telephone far from its mast: what Lighthouse calls slow 4G. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;
const SCREEN = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };

/** What one visit of a fresh reader took: times in milliseconds, sizes in bytes as they came over the line. */
interface Visit {
  firstPaint: number;
  largestPaint: number;
  /** What of the tasks longer than 50 ms is beyond them, after the first paint. */
  blocking: number;
  shift: number;
  /** Processor time of the page's main thread. */
  work: Record<'RecalcStyleDuration' | 'LayoutDuration' | 'ScriptDuration' | 'TaskDuration', number>;
  elements: number;
  bytes: Record<'Document' | 'Script' | 'Font' | 'other', number>;
  requests: number;
}

type Seen = Pick<Visit, 'largestPaint' | 'shift'> & { tasks: { start: number; length: number }[] };

/** Notes what a page paints and how it moves; runs in the page, before anything of its own. */
function observe(): void {
  const seen: Seen = { largestPaint: 0, shift: 0, tasks: [] };
  Object.assign(globalThis, { seen });
  const on = (type: string, note: (entry: PerformanceEntry & { value: number; hadRecentInput: boolean }) => void) =>
    new PerformanceObserver((list) => (list.getEntries() as never[]).forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  on('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  on('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, length: duration }));
}

/** Opens a page as a reader who was never there, on a slow line and machine, and waits until it is quiet. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(SCREEN);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const types = new Map<string, string>();
  const bytes = { Document: 0, Script: 0, Font: 0, other: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? '';
    bytes[type in bytes ? (type as keyof typeof bytes) : 'other'] += encodedDataLength;
  });
  await session.send('Performance.enable');
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(observe);
  await page.goto(url, { timeout: 60_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(700);
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
  const { tasks, ...seen } = await page.evaluate(() => ({
    ...(globalThis as unknown as { seen: Seen }).seen,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    elements: document.getElementsByTagName('*').length,
  }));
  const late = tasks.filter(({ start }) => start >= seen.firstPaint);
  const work = {
    RecalcStyleDuration: metric('RecalcStyleDuration'),
    LayoutDuration: metric('LayoutDuration'),
    ScriptDuration: metric('ScriptDuration'),
    TaskDuration: metric('TaskDuration'),
  };
  await context.close();
  return {
    ...seen,
    blocking: late.reduce((sum, { length }) => sum + length - 50, 0),
    work,
    bytes,
    requests: types.size,
  };
}

/** The bare control of a page: its words, links and tables as plain HTML, without style, script and what is hidden. */
async function bareOf(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url);
  const html = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    body.querySelectorAll('script, style, template, [popover], [hidden]').forEach((element) => element.remove());
    for (const drawing of body.querySelectorAll('svg')) drawing.replaceWith(drawing.textContent ?? '');
    for (const element of body.querySelectorAll('*'))
      for (const { name } of [...element.attributes]) if (name !== 'href') element.removeAttribute(name);
    const inside = body.innerHTML.replace(/<\/?(div|span|section|article|header|footer)>/g, '');
    return `<title>${document.title}</title>${inside}`;
  });
  await page.close();
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return head + html;
}

/** Measures a page of every kind against its bare control: one visit of each in turn, as often as `runs` says. */
export async function benchPages({ runs, kinds }: { runs: number; kinds: readonly string[] }): Promise<void> {
  const folder = path.join(REPORTS, 'bare');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, '404.html'), '');
  const [site, bares] = [
    await serve(storySite.folder, { compressed: true }),
    await serve(folder, { compressed: true }),
  ];
  const browser = await launch();
  say(
    `Chromium ${browser.version()}, ${SLOWER} times slower, ${LINE.latency} ms round trip, 1.6 Mbit/s, ` +
      'brotli of quality 11',
  );
  say(`a telephone of 412 × 823; medians of ${runs} visits of fresh readers, after one that does not count`);
  const measured: { kind: string; address: string; page: Visit[]; bare: Visit[] }[] = [];
  for (const { kind, address } of pageOfEachKind.filter((one) => kinds.length === 0 || kinds.includes(one.kind))) {
    const at = address.slice(1).replace(/\.html$/, '/');
    mkdirSync(path.join(folder, at), { recursive: true });
    writeFileSync(path.join(folder, at, 'index.html'), await bareOf(browser, site.url + address.slice(1)));
    const one = { kind, address, page: [] as Visit[], bare: [] as Visit[] };
    for (let run = 0; run <= runs; run += 1) {
      const both = [await visit(browser, site.url + address.slice(1)), await visit(browser, bares.url + at)] as const;
      if (run > 0)
        for (const [name, seen] of [
          ['page', both[0]],
          ['bare', both[1]],
        ] as const)
          one[name].push(seen);
    }
    measured.push(one);
    process.stderr.write(`${kind} `);
  }
  process.stderr.write('\n');
  await Promise.all([browser.close(), site.close(), bares.close()]);

  const of = (visits: readonly Visit[], value: (visit: Visit) => number) => median(visits.map(value));
  const against = ({ page, bare }: (typeof measured)[number], value: (visit: Visit) => number) => {
    const [mine, plain] = [of(page, value), of(bare, value)];
    return [mine, plain, plain === 0 ? NaN : mine / plain];
  };
  table('Bytes and requests of a first visit, as they come over the line', [
    ['kind', 'HTML', 'script', 'fonts', 'other', 'requests', 'elements', 'bare HTML', 'bare elements', 'address'],
    ...measured.map(({ kind, address, page, bare }) => [
      kind,
      ...(['Document', 'Script', 'Font', 'other'] as const).map((type) => of(page, ({ bytes }) => bytes[type])),
      ...[of(page, ({ requests }) => requests), of(page, ({ elements }) => elements)],
      ...[of(bare, ({ bytes }) => bytes.Document), of(bare, ({ elements }) => elements), address],
    ]),
  ]);
  table('First and largest contentful paint, total blocking time in ms, layout shift', [
    ['kind', 'FCP', 'bare', 'ratio', 'LCP', 'bare', 'ratio', 'blocking', 'bare', 'ratio', 'most shift', 'bare'],
    ...measured.map((one) => [
      one.kind,
      ...against(one, ({ firstPaint }) => firstPaint),
      ...against(one, ({ largestPaint }) => largestPaint),
      ...against(one, ({ blocking }) => blocking),
      // Whether words move depends on what arrives first, so that the worst visit counts.
      ...[one.page, one.bare].map((visits) => Math.max(...visits.map(({ shift }) => shift)).toFixed(4)),
    ]),
  ]);
  const ratios = measured.map((one) => against(one, ({ largestPaint }) => largestPaint)[2] ?? NaN);
  say(`LCP against bare: median ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}`);
  const parts = ['RecalcStyleDuration', 'LayoutDuration', 'ScriptDuration', 'TaskDuration'] as const;
  table('Processor time of the main thread in ms until the page is quiet, slowed down; page and bare', [
    ['kind', 'style', 'layout', 'script', 'all', 'bare: style', 'layout', 'script', 'all'],
    ...measured.map(({ kind, page, bare }) => [
      kind,
      ...[page, bare].flatMap((visits) => parts.map((part) => of(visits, ({ work }) => work[part]))),
    ]),
  ]);
}
