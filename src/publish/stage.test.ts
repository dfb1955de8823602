import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { swap, tidy } from './stage.ts';

let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);
const site = (name: string, text: string) => {
  mkdirSync(at(name));
  writeFileSync(at(name, 'index.html'), text);
};
/** No process has this number: the kernel's highest is below it. */
const DEAD = 99_999_999;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a new site takes the place of the old one and leaves nothing beside it', () => {
  site('dist', 'old');
  site('fresh', 'new');
  swap(at('fresh'), at('dist'));
  expect(readFileSync(at('dist/index.html'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('the first site has nothing to replace', () => {
  site('fresh', 'new');
  swap(at('fresh'), at('dist'));
  expect(readFileSync(at('dist/index.html'), 'utf8')).toBe('new');
});

test('a swap that cannot be made says so, and puts the old site back', () => {
  site('dist', 'old');
  expect(() => swap(at('nowhere'), at('dist'))).toThrow('could not be moved');
  expect(readFileSync(at('dist/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a build that was killed between its two renames is mended by the next', () => {
  site(`dist.old-0-${DEAD}`, 'old');
  site(`dist.building-${DEAD}`, 'half');
  tidy(at('dist'));
  expect(readFileSync(at('dist/index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a build that is still alive keeps what is its own', () => {
  site('dist', 'old');
  site(`dist.building-${process.pid}`, 'half');
  tidy(at('dist'));
  expect(existsSync(at(`dist.building-${process.pid}`))).toBe(true);
});

test('what only has a name like it is left alone', () => {
  site('dist', 'old');
  for (const name of ['dist.tar.gz', 'dist.old', 'dist.building-notes']) writeFileSync(at(name), 'mine');
  tidy(at('dist'));
  expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.building-notes', 'dist.old', 'dist.tar.gz']);
});
