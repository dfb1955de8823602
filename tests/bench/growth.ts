import { rmSync } from 'node:fs';
import path from 'node:path';
import { storyFolder } from '../../src/compiler/folder.ts';
import { STAGE_NAMES, runBuild, type BuildRun } from './build-run.ts';
import { generateStory, writeStory } from './generate.ts';
import { machine } from './machine.ts';
import { exponent, Report, REPORTS, whole } from './report.ts';

interface Row extends BuildRun {
  name: string;
  explainers: number;
}

const LEAN = { CARDS: 'off', PRECOMPRESS: 'off' };

/**
 * Builds generated stories of several sizes and, if `story` says so, this one. Each size is built without cards and
 * compression, and those in `withAll` with both: cold, with nothing kept from before, and warm, a second time.
 */
export async function benchGrowth({
  sizes,
  withAll,
  seed,
  story: alsoThis,
}: {
  sizes: readonly number[];
  withAll: readonly number[];
  seed: number;
  story: boolean;
}): Promise<void> {
  const report = new Report('growth');
  report.say(machine());
  report.say(
    `stories of seed ${seed}: for each explainer of 1,800 words 6 events, 4 terms and 3 sources, each with a page; each of its 6 sections too`,
  );
  const lean: Row[] = [];
  const all: Row[] = [];
  for (const size of sizes) {
    const story = path.join(REPORTS, 'stories', String(size));
    writeStory(story, generateStory(size, seed));
    lean.push(await one(`${whole(size)} explainers`, size, story, LEAN, 'cold'));
    if (withAll.includes(size)) {
      all.push(await one(`${whole(size)} explainers, cold`, size, story, {}, 'cold'));
      all.push(await one(`${whole(size)} explainers, warm`, size, story, {}, 'warm'));
    }
    rmSync(story, { recursive: true });
  }
  for (const state of alsoThis ? (['cold', 'warm'] as const) : []) {
    try {
      all.push(await one(`this story, ${state}`, 0, storyFolder(), {}, state));
    } catch (error) {
      report.say(`\n${(error as Error).message}`);
    }
  }
  tell(report, 'Without cards and compression, cold', lean);
  tellGrowth(report, lean);
  if (all.length > 0) tell(report, 'With cards and compression', all);
  report.keep('lean', lean);
  report.keep('all', all);
  report.write();
}

async function one(
  name: string,
  explainers: number,
  story: string,
  env: Record<string, string>,
  state: 'cold' | 'warm',
): Promise<Row> {
  const kept = path.join(REPORTS, 'kept');
  const out = path.join(REPORTS, 'site/dist');
  if (state === 'cold') rmSync(kept, { recursive: true, force: true });
  rmSync(path.dirname(out), { recursive: true, force: true });
  process.stderr.write(`${name} … `);
  const run = await runBuild({ story, out, env: { ...env, CACHE: kept } });
  rmSync(path.dirname(out), { recursive: true, force: true });
  process.stderr.write(`${(run.time / 1000).toFixed(1)} s\n`);
  return { name, explainers, ...run };
}

const seconds = (time: number) => (time / 1000).toFixed(1);
const mebibytes = (bytes: number) => (bytes === 0 ? 'unknown' : whole(bytes / 2 ** 20));

function tell(report: Report, title: string, rows: readonly Row[]): void {
  report.table(title, [
    [
      'story',
      'pages',
      'time s',
      'processor s',
      'ms a page',
      'memory MiB',
      'of Node',
      ...STAGE_NAMES.map((name) => `${name} %`),
    ],
    ...rows.map(({ name, pages, time, processor, tree, main, stages }) => [
      name,
      whole(pages),
      seconds(time),
      seconds(processor),
      (time / pages).toFixed(1),
      mebibytes(tree),
      mebibytes(main),
      ...STAGE_NAMES.map((stage) => (stages[stage] === undefined ? '–' : ((100 * stages[stage]) / time).toFixed(0))),
    ]),
  ]);
}

/** The exponent of growth from one size to the next: 1 is linear in pages. */
function tellGrowth(report: Report, rows: readonly Row[]): void {
  const growth = (of: (row: Row) => number | undefined, a: Row, b: Row) =>
    exponent(of(a), of(b), b.pages / a.pages)?.toFixed(2) ?? '–';
  const steps = rows.slice(1).map((row, at) => [rows[at] as Row, row] as const);
  report.table('Exponent of growth in pages: 1 is linear, 2 is quadratic', [
    ['from, to', 'time', 'processor', 'memory', ...STAGE_NAMES],
    ...steps.map(([a, b]) => [
      `${a.explainers} to ${b.explainers}`,
      growth((row) => row.time, a, b),
      growth((row) => row.processor, a, b),
      growth((row) => row.tree, a, b),
      ...STAGE_NAMES.map((stage) => growth((row) => row.stages[stage], a, b)),
    ]),
  ]);
}
