import { expect, test } from 'vitest';
import { spread, type Wish } from './spread.ts';

const clear = (wishes: readonly Wish[], tops: readonly number[], gap: number) =>
  tops.every((top, at) => at === 0 || top >= (tops[at - 1] ?? 0) + (wishes[at - 1]?.height ?? 0) + gap - 1e-9);

test('what has room stays where it wants to be', () => {
  expect(spread([], 4)).toEqual([]);
  expect(
    spread(
      [
        { at: 10, height: 5 },
        { at: 30, height: 5 },
      ],
      4,
    ),
  ).toEqual([10, 30]);
});

test('two in each other’s way move by the same amount', () => {
  expect(
    spread(
      [
        { at: 10, height: 10 },
        { at: 10, height: 10 },
      ],
      0,
    ),
  ).toEqual([5, 15]);
});

test('nothing goes above the top, and what follows makes room', () => {
  expect(
    spread(
      [
        { at: 0, height: 10 },
        { at: 2, height: 10 },
        { at: 50, height: 10 },
      ],
      2,
      0,
    ),
  ).toEqual([0, 12, 50]);
});

test('a thousand things keep their order and never overlap', () => {
  const wishes = Array.from({ length: 1000 }, (_, at) => ({ at: Math.floor(at / 7) * 13, height: 3 + (at % 5) }));
  const tops = spread(wishes, 1, 0);
  expect(tops).toHaveLength(1000);
  expect(clear(wishes, tops, 1)).toBe(true);
  expect(Math.min(...tops)).toBeGreaterThanOrEqual(0);
});
