import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import lighthouse from 'lighthouse';
import { launch } from '../support/browser.ts';
import { root } from '../support/build.ts';
import { serve } from '../support/serve.ts';
import { storySite } from '../support/sites.ts';
import { pageOfEachKind } from '../support/page-kinds.ts';
import { REPORTS, say, table, type Row } from './report.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PORT = 9222;

/** Runs Lighthouse as a telephone on a page of every kind: its scores, and each audit that is not passed. */
export async function benchLighthouse({ kinds }: { kinds: readonly string[] }): Promise<void> {
  const folder = path.join(REPORTS, 'lighthouse');
  mkdirSync(folder, { recursive: true });
  const server = await serve(storySite.folder, { compressed: true });
  const browser = await launch([`--remote-debugging-port=${PORT}`]);
  const scores: Row[] = [];
  const faults = new Map<string, string[]>();
  for (const { kind, address } of pageOfEachKind.filter((one) => kinds.length === 0 || kinds.includes(one.kind))) {
    const run = await lighthouse(server.url + address.slice(1), {
      port: PORT,
      logLevel: 'error',
      output: 'html',
      onlyCategories: CATEGORIES,
    });
    if (!run || run.lhr.runtimeError) throw new Error(`Lighthouse cannot read ${address}`);
    writeFileSync(path.join(folder, `${kind}.html`), String(run.report));
    const { audits, categories } = run.lhr;
    scores.push([kind, ...CATEGORIES.map((name) => 100 * (categories[name]?.score ?? NaN)), address]);
    for (const { id, title, score, displayValue = '' } of Object.values(audits))
      if (score !== null && score < 1) faults.set(`${id}: ${title} ${displayValue}`, [...(faults.get(id) ?? []), kind]);
  }
  await Promise.all([browser.close(), server.close()]);
  table('Lighthouse, mobile', [['kind', ...CATEGORIES, 'address'], ...scores]);
  for (const [fault, where] of faults) say(`${fault}, on ${where.join(', ')}`);
  say(`Its own reports are kept in ${path.relative(root, folder)}`);
}
