import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, buildCommand, bytesOf, quick, root } from '../support/build.ts';
import { readPages } from '../support/pages.ts';
import { smallFolder, smallText } from '../support/small-story.ts';

/** A build that is killed or shares its place with another never harms the site that is there. */
const folder = path.join(root, '.cache/test/interrupted');
const out = path.join(folder, 'dist');

/** A copy of the small story whose title, which is on every page, says which version it is. */
function version(name: string): string {
  const story = path.join(folder, name);
  cpSync(smallFolder, story, { recursive: true });
  writeFileSync(
    path.join(story, 'story.yaml'),
    smallText('story.yaml').replace(/^title: .*/, `title: Version ${name}`),
  );
  return story;
}

/** What builds have left beside the site. */
const leftFolders = () => readdirSync(folder).filter((name) => name.startsWith('dist.'));

/** Starts a build and sends it a signal when it has printed so many lines. Says whether it was still at work then. */
function killAfter(lines: number, signal: NodeJS.Signals, story: string): Promise<boolean> {
  const { args, env } = buildCommand({ story, out, env: quick });
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = 0;
  child.stdout.on('data', (text) => {
    printed += String(text).split('\n').length - 1;
    if (printed >= lines) child.kill(signal);
  });
  return new Promise((done) => child.once('exit', (code) => done(code !== 0)));
}

let published: Map<string, string>;
let lines = 0;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { ok, output } = await build({ story: version('first'), out, env: quick });
  expect(ok, output).toBe(true);
  lines = output.split('\n').length;
  published = bytesOf(out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

<<<<<<< HEAD
test('a build that is ended with Ctrl and C leaves nothing but the last good site', async () => {
  expect(await killAfter(lines / 2, 'SIGINT', version('second'))).toBe(true);
  expect(bytesOf(out)).toEqual(published);
  expect(leftFolders()).toEqual([]);
});

test.each([0.2, 0.6, 0.9])(
  'a build that is killed after %f of its lines leaves the last good site whole',
  async (part) => {
    if (await killAfter(lines * part, 'SIGKILL', version('third'))) expect(bytesOf(out)).toEqual(published);
    // Whoever is told late of a line may kill a build that is done.
    else published = bytesOf(out);
  },
);

test('of two builds at once the site is wholly the one or the other, and nothing is left beside it', async () => {
  for (const name of leftFolders()) utimesSync(path.join(folder, name), 0, 0);
  const both = await Promise.all(['one', 'two'].map((name) => build({ story: version(name), out, env: quick })));
  for (const { ok, output } of both) expect(ok, output).toBe(true);
  const versions = readPages(out).map(({ html }) => /Version (\w+)/.exec(html)?.[1]);
  expect([['one'], ['two']]).toContainEqual([...new Set(versions)]);
  expect(versions).toHaveLength([...published.keys()].filter((name) => name.endsWith('.html')).length);
=======
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
>>>>>>> main
  expect(leftFolders()).toEqual([]);
});
