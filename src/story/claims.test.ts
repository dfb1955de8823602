import { expect, test } from 'vitest';
import type { Note } from './text.ts';
import { footingOf, markClaim } from './claims.ts';

const note = (sources: string[], uses: number, claimedBy?: string): Note => ({
  label: 'x',
  number: 1,
  html: '',
  sources,
  uses: new Array<string | undefined>(uses).fill(undefined),
  sentences: [],
  ...(claimedBy && { claimedBy }),
});

test('each use of a note is a claim', () => {
  const body = {
    html: '',
    sections: [],
    links: [],
    words: 0,
    opening: '',
    notes: [note(['a'], 2), note(['b', 'c'], 1, 'brack'), note(['a', 'a'], 1)],
  };
  const cited = [
    { id: 'a', type: 'primary' },
    { id: 'b', type: 'reporting' },
    { id: 'c', type: 'reporting' },
  ] as never;
  expect(footingOf({ body, cited })).toEqual({ claims: 4, primary: 3, several: 1, one: 3, oneSided: 1 });
});

test('the opening words of a one-sided note take its colour', () => {
  expect(markClaim('Claimed by Brack only: <a href="x">y</a>', 'second')).toBe(
    '<span class="party" data-party="second">Claimed by Brack only:</span> <a href="x">y</a>',
  );
  expect(markClaim('Paper: page 2', undefined)).toBe('Paper: page 2');
});
