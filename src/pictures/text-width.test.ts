import { expect, test } from 'vitest';
import { textWidth, wrapText } from './text-width.ts';

test('a line is as wide as its letters, in proportion to its size', () => {
  expect(textWidth('', 16)).toBe(0);
  expect(textWidth('0', 1000)).toBeCloseTo(514.5, 1);
  expect(textWidth('Bridge', 32)).toBeCloseTo(2 * textWidth('Bridge', 16), 6);
  expect(textWidth('iii', 16)).toBeLessThan(textWidth('mmm', 16));
});

test('heavier letters are wider, and figures are all of one width', () => {
  expect(textWidth('Bridge', 16, 600)).toBeGreaterThan(textWidth('Bridge', 16));
  expect(textWidth('1111', 16)).toBe(textWidth('0789', 16));
});

test('a composed and a decomposed letter are one, and a letter that is not there takes room', () => {
  expect(textWidth('e\u0301', 16)).toBe(textWidth('é', 16));
  expect(textWidth('橋', 16)).toBe(16);
});

test('lines break at spaces and keep within the width', () => {
  const text = 'Two mayors meet at an inn and agree to measure the bridge';
  const lines = wrapText(text, 120, 14);
  expect(lines.join(' ')).toBe(text);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(120);
});

test('a word wider than the line stands alone; a text without words has no lines', () => {
  expect(wrapText('a Donaudampfschifffahrtsgesellschaft b', 40, 14)).toEqual([
    'a',
    'Donaudampfschifffahrtsgesellschaft',
    'b',
  ]);
  expect(wrapText('  ', 40, 14)).toEqual([]);
});
