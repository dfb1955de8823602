import { expect, test } from 'vitest';
import { excerpt, mark } from './search-excerpt.ts';

const isFound = (word: string) => /^(toll|bridge)/i.test(word);
const written = (pieces: ReturnType<typeof mark>) =>
  pieces.map(({ text, isFound: found }) => (found ? `[${text}]` : text)).join('');

test('words that were found are apart, and no letter is lost', () => {
  expect(written(mark('The bridge, its tolls.', isFound))).toBe('The [bridge], its [tolls].');
  expect(written(mark('<b>bridge</b>', isFound))).toBe('<b>[bridge]</b>');
  expect(written(mark('Nothing', isFound))).toBe('Nothing');
  expect(mark('', isFound)).toEqual([]);
});

test('the excerpt is where most of what was looked for stands, and is cut between words', () => {
  const text = `${'word '.repeat(80)}a bridge ${'word '.repeat(80)}the toll of the bridge ${'word '.repeat(80)}`;
  const shown = written(excerpt(text, isFound, 100));
  expect(shown).toContain('the [toll] of the [bridge]');
  expect(shown).toMatch(/^… word/);
  expect(shown).toMatch(/word …$/);
  expect(shown.length).toBeLessThan(115);
});

test('a short text is whole, and one without what was looked for begins at its beginning', () => {
  expect(written(excerpt('A toll.', isFound))).toBe('A [toll].');
  expect(written(excerpt('word '.repeat(80), isFound, 22))).toBe('word word word word …');
  expect(written(excerpt('字'.repeat(500), isFound, 22))).toMatch(/^字+/);
});
