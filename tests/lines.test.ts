import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'vite';
import { expect, test } from 'vitest';
import { root } from './support/build.ts';

/**
 * Lines of more than 120 columns. Left out are those with an address or a regular expression, which are read worse in
 * pieces, and in tests those with texts, which are test data.
 */
function longLines(name: string, text: string): string[] {
  const lines = text.split('\n');
  if (lines.every((line) => line.length <= 120)) return [];
  const isTest = /^(tests|content\/checks)\//.test(name);
  const whole = new Set<number>();
  const keep = ({ start, end }: { start: number; end: number }): void => {
    const first = text.slice(0, start).split('\n').length;
    text
      .slice(start, end)
      .split('\n')
      .forEach((_, at) => whole.add(first + at));
  };
  new Visitor({
    Literal: (node) => ('regex' in node || (isTest && typeof node.value === 'string') ? keep(node) : undefined),
    TemplateLiteral: (node) => (isTest ? keep(node) : undefined),
  }).visit(parseSync(name, name.endsWith('.astro') ? '' : text).program);
  return lines.flatMap((line, at) =>
    line.length <= 120 || line.includes('://') || whole.has(at + 1) ? [] : [`${name}:${at + 1}`],
  );
}

test('lines have at most 120 columns', () => {
  const names = globSync(['{src,tests,content}/**/*.{ts,astro}', '*.{ts,mjs}'], { cwd: root })
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter((name) => !name.includes('/fixtures/'));
  expect(names.length).toBeGreaterThan(300);
  expect(names.flatMap((name) => longLines(name, readFileSync(path.join(root, name), 'utf8')))).toEqual([]);
  const planted = [`const a = '${'a'.repeat(110)}';`, `/${'a'.repeat(120)}/;`, `// ${'a'.repeat(120)}`].join('\n');
  expect(longLines('src/a.ts', planted)).toEqual(['src/a.ts:1', 'src/a.ts:3']);
  expect(longLines('tests/a.ts', planted)).toEqual(['tests/a.ts:3']);
  expect(longLines('src/a.astro', planted)).toEqual(['src/a.astro:1', 'src/a.astro:2', 'src/a.astro:3']);
});
