import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { readStoryFiles } from '../../src/compiler/folder.ts';
import { caseOf } from './cases.ts';
import { judge } from './judge.ts';
import { changed, type Changes } from './story.ts';

/**
 * Judges every case that ever failed, then `FUZZ_CASES` new ones of the seed `FUZZ_SEED`, in this one process, and
 * writes
 * a line of JSON for each before and after, so that whoever started it knows which one hangs. New cases that fail are
 * kept
 * in `.cache/fuzz/`, as folders that can be moved to `regressions/` as they are.
 */
const regressions = path.join(import.meta.dirname, 'regressions');
const kept = path.join(import.meta.dirname, '../../.cache/fuzz');
/** Lists the files that a case takes away, one a line. */
const TAKEN = 'taken-away.txt';

/** Written at once, so that it is told before a case hangs; U+2028 would end a line. */
function say(told: object): void {
  writeSync(1, `${JSON.stringify(told).replace(/[\u2028\u2029]/g, ' ')}\n`);
}

function run(name: string, changes: Changes): string[] {
  say({ begins: name });
  const from = performance.now();
  const { outcome, faults } = judge(changed(changes));
  say({ name, outcome, faults, milliseconds: Math.round(performance.now() - from) });
  return faults;
}

function read(folder: string): Changes {
  const taken = path.join(folder, TAKEN);
  const changes: Changes = new Map(
    existsSync(taken)
      ? readFileSync(taken, 'utf8')
          .trim()
          .split('\n')
          .map((name) => [name, undefined])
      : [],
  );
  for (const { path: name, bytes } of readStoryFiles(folder)) if (name !== TAKEN) changes.set(name, bytes);
  return changes;
}

function keep(name: string, changes: Changes): void {
  const folder = path.join(kept, name);
  mkdirSync(folder, { recursive: true });
  const taken = [...changes].flatMap(([file, bytes]) => (bytes ? [] : [`${file}\n`]));
  if (taken.length > 0) writeFileSync(path.join(folder, TAKEN), taken.join(''));
  for (const [file, bytes] of changes) {
    if (!bytes) continue;
    const place = path.join(folder, file.replaceAll('..', '__').replaceAll('\0', '_').slice(0, 200));
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
}

for (const name of readdirSync(regressions).filter((one) => !one.startsWith('.')))
  run(`regressions/${name}`, read(path.join(regressions, name)));

const seed = Number(process.env['FUZZ_SEED']);
for (let at = 0; at < Number(process.env['FUZZ_CASES']); at += 1) {
  const { name, changes } = caseOf(seed * 1_000_003 + at);
  if (run(`seed ${seed}, case ${at}: ${name}`, changes).length > 0) keep(`${seed}-${at}`, changes);
}
