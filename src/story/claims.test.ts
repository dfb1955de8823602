import { expect, test } from 'vitest';
import { sourceCoverageOf } from './claims.ts';
import type { Note } from './text.ts';

const note = (sources: string[], uses: number, claimedBy?: string): Note => ({
  label: 'x',
  number: 1,
  html: '',
  sources,
  paragraphs: [],
  uses: Array.from({ length: uses }, () => undefined),
  later: Array.from({ length: uses }, () => false),
  sentences: [],
  ...(claimedBy && { claimedBy }),
});

test('each use of a note is a claim', () => {
  const text = {
    notes: [note(['a'], 2), note(['b', 'c'], 1, 'brack'), note(['a', 'a'], 1)],
  };
  const cited = [
    { id: 'a', type: 'primary' },
    { id: 'b', type: 'reporting' },
    { id: 'c', type: 'reporting' },
  ] as never;
  const page = { text, cited } as never;
  expect(sourceCoverageOf(page)).toEqual({
    claims: 4,
    primary: 3,
    several: 1,
    one: 3,
    oneSided: 1,
  });
  // What tells of a later day is no claim of the page as it was known.
  text.notes[0]?.later.fill(true, 1);
  text.notes[1]?.later.fill(true);
  expect(sourceCoverageOf(page, true)).toEqual({ claims: 2, primary: 2, several: 0, one: 2, oneSided: 0 });
});
