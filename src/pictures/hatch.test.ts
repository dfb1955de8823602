import { expect, test } from 'vitest';
import { hatch } from './hatch.ts';

const square = [
  [0, 0],
  [40, 0],
  [40, 40],
  [0, 40],
] as const;

test('lines run across the area and end at its edges', () => {
  expect(hatch([square], 20)).toBe('M0 20L20 0M0 40L40 0M20 40L40 20');
});

test('a hole stays free', () => {
  const hole = [
    [10, 10],
    [30, 10],
    [30, 30],
    [10, 30],
  ] as const;
  expect(hatch([square, hole], 40)).toBe('M0 40L10 30M30 10L40 0');
});

test('nothing has no lines', () => {
  expect(hatch([], 5)).toBe('');
  expect(hatch([[]], 5)).toBe('');
});
