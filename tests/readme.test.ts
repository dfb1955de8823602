import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as kinds from '../src/story/kinds.ts';

test('the manual lists every value that a field can have', () => {
  const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  const lists = Object.entries(kinds).filter(([, values]) => Array.isArray(values)) as [string, readonly string[]][];
  expect(lists.length).toBeGreaterThan(8);
  const missing = lists.filter(
    ([, values]) => !rows.some((row) => row.includes(values.map((value) => `\`${value}\``).join(', '))),
  );
  expect(missing).toEqual([]);
});
