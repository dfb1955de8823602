import { describe, expect, test } from 'vitest';
import { ANSWERS } from '../story/kinds.ts';
import type { Demand, Party } from '../story/story.ts';
import { en } from '../words/en.ts';
import { answerMark, countAnswers, drawMatrix } from './matrix.ts';

const parties = ['One', 'Two & Co'].map(
  (name, at) => ({ id: String(at), name, short: name, colour: at === 0 ? 'first' : 'second' }) as Party,
);
const demands = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `d${at}`,
    positions: parties.map((party, row) => ({ party, status: ANSWERS[(at + row) % ANSWERS.length] })),
  })) as unknown as Demand[];

/** Where the marks stand, from the drawing itself. */
const places = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\((\d+) (\d+)\)">/g)].map(([, x, y]) => `${x},${y}`);

describe('the answers in one glance', () => {
  test('has a mark for each answer, no two in one place, all inside', () => {
    const svg = drawMatrix(demands(13), parties, en);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)?.map(Number) ?? [];
    const marks = places(svg);
    expect(marks).toHaveLength(26);
    expect(new Set(marks).size).toBe(26);
    for (const mark of marks) {
      const [x = 0, y = 0] = mark.split(',').map(Number);
      expect(x + 20).toBeLessThanOrEqual(width ?? 0);
      expect(y + 20).toBeLessThanOrEqual(height ?? 0);
    }
  });

  test('many demands stand in bands, none and one draw too', () => {
    expect(drawMatrix(demands(40), parties, en)).toMatch(/viewBox="0 0 \d+ 246"/);
    expect(places(drawMatrix([], parties, en))).toEqual([]);
    expect(places(drawMatrix(demands(1), parties, en))).toHaveLength(2);
  });

  test('says the same in words', () => {
    expect(drawMatrix(demands(2), parties, en)).toContain(
      'One: accepted 1, open to talk 1; Two &amp; Co: open to talk 1, other offer 1.',
    );
    expect(countAnswers(demands(2), parties, en).map(({ word, counts }) => [word, counts])).toEqual([
      ['Accepted', [1, 0]],
      ['Open to talk', [1, 1]],
      ['Other offer', [0, 1]],
    ]);
  });

  test('each answer looks unlike every other', () =>
    expect(new Set(ANSWERS.map(answerMark)).size).toBe(ANSWERS.length));
});
