import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, buildCommand, bytesOf, quick, root } from '../support/build.ts';
import { readPages } from '../support/pages.ts';
import { minimalSite } from '../support/sites.ts';

/** A build that is killed or shares its place with another never harms the site that is there. */
const folder = path.join(root, '.cache/test/interrupted');
const out = path.join(folder, 'dist');

/** A copy of the smallest story whose title, which is on every page, says which version it is. */
function version(name: string): string {
  const story = path.join(folder, name);
  cpSync(minimalSite.story, story, { recursive: true });
  const file = path.join(story, 'story.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*/, `title: Version ${name}`));
  return story;
}

/** What builds have left beside the site. */
const leftFolders = () => readdirSync(folder).filter((name) => name.startsWith('dist.'));

/** Starts a build, and sends it a signal when its pages are being made. */
async function killAtPages(signal: NodeJS.Signals, story: string): Promise<void> {
  const { args, env } = buildCommand({ story, out, env: quick });
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += String(text);
    if (printed.includes('generating static routes')) child.kill(signal);
  });
  const [code] = await once(child, 'exit');
  expect(code, printed).not.toBe(0);
}

let published: Map<string, string>;

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(minimalSite.folder, out, { recursive: true });
  published = bytesOf(out);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a build that is ended with Ctrl and C leaves nothing but the last good site', async () => {
  await killAtPages('SIGINT', version('first'));
  expect(bytesOf(out)).toEqual(published);
  expect(leftFolders()).toEqual([]);
});

test('a build that is killed leaves the last good site whole', async () => {
  await killAtPages('SIGKILL', version('second'));
  expect(bytesOf(out)).toEqual(published);
});

test('of two builds at once the site is wholly the one or the other, and nothing is left beside it', async () => {
  for (const name of leftFolders()) utimesSync(path.join(folder, name), 0, 0);
  const both = await Promise.all(['one', 'two'].map((name) => build({ story: version(name), out, env: quick })));
  for (const { ok, output } of both) expect(ok, output).toBe(true);
  const versions = readPages(out).map(({ html }) => /Version (\w+)/.exec(html)?.[1]);
  expect([['one'], ['two']]).toContainEqual([...new Set(versions)]);
  expect(versions).toHaveLength([...published.keys()].filter((name) => name.endsWith('.html')).length);
  expect(leftFolders()).toEqual([]);
});
