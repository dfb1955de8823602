import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { dist } from '../support/build.ts';
import { pageOfEachKind } from '../support/kinds.ts';
import { barePage } from './bare.ts';
import { machine } from './machine.ts';
import { median, ratio, Report, whole } from './report.ts';
import { brotli, serveCompressed } from './server.ts';
import { timesByName } from './trace.ts';
import { THROTTLE, visitOnce, type Visit } from './visit.ts';

interface Measured {
  kind: string;
  address: string;
  page: Visit[];
  bare: Visit[];
}

/** Measures a page of every kind against its bare control: one visit of each in turn, as often as `runs` says. */
export async function benchPages({ runs, kinds }: { runs: number; kinds: readonly string[] }): Promise<void> {
  const report = new Report('pages');
  const pages = pageOfEachKind(dist).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const bares = new Map(pages.map(({ address }) => [bareAddress(address), barePage(read(address))]));
  const server = await serveCompressed(dist, bares);
  const browser = await launch();
  report.say(machine({ Chromium: `${browser.version()}, headless, ${THROTTLE.cpu} times slower` }));
  report.say(
    `line: ${THROTTLE.latency} ms round trip, ${THROTTLE.download / 1e6} Mbit/s down (by the browser); local HTTP/1.1, connections kept open, brotli of quality 11`,
  );
  report.say(
    `screen: 412 × 823 at 1.75, a telephone; fresh reader each time; medians of ${runs} visits, page and bare control in turn, after one that does not count`,
  );
  try {
    const measured = await measure(browser, server.url, pages, runs);
    tellSizes(report, measured, bares);
    tellTimes(report, measured);
    await tellWork(report, browser, server.url, measured);
    report.keep('pages', measured);
  } finally {
    await browser.close();
    await server.close();
  }
  report.write();
}

const bareAddress = (address: string) => `/bare${address.replace(/\.html$/, '/')}`;
const read = (address: string) =>
  readFileSync(path.join(dist, address.endsWith('/') ? `${address}index.html` : address), 'utf8');

async function measure(
  browser: Browser,
  url: string,
  pages: readonly { kind: string; address: string }[],
  runs: number,
): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { kind, address } of pages) {
    const one: Measured = { kind, address, page: [], bare: [] };
    for (let run = 0; run <= runs; run += 1) {
      const [page, bare] = [
        await visitOnce(browser, url + address),
        await visitOnce(browser, url + bareAddress(address)),
      ];
      if (run === 0) continue;
      one.page.push(page);
      one.bare.push(bare);
    }
    measured.push(one);
    process.stderr.write(`${kind} `);
  }
  process.stderr.write('\n');
  return measured;
}

const middle = (visits: readonly Visit[], of: (visit: Visit) => number) => median(visits.map(of));

/** Whether words move depends on what arrives first, so that the worst visit counts. */
const most = (visits: readonly Visit[]) => Math.max(...visits.map(({ shift }) => shift));

function tellSizes(report: Report, measured: readonly Measured[], bares: ReadonlyMap<string, string>): void {
  const rows = measured.map(({ kind, address, page: [visit], bare: [bare] }) => {
    const html = Buffer.from(read(address));
    const style = [...html.toString().matchAll(/<style>(.*?)<\/style>/gs)].reduce(
      (sum, [, css = '']) => sum + Buffer.byteLength(css),
      0,
    );
    const files = (type: RegExp) =>
      (visit?.requests ?? [])
        .filter((request) => type.test(request.type))
        .map(({ url }) => readFileSync(path.join(dist, decodeURIComponent(new URL(url).pathname))));
    const sum = (list: readonly Buffer[], size: (bytes: Buffer) => number) =>
      list.reduce((total, bytes) => total + size(bytes), 0);
    const script = files(/^Script$/);
    const gzip = (bytes: Buffer) => gzipSync(bytes, { level: 9 }).length;
    return [
      kind,
      ...[html.length, style, gzip(html), brotli(html).length].map(whole),
      ...[sum(script, (bytes) => bytes.length), sum(script, gzip), sum(script, (bytes) => brotli(bytes).length)].map(
        whole,
      ),
      whole(sum(files(/^Font$/), (bytes) => bytes.length)),
      whole(sum(files(/^(?!Document|Script|Font)/), (bytes) => bytes.length)),
      whole(visit?.requests.length ?? 0),
      whole(visit?.elements ?? 0),
      whole(brotli(Buffer.from(bares.get(bareAddress(address)) ?? '')).length),
      whole(bare?.elements ?? 0),
      address,
    ];
  });
  const head = [
    'kind',
    'HTML raw',
    'its CSS',
    'gzip',
    'brotli',
    'script raw',
    'gzip',
    'brotli',
    'fonts',
    'other',
    'requests',
    'elements',
    'bare brotli',
    'bare elements',
    'address',
  ];
  report.table('Bytes and requests of a first visit', [head, ...rows]);
}

function tellTimes(report: Report, measured: readonly Measured[]): void {
  const both = (one: Measured, of: (visit: Visit) => number) => [middle(one.page, of), middle(one.bare, of)] as const;
  const rows = measured.map((one) => {
    const [first, bareFirst] = both(one, (visit) => visit.firstPaint);
    const [largest, bareLargest] = both(one, (visit) => visit.largestPaint);
    const [blocking, bareBlocking] = both(one, (visit) => visit.blocking);
    return [
      one.kind,
      whole(first),
      whole(bareFirst),
      ratio(first, bareFirst),
      whole(largest),
      whole(bareLargest),
      ratio(largest, bareLargest),
      whole(blocking),
      whole(bareBlocking),
      ratio(blocking, bareBlocking),
      most(one.page).toFixed(4),
      most(one.bare).toFixed(4),
    ];
  });
  const head = [
    'kind',
    'FCP ms',
    'bare',
    'ratio',
    'LCP ms',
    'bare',
    'ratio',
    'blocking ms',
    'bare',
    'ratio',
    'most layout shift',
    'bare',
  ];
  report.table('First and largest contentful paint, total blocking time, layout shift', [head, ...rows]);
  for (const { kind, page } of measured) {
    const moved = [...new Set(page.flatMap((visit) => visit.moved))];
    if (moved.length > 0) report.say(`moved on ${kind}: ${moved.join(', ')}`);
  }
  const ratios = measured.map(
    (one) => middle(one.page, (visit) => visit.largestPaint) / middle(one.bare, (visit) => visit.largestPaint),
  );
  report.say(`LCP against bare: median ${median(ratios).toFixed(2)}, worst ${Math.max(...ratios).toFixed(2)}`);
}

/** How many of the slowest kinds are looked into. */
const SLOWEST = 4;

async function tellWork(report: Report, browser: Browser, url: string, measured: readonly Measured[]): Promise<void> {
  const of = (visits: readonly Visit[]) =>
    (['style', 'layout', 'script', 'task'] as const).map((name) => whole(middle(visits, (visit) => visit[name])));
  report.table('Processor time of the main thread in ms until the page is quiet, slowed down; page and bare', [
    ['kind', 'style', 'layout', 'script', 'all', 'bare: style', 'layout', 'script', 'all'],
    ...measured.map(({ kind, page, bare }) => [kind, ...of(page), ...of(bare)]),
  ]);
  const slowest = [...measured]
    .sort((a, b) => middle(b.page, (visit) => visit.task) - middle(a.page, (visit) => visit.task))
    .slice(0, SLOWEST);
  for (const { kind, address } of slowest) {
    const [page, bare] = [
      await timesByName(browser, url + address),
      await timesByName(browser, url + bareAddress(address)),
    ];
    const names = [...page]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 12)
      .map(([name]) => name);
    report.table(`Where it goes on ${address} (${kind}): own time of each step in ms, from one trace`, [
      ['step', 'page', 'bare'],
      ...names.map((name) => [name, (page.get(name) ?? 0).toFixed(1), (bare.get(name) ?? 0).toFixed(1)]),
    ]);
  }
}
