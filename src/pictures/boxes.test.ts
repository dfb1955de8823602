import { describe, expect, test } from 'vitest';
import { boundingBox, boxAround, grow, isFree, isInside, overlap, spreadOut } from './boxes.ts';

describe('boxes', () => {
  const box = boxAround(100, 50);

  test('are as large as a finger needs', () => {
    expect(box).toEqual({ left: 88, top: 38, right: 112, bottom: 62 });
  });

  test('may share an edge', () => {
    expect(overlap(box, boxAround(124, 50))).toBe(false);
    expect(overlap(box, boxAround(123, 50))).toBe(true);
    expect(overlap(box, boxAround(110, 74))).toBe(false);
    expect(isFree(box, [boxAround(124, 50), boxAround(100, 73)])).toBe(false);
    expect(isFree(box, [])).toBe(true);
  });

  test('hold each other', () => {
    expect(isInside(box, grow(box, 0, 0))).toBe(true);
    expect(isInside(grow(box, 1, 0), box)).toBe(false);
    expect(boundingBox([box, boxAround(200, 0, 2)])).toEqual({ left: 88, top: -1, right: 201, bottom: 62 });
  });
});

describe('things that must not overlap', () => {
  const things = (...tops: number[]) => tops.map((top) => ({ top, height: 10 }));

  test('stay where they ask to be if there is room', () => {
    expect(spreadOut([], 4)).toEqual([]);
    expect(spreadOut(things(10, 30), 4)).toEqual([10, 30]);
  });

  test('two in each other’s way move by the same amount', () => {
    expect(spreadOut(things(10, 10), 0)).toEqual([5, 15]);
  });

  test('nothing rises above the top, and what follows makes room', () => {
    expect(spreadOut(things(0, 2, 50), 2, 0)).toEqual([0, 12, 50]);
  });

  test('a thousand keep their order and never overlap', () => {
    const many = Array.from({ length: 1000 }, (_, at) => ({ top: Math.floor(at / 7) * 13, height: 3 + (at % 5) }));
    const tops = spreadOut(many, 1, 0);
    expect(tops).toHaveLength(1000);
    expect(Math.min(...tops)).toBeGreaterThanOrEqual(0);
    tops.slice(1).forEach((top, at) => {
      expect(top).toBeGreaterThanOrEqual((tops[at] ?? 0) + (many[at]?.height ?? 0) + 1 - 1e-9);
    });
  });
});
