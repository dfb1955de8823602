import type { Browser, CDPSession, Page } from 'playwright-core';

/** A telephone far from its mast: what Lighthouse calls slow 4G. */
export const THROTTLE = { latency: 150, download: 1_600_000, upload: 750_000, cpu: 4 };
const SCREEN = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
/** How long a page must be quiet until it counts as shown, in milliseconds. */
const QUIET = 700;

/** What one visit of a fresh reader took. Times in milliseconds from the start of navigation. */
export interface Visit {
  firstPaint: number;
  largestPaint: number;
  /** What of the tasks longer than 50 ms is beyond them, after the first paint. */
  blocking: number;
  shift: number;
  /** The elements that moved, each once. */
  moved: string[];
  /** Processor time of the page's main thread, slowed down as it is. */
  style: number;
  layout: number;
  script: number;
  task: number;
  elements: number;
  /** The addresses that were asked for, with the bytes that came over the line. */
  requests: { url: string; type: string; bytes: number }[];
}

interface Seen {
  largest: number;
  shift: number;
  moved: string[];
  tasks: { start: number; length: number }[];
}

/** Notes what a page paints and how it moves; runs in the page, before anything of its own. */
function observe(): void {
  const seen: Seen = { largest: 0, shift: 0, moved: [], tasks: [] };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  on('layout-shift', (entry) => {
    const { value, hadRecentInput, sources } = entry as PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Node }[];
    };
    if (hadRecentInput) return;
    seen.shift += value;
    for (const { node } of sources) {
      const element = node instanceof Element ? node : node?.parentElement;
      const name = [element?.tagName.toLowerCase(), ...(element?.classList ?? [])].join('.');
      if (!seen.moved.includes(name)) seen.moved.push(name);
    }
  });
  on('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, length: duration }));
}

/** Opens a page as a reader who was never there, under the throttle, and waits until nothing happens any more. */
export async function visitOnce(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(SCREEN);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const requests = await throttle(session);
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
    await settled(page);
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string) => 1000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    const seen = await page.evaluate(() => ({
      ...(globalThis as unknown as { seen: Seen }).seen,
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      elements: document.getElementsByTagName('*').length,
    }));
    return {
      firstPaint: seen.first,
      largestPaint: seen.largest,
      blocking: seen.tasks.filter(({ start }) => start >= seen.first).reduce((sum, { length }) => sum + length - 50, 0),
      shift: seen.shift,
      moved: seen.moved,
      style: metric('RecalcStyleDuration'),
      layout: metric('LayoutDuration'),
      script: metric('ScriptDuration'),
      task: metric('TaskDuration'),
      elements: seen.elements,
      requests: [...requests.values()],
    };
  } finally {
    await context.close();
  }
}

async function throttle(session: CDPSession): Promise<ReadonlyMap<string, Visit['requests'][number]>> {
  const requests = new Map<string, Visit['requests'][number]>();
  session.on('Network.responseReceived', ({ requestId, response, type }) =>
    requests.set(requestId, { url: response.url, type, bytes: 0 }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  const { latency, download, upload, cpu } = THROTTLE;
  await session.send('Performance.enable');
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: download / 8,
    uploadThroughput: upload / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return requests;
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async (quiet) => {
    await document.fonts.ready;
    await new Promise((done) => setTimeout(done, quiet));
  }, QUIET);
}
