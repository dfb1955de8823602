import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../support/build.ts';

/**
 * Hostile changes of the small story, through the schemas, the compiler and what is made of its result. The seed is
 * always
 * the same, so that a change is not blamed for what was there before; `FUZZ_SEED` takes another, `FUZZ_CASES` makes a
 * longer
 * run. A case that fails is kept in `.cache/fuzz/`; once it is mended, its folder belongs into `regressions/`, under
 * a name
 * that says what was wrong.
 */
const seed = Number(process.env['FUZZ_SEED'] ?? 2021);
const cases = Number(process.env['FUZZ_CASES'] ?? 2000);

/** How long one case may take; the slowest take three seconds on a slow machine. */
const LIMIT = 20_000;

interface Judged {
  name: string;
  outcome: 'shown' | 'refused';
  faults: string[];
}

const judged: Judged[] = [];
const broken: string[] = [];

/** Runs all cases in a process of their own: one that hangs there can be stopped, and named. */
async function run(): Promise<void> {
  const flags = ['--max-old-space-size=1500', ...(process.features.typescript ? [] : ['--experimental-strip-types'])];
  const child = spawn(process.execPath, [...flags, path.join(import.meta.dirname, 'run.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', FUZZ_SEED: String(seed), FUZZ_CASES: String(cases) },
  });
  let at = 'the first case';
  const stop = () => {
    broken.push(`took longer than ${LIMIT / 1000} s: ${at}`);
    child.kill('SIGKILL');
  };
  let clock = setTimeout(stop, LIMIT);
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(clock);
    clock = setTimeout(stop, LIMIT);
    const told = JSON.parse(line) as { begins?: string } & Judged;
    if (told.begins === undefined) judged.push(told);
    else at = told.begins;
  }
  clearTimeout(clock);
  if ((await ended) !== 0) broken.push(`the process ended in ${at}\n${said.slice(-2000)}`);
}

beforeAll(async () => {
  console.log(`FUZZ_SEED=${seed} FUZZ_CASES=${cases}`);
  await run();
}, 600_000);

const faultsOf = (list: readonly Judged[]): string[] =>
  list.flatMap(({ name, outcome, faults }) => faults.map((fault) => `${name} (${outcome}): ${fault}`));
const isOld = ({ name }: Judged): boolean => name.startsWith('regressions/');

test('nothing hangs or ends the process', () => expect(broken).toEqual([]));

test('every case that ever failed is shown safely or refused with file and reason', () => {
  expect(faultsOf(judged.filter(isOld))).toEqual([]);
});

test(`so is each of ${cases} new cases of the seed ${seed}`, () => {
  const now = judged.filter((one) => !isOld(one));
  expect(now).toHaveLength(cases);
  expect(faultsOf(now)).toEqual([]);
  // A fuzzer that nothing gets past, or that everything does, shows little.
  const shown = now.filter(({ outcome }) => outcome === 'shown').length;
  if (cases >= 200) expect(shown / cases).toBeGreaterThan(0.1);
  if (cases >= 200) expect(shown / cases).toBeLessThan(0.6);
});
