import { describe, expect, test } from 'vitest';
import { balance, boxAround, cut, fit, isFree, overlap } from './boxes.ts';
import { textWidth } from './text-width.ts';

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
});

describe('lines', () => {
  const text = 'Two mayors meet at an inn and agree to measure the bridge';

  test('are at most so many, and as even as can be', () => {
    for (const most of [1, 2, 3, 4]) {
      const { lines, width } = balance(text, most, 14, 15);
      expect(lines.join(' ')).toBe(text);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(width);
      if (most > 1) expect(width).toBeLessThan(balance(text, most - 1, 14, 15).width);
    }
    expect(balance(text, 2, 14, 15).lines).toEqual(['Two mayors meet at an inn and', 'agree to measure the bridge']);
  });

  test('keep a day and its month together, with a plain space', () => {
    for (const most of [2, 3, 4, 5])
      expect(balance('They met on 17 May 1904 at noon', most, 14, 15).lines.join('|')).toContain('17 May');
  });

  test('are as few as fit', () => {
    expect(fit(text, 1000, 3, 14, 15)?.lines.length).toBe(1);
    expect(fit(text, 220, 3, 14, 15)?.lines.length).toBe(2);
    expect(fit(text, 60, 3, 14, 15)).toBeUndefined();
    expect(balance('', 2, 14, 15).lines).toEqual([]);
  });

  test('are cut with an ellipsis', () => {
    expect(cut('Weather', 100, 14)).toBe('Weather');
    const short = cut('Donaudampfschifffahrt', 80, 14);
    expect(short).toMatch(/^Donau.*…$/);
    expect(textWidth(short, 14)).toBeLessThanOrEqual(80);
  });
});
