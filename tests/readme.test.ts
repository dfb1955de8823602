import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import * as kinds from '../src/story/kinds.ts';
import { NAMED_PARTS } from '../src/words/words.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');
const rows = readme.split('\n').filter((line) => line.startsWith('| `'));

test('the manual says of every package why it is here, and of none that is not', () => {
  const from = readme.split('\n').indexOf('| package | why it is here |');
  const table = readme.split('\n').slice(from).join('\n').split('\n\n')[0] ?? '';
  const named = [...table.matchAll(/`([^`]+)`/g)].map(([, name = '']) => new RegExp(`^${name.replaceAll('*', '.*')}$`));
  const { dependencies, devDependencies, optionalDependencies } = packageJson;
  const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(packages.filter((name) => !named.some((one) => one.test(name)))).toEqual([]);
  expect(named.filter((one) => !packages.some((name) => one.test(name)))).toEqual([]);
});

test('the manual lists every value that a field can have', () => {
  const lists = Object.entries({ ...kinds, NAMED_PARTS }).filter(([, values]) => Array.isArray(values)) as [
    string,
    readonly string[],
  ][];
  expect(lists.length).toBeGreaterThan(8);
  const missing = lists.filter(
    ([, values]) => !rows.some((row) => row.includes(values.map((value) => `\`${value}\``).join(', '))),
  );
  expect(missing).toEqual([]);
});
