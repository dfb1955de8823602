import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { launch } from '../support/browser.ts';
import { dist } from '../support/build.ts';
import { pageOfEachKind } from '../support/kinds.ts';
import { machine } from './machine.ts';
import { Report, REPORTS } from './report.ts';
import { serveCompressed } from './server.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/**
 * Runs Lighthouse as a telephone, throttled as it does by default, on a page of every kind; tells the scores and each
 * audit that is not passed. Its own reports are kept beside the others.
 */
export async function runLighthouse({ kinds }: { kinds: readonly string[] }): Promise<void> {
  const report = new Report('lighthouse');
  const server = await serveCompressed(dist, new Map());
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  const scores: string[][] = [];
  const faults = new Map<string, string[]>();
  report.say(machine({ Chromium: `${browser.version()}, headless` }));
  try {
    for (const { kind, address } of pageOfEachKind(dist).filter(
      (one) => kinds.length === 0 || kinds.includes(one.kind),
    )) {
      const run = await lighthouse(server.url + address, {
        port,
        logLevel: 'error',
        output: ['html', 'json'],
        onlyCategories: CATEGORIES,
      });
      if (!run) throw new Error(`Lighthouse says nothing of ${address}`);
      keep(kind, run.report);
      if (run.lhr.runtimeError) throw new Error(`Lighthouse cannot read ${address}: ${run.lhr.runtimeError.message}`);
      scores.push([kind, ...CATEGORIES.map((category) => score(run.lhr.categories[category]?.score)), address]);
      for (const fault of faultsOf(run.lhr)) faults.set(fault, [...(faults.get(fault) ?? []), kind]);
      process.stderr.write(`${kind} `);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  process.stderr.write('\n');
  report.table('Lighthouse, mobile', [['kind', ...CATEGORIES, 'address'], ...scores]);
  report.say(`\nAudits below 1, with the kinds of page: ${faults.size === 0 ? 'none' : ''}`);
  for (const [fault, where] of faults) report.say(`\n${fault}\n  on ${where.join(', ')}`);
  report.keep('scores', scores);
  report.write();
}

const score = (value: number | null | undefined): string =>
  typeof value === 'number' ? String(Math.round(value * 100)) : '–';

/** What is not passed: the audits that count for a category, and those that only tell. */
function faultsOf({ audits, categories }: Result): string[] {
  const counts = new Map(
    CATEGORIES.flatMap((name) => (categories[name]?.auditRefs ?? []).map(({ id, weight }) => [id, weight] as const)),
  );
  return Object.values(audits)
    .filter(({ id, score: value }) => typeof value === 'number' && value < 1 && counts.has(id))
    .map(({ id, title, explanation, displayValue, details }) => {
      const items =
        details && 'items' in details && Array.isArray(details.items)
          ? (details.items as Record<string, unknown>[]).slice(0, 3)
          : [];
      const reason = [displayValue, explanation, ...items.map(told)]
        .filter((part) => part !== undefined && part !== '')
        .join('; ');
      return `${id} (${(counts.get(id) ?? 0) > 0 ? 'counts' : 'only told'}): ${title}${reason === '' ? '' : `\n  ${reason}`}`;
    });
}

/** The words and numbers of an item in a table of Lighthouse's, and the element that it is about. */
function told(item: Record<string, unknown>): string {
  const { snippet, explanation } = (item['node'] ?? {}) as { snippet?: string; explanation?: string };
  const plain = Object.entries(item).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
  return [snippet, explanation, ...plain.map(([name, value]) => `${name}: ${value}`)]
    .filter((part) => part !== undefined)
    .join(' ')
    .replace(/\s+/g, ' ')
    .slice(0, 200);
}

function keep(kind: string, reports: string | string[]): void {
  const folder = path.join(REPORTS, 'lighthouse');
  mkdirSync(folder, { recursive: true });
  const [html = '', json = ''] = [reports].flat();
  writeFileSync(path.join(folder, `${kind.replaceAll(/\W+/g, '-')}.html`), html);
  writeFileSync(path.join(folder, `${kind.replaceAll(/\W+/g, '-')}.json`), json);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
