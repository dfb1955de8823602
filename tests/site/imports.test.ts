import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../support/build.ts';

/** The floors of the house, from the ground up. A file may import from its own floor and from those below. */
const FLOORS = [
  ['story'],
  ['markdown', 'pictures'],
  ['site.ts', 'content.config.ts'],
  ['components', 'layouts', 'build'],
  ['pages'],
];

const src = path.join(root, 'src');
const floorOf = (file: string) =>
  FLOORS.findIndex((names) => names.includes(path.relative(src, file).split(path.sep)[0] ?? ''));

/** Imports of a file that lead up; types of the content's shape may be named by anyone. */
function wrongImports(file: string, text: string): string[] {
  const imports = [...text.matchAll(/^import (type )?[^;]*?from '(\.[^']+)'/gms)];
  return imports.flatMap(([, type, target = '']) => {
    const to = path.resolve(path.dirname(file), target);
    if (type && to.endsWith('content.config.ts')) return [];
    return floorOf(to) > floorOf(file) ? [`${path.relative(src, file)} imports ${target}`] : [];
  });
}

test('the check finds an import that leads up', () => {
  expect(wrongImports(path.join(src, 'story/dates.ts'), "import { x } from '../markdown/compile.ts';")).toHaveLength(1);
  expect(wrongImports(path.join(src, 'pages/index.astro'), "import { x } from '../story/dates.ts';")).toEqual([]);
});

describe('imports run down only', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|astro)$/.test(name) && !/\.test\.ts$|\.d\.ts$/.test(name) && !name.startsWith('browser'))
    .map((name) => path.join(src, name));

  test('in every file', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap((file) => wrongImports(file, readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('only the gate asks Astro for content', () => {
    const asking = files.filter((file) => /from 'astro:content'/.test(readFileSync(file, 'utf8')));
    expect(asking.map((file) => path.relative(src, file))).toEqual(['site.ts']);
  });

  test('no name, party or date of the real story stands in the code, its comments or its tests', () => {
    const names =
      /\b(Biden|Putin|Russian?|Ukraine|NATO|Kremlin|White House|Moscow|Washington|Lavrov|Donbas|Crimea|December 2021|2021-12|1997)\b/;
    const all = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name));
    const told = all.filter((name) => names.test(readFileSync(path.join(src, name), 'utf8')));
    expect(told).toEqual([]);
  });
});
