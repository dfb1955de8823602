import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lightColours } from './colours.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

test('the colours are those of the style sheet', () => {
  const colours = lightColours(css);
  expect(colours.paper).toMatch(/^#[0-9a-f]{6}$/);
  expect(lightColours(css.replace(colours.accent, '#123456')).accent).toBe('#123456');
});

test('a colour that is gone is missed by name', () =>
  expect(() => lightColours(css.replace('--accent', '--other'))).toThrow('--accent'));
