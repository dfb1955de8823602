import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buildCommand, root, type BuildOptions } from '../support/build.ts';
import { watchProcess, type Taken } from './process-tree.ts';

/**
 * The stages of a build, in their order, each with the line of the log that ends it. A stage that was left out has no
 * line.
 */
const STAGES = {
  'start, fonts': /\[content\] Syncing content/,
  content: /\[content\] Synced content/,
  bundling: /generating static routes/,
  pages: /^[^[]*✓ Completed in/,
  cards: /\[cards\] .* drawn/,
  search: /\[search\] .* can be found/,
  compression: /\[delivery\] .* compressed/,
  'policies, swap': /page\(s\) built in/,
} as const;
export type Stage = keyof typeof STAGES;

/** What one build took. Times in milliseconds. */
export interface BuildRun extends Taken {
  pages: number;
  time: number;
  stages: Partial<Record<Stage, number>>;
}

/** Runs a build and watches it. Throws with its log when it fails. */
export async function runBuild(options: BuildOptions): Promise<BuildRun> {
  const { args, env } = buildCommand(options);
  const from = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const taken = watchProcess(child.pid ?? 0);
  const log: string[] = [];
  const stages: BuildRun['stages'] = {};
  const left = Object.entries(STAGES) as [Stage, RegExp][];
  let before = from;
  let pages = 0;
  const hear = (line: string) => {
    log.push(line);
    pages = Number(/(\d+) page\(s\) built in/.exec(line)?.[1] ?? pages);
    const at = left.findIndex(([, end]) => end.test(line));
    // The pages end with the first such line after they began.
    if (at < 0 || (left[at]?.[0] === 'pages' && stages.bundling === undefined)) return;
    const [stage] = left[at] as [Stage, RegExp];
    left.splice(0, at + 1);
    stages[stage] = performance.now() - before;
    before = performance.now();
  };
  createInterface(child.stdout).on('line', hear);
  createInterface(child.stderr).on('line', (line) => log.push(line));
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
  if (code !== 0) throw new Error(`the build of ${options.story ?? 'the story'} failed:\n${log.slice(-40).join('\n')}`);
  return { ...taken(), pages, time: performance.now() - from, stages };
}

export const STAGE_NAMES = Object.keys(STAGES) as Stage[];
