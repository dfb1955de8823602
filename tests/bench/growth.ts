import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildCommand, quick, root } from '../support/build.ts';
import { storySite } from '../support/sites.ts';
import { REPORTS, say, table } from './report.ts';
import { writeGeneratedStory } from './generated-story.ts';

/** What one build took: seconds, seconds of processor time, and the most memory it had in use, in MiB. */
interface Run {
  name: string;
  pages: number;
  time: number;
  processor: number;
  memory: number;
}

/** Has Node say at its end what it used. */
const METER =
  "process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); " +
  "console.error('USED', maxRSS, userCPUTime + systemCPUTime); })";

/** Builds a story: cold, with nothing kept from before, or warm. Throws with the log when it fails. */
async function run(name: string, story: string, env: Record<string, string>, state: 'cold' | 'warm'): Promise<Run> {
  const [kept, out] = [path.join(REPORTS, 'kept'), path.join(REPORTS, 'site/dist')];
  if (state === 'cold') rmSync(kept, { recursive: true, force: true });
  process.stderr.write(`${name} … `);
  const { args, env: all } = buildCommand({ story, out, env: { ...env, CACHE: kept } });
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${METER}`, ...args], {
    cwd: root,
    env: all,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += String(text)));
  const code = await new Promise((done) => child.on('close', done));
  const time = (performance.now() - from) / 1000;
  rmSync(path.dirname(out), { recursive: true, force: true });
  if (code !== 0) throw new Error(`the build of ${name} failed:\n${log.slice(-4000)}`);
  process.stderr.write(`${time.toFixed(1)} s\n`);
  const [, memory, processor] = /USED (\d+) (\d+)/.exec(log) ?? [];
  const pages = Number(/(\d+) page\(s\) built in/.exec(log)?.[1]);
  return { name, pages, time, processor: Number(processor) / 1e6, memory: Number(memory) / 1024 };
}

/**
 * Builds generated stories of several sizes and, if asked, this one. Each size is built without cards and compression,
 * and those in `withAll` with both, cold and then warm.
 */
export async function benchGrowth({
  sizes,
  withAll,
  thisStory,
}: {
  sizes: readonly number[];
  withAll: readonly number[];
  thisStory: boolean;
}): Promise<void> {
  say('stories of so many explainers of 1,800 words, with 6 events, 4 terms and 3 sources for each');
  const lean: Run[] = [];
  const whole: Run[] = [];
  const story = path.join(REPORTS, 'story');
  for (const size of sizes) {
    writeGeneratedStory(story, size);
    lean.push(await run(`${size} explainers`, story, quick, 'cold'));
    if (!withAll.includes(size)) continue;
    for (const state of ['cold', 'warm'] as const)
      whole.push(await run(`${size} explainers, ${state}`, story, {}, state));
  }
  if (thisStory)
    for (const state of ['cold', 'warm'] as const)
      whole.push(await run(`this story, ${state}`, path.relative(root, storySite.story), {}, state));
  const head = ['story', 'pages', 'time s', 'processor s', 'ms a page', 'memory MiB'];
  const rows = (runs: readonly Run[]) =>
    runs.map(({ name, pages, time, processor, memory }) => [
      name,
      pages,
      time,
      processor,
      (1000 * time) / pages,
      memory,
    ]);
  table('Without cards and compression, cold', [head, ...rows(lean)]);
  const grows = (a: Run, b: Run, of: 'time' | 'processor' | 'memory') =>
    Math.log(b[of] / a[of]) / Math.log(b.pages / a.pages);
  table('Exponent of growth in pages: 1 is linear, 2 is quadratic', [
    ['from, to', 'time', 'processor', 'memory'],
    ...lean.slice(1).map((b, at) => {
      const a = lean[at] as Run;
      return [`${a.name}, ${b.name}`, grows(a, b, 'time'), grows(a, b, 'processor'), grows(a, b, 'memory')];
    }),
  ]);
  if (whole.length > 0) table('With cards and compression', [head, ...rows(whole)]);
}
