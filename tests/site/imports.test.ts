import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/build.ts';

/** The folders of src, from the lowest layer up. A file may import from its own folder and from lower layers. */
const FLOORS = [
  ['words'],
  ['story'],
  ['compiler'],
  ['pictures'],
  ['publish'],
  ['site.ts', 'content.config.ts'],
  ['components', 'layouts'],
  ['pages'],
];

const src = path.join(root, 'src');
const roomOf = (file: string) => file.split('/')[0] ?? '';
const floorOf = (file: string) => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.(ts|astro)$/.test(name) && !/\.test\.ts$|\.d\.ts$/.test(name),
);

/** The files of `src` that a file imports, types included. */
function importsOf(file: string, text = readFileSync(path.join(src, file), 'utf8')): string[] {
  const named = [...text.matchAll(/^(?:import|export)\s[^;']*?'(\.[^'?]+)/gms)];
  return named
    .map(([, target = '']) => path.join(path.dirname(file), target))
    .filter((target) => !target.startsWith('.'));
}

/** Whether a file may import another. Script for the browser is bundled by itself: only words and layouts meet it. */
function isAllowed(from: string, to: string): boolean {
  if (roomOf(from) === 'browser') return ['browser', 'words'].includes(roomOf(to));
  if (roomOf(to) === 'browser') return ['components', 'layouts', 'pages'].includes(roomOf(from));
  if (roomOf(to) === 'styles') return true;
  return floorOf(to) >= 0 && floorOf(to) <= floorOf(from);
}

test('imports run down only', () => {
  expect(files.length).toBeGreaterThan(40);
  const wrong = files.flatMap((file) =>
    importsOf(file).flatMap((to) => (isAllowed(file, to) ? [] : [`${file} → ${to}`])),
  );
  expect(wrong).toEqual([]);
});

test('no file imports itself through others', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (trail.includes(file) || done.has(file) || !files.includes(file)) return;
    for (const to of importsOf(file)) walk(to, [...trail, file]);
    done.add(file);
  };
  for (const file of files) walk(file, []);
  expect(circles).toEqual([]);
});

test('the checks above bite', () => {
  expect(importsOf('story/dates.ts', "import { x } from '../compiler/compile.ts';")).toEqual(['compiler/compile.ts']);
  expect(isAllowed('story/dates.ts', 'compiler/compile.ts')).toBe(false);
  expect(isAllowed('pages/index.astro', 'story/dates.ts')).toBe(true);
});

test('only the gate asks Astro for content', () => {
  const asking = files.filter((file) => /from 'astro:content'/.test(readFileSync(path.join(src, file), 'utf8')));
  expect(asking).toEqual(['site.ts']);
});
