import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStoryFiles } from './folder.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'story-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text = 'x'): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const read = () => readStoryFiles(folder).map(({ path: name, bytes, problem }) => [name, problem ?? bytes.length]);

test('files are read in the order of their paths, hidden ones and the story’s own tests left out', () => {
  const others = ['.git/config', 'pages/.a.md.swp', '.obsidian/x.md', 'checks/figures.test.ts'];
  others.push('pages/a.md~', 'pages/#a.md#', 'images/Thumbs.db', 'desktop.ini');
  for (const name of ['pages/b.md', 'pages/a.md', 'story.yaml', ...others]) write(name);
  expect(read()).toEqual([
    ['pages/a.md', 1],
    ['pages/b.md', 1],
    ['story.yaml', 1],
  ]);
});

test('a file that is too large is not read', () => {
  write('pages/a.md', 'x'.repeat(200_001));
  expect(read()).toEqual([['pages/a.md', 'the file has 200001 bytes; at most 200000 are allowed']]);
});

test('what no story can have is not read, however large it is', () => {
  write('bridge.jpg', 'x'.repeat(200_001));
  write('images/Bridge.JPG', 'x'.repeat(200_001));
  expect(read()).toEqual([
    ['bridge.jpg', 0],
    ['images/Bridge.JPG', 0],
  ]);
});

test('a folder that is called like a file is told', () => {
  write('pages/a.md/b.md');
  expect(read()).toEqual([
    ['pages/a.md', expect.stringContaining('is a folder')],
    ['pages/a.md/b.md', 1],
  ]);
});

test.skipIf(process.platform === 'win32')('links and pipes are not followed, and are told', () => {
  write('pages/a.md');
  symlinkSync('a.md', path.join(folder, 'pages/b.md'));
  symlinkSync('/nowhere', path.join(folder, 'pages/c.md'));
  symlinkSync('.', path.join(folder, 'd'));
  execFileSync('mkfifo', [path.join(folder, 'pages/e.md')]);
  const told = expect.stringContaining('is a link, a pipe or a device');
  expect(read()).toEqual([
    ['d', told],
    ['pages/a.md', 1],
    ['pages/b.md', told],
    ['pages/c.md', told],
    ['pages/e.md', told],
  ]);
});

test('a story that is not there is told without a trace through the code', () => {
  const gone = () => readStoryFiles(path.join(folder, 'gone'));
  expect(gone).toThrow(/the story cannot be read: ENOENT.*gone.*STORY names its folder/);
  try {
    gone();
  } catch (error) {
    expect((error as Error).stack).not.toMatch(/\n\s+at /);
  }
});
