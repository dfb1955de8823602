import type { Browser } from 'playwright-core';
import { visitOnce } from './visit.ts';

/** An event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { name?: string; data?: { url?: string } };
}

const CATEGORIES = [
  'devtools.timeline',
  'blink',
  'fonts',
  'ui',
  'v8',
  'loading',
  'disabled-by-default-devtools.timeline',
];

/**
 * The own time in milliseconds of each step of the page's main thread, by the name that the trace gives it: what its
 * steps within took is left out.
 */
export async function timesByName(browser: Browser, url: string): Promise<Map<string, number>> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const complete = new Promise<void>((done) => session.on('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  await visitOnce(browser, url);
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return ownTimes(events, url);
}

function ownTimes(events: readonly TraceEvent[], url: string): Map<string, number> {
  const opened = events.find(({ name, args }) => name === 'ResourceSendRequest' && args?.data?.url === url);
  const thread = events.find(
    ({ name, args, pid }) => name === 'thread_name' && args?.name === 'CrRendererMain' && pid === opened?.pid,
  );
  const steps = events
    .filter(({ ph, pid, tid, dur }) => ph === 'X' && dur !== undefined && pid === thread?.pid && tid === thread?.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const times = new Map<string, number>();
  const open: { name: string; end: number }[] = [];
  const add = (name: string, micros: number) => times.set(name, (times.get(name) ?? 0) + micros / 1000);
  for (const { name, ts, dur = 0 } of steps) {
    while ((open.at(-1)?.end ?? Infinity) <= ts) open.pop();
    const around = open.at(-1);
    if (around) add(around.name, -dur);
    add(name, dur);
    open.push({ name, end: ts + dur });
  }
  return times;
}
