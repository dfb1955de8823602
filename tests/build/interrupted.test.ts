import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, buildCommand, root, type BuildOptions } from '../support/build.ts';
import { bytesOf } from '../support/tree.ts';

/** A build that is killed or shares its place with another never harms the site that stands there. */
const folder = path.join(root, '.cache/test/interrupted');
const out = path.join(folder, 'dist');
const env = { CARDS: 'off', PRECOMPRESS: 'off' };

/** A copy of the small story in which one word tells which version it is. */
function version(name: string): string {
  const story = path.join(folder, name);
  cpSync(path.join(root, 'tests/stories/small'), story, { recursive: true });
  const file = path.join(story, 'timeline/1905-bridge-falls.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('It fell.', `It fell ${name}.`));
  return story;
}

const versionOf = (site: string) =>
  /It fell (\w+)\./.exec(readFileSync(path.join(site, 'timeline/1905-bridge-falls/index.html'), 'utf8'))?.[1];

/** Starts a build, sends it a signal when it has printed so many lines, and tells whether it was still at work then. */
function killAfter(options: BuildOptions, lines: number, signal: NodeJS.Signals = 'SIGKILL'): Promise<boolean> {
  const { args, env: all } = buildCommand(options);
  const child = spawn(process.execPath, args, { cwd: root, env: all, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = 0;
  child.stdout.on('data', (text) => {
    printed += linesIn(String(text));
    if (printed >= lines) child.kill(signal);
  });
  return new Promise((done) => child.once('exit', (code) => done(code !== 0)));
}

/** What builds have left beside the site. */
const leftFolders = () => readdirSync(folder).filter((name) => name.startsWith('dist.'));

const linesIn = (text: string) => text.split('\n').length - 1;

let whole: Map<string, string>;
let prints = 0;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { ok, output } = await build({ story: version('first'), out, env });
  expect(ok, output).toBe(true);
  prints = linesIn(output);
  whole = bytesOf(out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Dozens of builds take minutes where others are at work. */
const PATIENCE = { timeout: 15 * 60_000 };

describe('a build that is killed', PATIENCE, () => {
  test('at many points leaves the last good site whole', async () => {
    const story = version('second');
    let killed = 0;
    for (let point = 1; point <= 12; point += 1) {
      killed += Number(await killAfter({ story, out, env }, Math.floor((prints * point) / 13)));
      if (versionOf(out) === 'first') expect(bytesOf(out)).toEqual(whole);
      else break;
    }
    expect(killed).toBeGreaterThan(6);
  });

  test('and left its folder has it removed by a later one, which publishes', async () => {
    for (const name of leftFolders()) utimesSync(path.join(folder, name), 0, 0);
    const { ok, output } = await build({ story: version('third'), out, env });
    expect(ok, output).toBe(true);
    expect(versionOf(out)).toBe('third');
    expect(leftFolders()).toEqual([]);
  });

  test('by the keys Ctrl and C leaves nothing but the last good site', async () => {
    const before = bytesOf(out);
    expect(await killAfter({ story: version('fourth'), out, env }, Math.floor(prints / 2), 'SIGINT')).toBe(true);
    expect(bytesOf(out)).toEqual(before);
    expect(leftFolders()).toEqual([]);
  });
});

test('two builds at once do not harm each other: the site is wholly the one or the other', PATIENCE, async () => {
  const stories = [version('one'), version('two')];
  const alone = await Promise.all(
    stories.map((story, at) => build({ story, out: path.join(folder, `alone-${at}`), env })),
  );
  expect(alone.map(({ ok }) => ok)).toEqual([true, true]);
  const both = await Promise.all(stories.map((story) => build({ story, out, env })));
  for (const { ok, output } of both) expect(ok, output).toBe(true);
  expect(['one', 'two']).toContain(versionOf(out));
  expect(bytesOf(out)).toEqual(bytesOf(path.join(folder, versionOf(out) === 'one' ? 'alone-0' : 'alone-1')));
  expect(leftFolders()).toEqual([]);
});
