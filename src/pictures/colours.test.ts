import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { coloursOf, lightColours, paletteOf } from './colours.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

test('the colours are those of the style sheet', () => {
  const colours = lightColours(css);
  expect(colours.paper).toMatch(/^#[0-9a-f]{6}$/);
  expect(lightColours(css.replace(colours.accent, '#123456')).accent).toBe('#123456');
});

test('each theme has its own', () => {
  const dark = coloursOf(css, 'dark');
  expect(
    Object.entries(lightColours(css)).filter(([name, colour]) => dark[name as keyof typeof dark] === colour),
  ).toEqual([]);
});

test('a colour that is gone is missed by name', () =>
  expect(() => lightColours(css.replace('--accent', '--other'))).toThrow('--accent'));

test('a palette holds paper, inks and what lies between', () => {
  const same = Object.fromEntries(Object.keys(lightColours(css)).map((name) => [name, '#000000'])) as ReturnType<
    typeof lightColours
  >;
  expect(paletteOf({ ...same, paper: '#ffffff' }, 1)).toEqual([0xffffff, 0x808080, 0x000000]);
  expect(paletteOf(lightColours(css), 14).length).toBeLessThanOrEqual(256);
});
