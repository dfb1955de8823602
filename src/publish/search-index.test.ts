import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { askIndex, writeIndex } from './search-index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'search-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const texts = [
  { address: '/bridge/', title: 'The bridge', text: 'It fell in the spring.' },
  { address: '/letter/', title: 'The letter', text: '' },
];

test('the files that were written answer', async () => {
  await writeIndex({ language: 'en', texts }, folder);
  const found = await askIndex(folder, ['spring', 'letter', 'tomorrow']);
  expect(found.map((pages) => [...pages.keys()])).toEqual([['/bridge/'], ['/letter/'], []]);
  expect(readdirSync(folder).filter((name) => /ui|highlight/.test(name))).toEqual([]);
});

test.each(['pagefind-entry.json', 'wasm.en.pagefind'])('without %s no question is answered', async (name) => {
  await writeIndex({ language: 'en', texts }, folder);
  truncateSync(path.join(folder, name));
  await expect(askIndex(folder, ['spring'])).rejects.toThrow('does not answer');
});

test('the index of a story that nothing can be found in is no fault', async () => {
  await expect(writeIndex({ language: 'en', texts: [] }, folder)).resolves.toBeUndefined();
});

test('an index that cannot be written says so', async () => {
  writeFileSync(path.join(folder, 'file'), '');
  await expect(writeIndex({ language: 'en', texts }, path.join(folder, 'file'))).rejects.toThrow();
});
