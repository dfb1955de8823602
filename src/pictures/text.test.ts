import { describe, expect, test } from 'vitest';
import { balanceText, cutText, fitText, textWidth, widest, wrapText } from './text.ts';

const TEXT = 'Two mayors meet at an inn and agree to measure the bridge';

describe('the width of a line', () => {
  test('is that of its letters, with a reserve, in proportion to its size', () => {
    expect(textWidth('', 16)).toBe(0);
    expect(textWidth('0', 1000)).toBeCloseTo(514.5 * 1.03, 1);
    expect(textWidth('Bridge', 32)).toBeCloseTo(2 * textWidth('Bridge', 16), 6);
    expect(textWidth('iii', 16)).toBeLessThan(textWidth('mmm', 16));
  });

  test('is greater in a heavier weight, and figures are all of one width', () => {
    expect(textWidth('Bridge', 16, 600)).toBeGreaterThan(textWidth('Bridge', 16));
    expect(textWidth('1111', 16)).toBe(textWidth('0789', 16));
  });

  test('a composed and a decomposed letter are one, and a letter that is not there takes room', () => {
    expect(textWidth('e\u0301', 16)).toBe(textWidth('é', 16));
    expect(textWidth('橋', 100)).toBe(103);
  });
});

describe('lines', () => {
  test('break at spaces and keep within the width', () => {
    const lines = wrapText(TEXT, 120, 14);
    expect(lines.join(' ')).toBe(TEXT);
    expect(lines.length).toBeGreaterThan(2);
    expect(widest(lines, 14)).toBeLessThanOrEqual(120);
  });

  test('a word wider than the line has one of its own; a text without words has no lines', () => {
    const lines = ['a', 'Donaudampfschifffahrtsgesellschaft', 'b'];
    expect(wrapText(lines.join(' '), 40, 14)).toEqual(lines);
    expect(wrapText('  ', 40, 14)).toEqual([]);
  });

  test('are at most so many, and as even as can be', () => {
    for (const most of [1, 2, 3, 4]) {
      const lines = balanceText(TEXT, most, 14);
      expect(lines.join(' ')).toBe(TEXT);
      expect(lines.length).toBeLessThanOrEqual(most);
      if (most > 1) expect(widest(lines, 14)).toBeLessThan(widest(balanceText(TEXT, most - 1, 14), 14));
    }
    expect(balanceText(TEXT, 2, 14)).toEqual(['Two mayors meet at an inn and', 'agree to measure the bridge']);
  });

  test('keep a day and its month together, with a plain space', () => {
    for (const most of [2, 3, 4, 5])
      expect(balanceText('They met on 17\u00a0May 1904 at noon', most, 14).join('|')).toContain('17 May');
  });

  test('are as few as fit', () => {
    expect(fitText(TEXT, 1000, 3, 14)?.length).toBe(1);
    expect(fitText(TEXT, 220, 3, 14)?.length).toBe(2);
    expect(fitText(TEXT, 60, 3, 14)).toBeUndefined();
    expect(balanceText('', 2, 14)).toEqual([]);
  });

  test('are cut with an ellipsis', () => {
    expect(cutText('Weather', 100, 14)).toBe('Weather');
    const short = cutText('Donaudampfschifffahrt', 80, 14);
    expect(short).toMatch(/^Donau.*…$/);
    expect(textWidth(short, 14)).toBeLessThanOrEqual(80);
  });
});
