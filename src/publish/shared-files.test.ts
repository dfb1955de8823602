import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SharedFiles } from './shared-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shared-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = () => path.join(folder, 'cache');
const site = (name: string) => path.join(folder, name);
const bytes = new TextEncoder().encode('The bridge');

test('a file that one build wrote is taken by the next', async () => {
  const first = new SharedFiles(cache());
  expect(first.has('bridge')).toBe(false);
  await first.write('bridge', bytes);
  first.place('bridge', site('first'));
  const second = new SharedFiles(cache());
  expect(second.has('bridge')).toBe(true);
  second.place('bridge', site('second'));
  expect(readFileSync(site('second'), 'utf8')).toBe('The bridge');
  expect(statSync(site('second')).ino).toBe(statSync(site('first')).ino);
});

test('a file that was edited in a site is not taken again, and the site keeps it', async () => {
  const first = new SharedFiles(cache());
  await first.write('bridge', bytes);
  first.place('bridge', site('first'));
  writeFileSync(site('first'), 'The toll');
  const second = new SharedFiles(cache());
  expect(second.has('bridge')).toBe(false);
  await second.write('bridge', bytes);
  second.place('bridge', site('second'));
  expect(readFileSync(site('first'), 'utf8')).toBe('The toll');
  expect(readFileSync(site('second'), 'utf8')).toBe('The bridge');
  expect(new SharedFiles(cache()).has('bridge')).toBe(true);
});

test('what no build has used for a week is deleted', async () => {
  const earlier = new SharedFiles(cache());
  for (const key of ['bridge', 'toll', 'flood']) await earlier.write(key, bytes);
  const monthAgo = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);
  for (const name of readdirSync(cache()))
    if (!name.startsWith('flood')) utimesSync(path.join(cache(), name), monthAgo, monthAgo);
  const build = new SharedFiles(cache());
  build.place('bridge', site('first'));
  build.deleteUnused();
  expect(readdirSync(cache()).map((name) => name.split('-')[0])).toEqual(['bridge', 'flood']);
});
