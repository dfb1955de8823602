import { expect, test } from 'vitest';
import { partsOfSources } from './groups.ts';
import type { Source } from './story.ts';

const sources = (publishers: readonly string[]) =>
  publishers.map((publisher) => ({ publisher: { name: publisher } }) as Source);
const many = (count: number, publisher: string) => Array.from({ length: count }, () => publisher);

test('a list of a hundred sources is on one page', () => {
  expect(partsOfSources({ type: 'reporting', sources: sources(many(100, 'Gazette')) })).toEqual([]);
});

test('a longer list is divided by first letters, without accents; digits come first, other scripts last', () => {
  const publishers = ['24 Hours', 'Étoile', ...many(97, 'Gazette'), 'The Herald', 'Zeitung', 'Хроника'];
  const parts = partsOfSources({ type: 'reporting', sources: sources(publishers) });
  expect(parts.map(({ address, letters, sources: some }) => [address, letters, some.length])).toEqual([
    ['/sources/reporting/a-e/', 'A–E', 2],
    ['/sources/reporting/f-m/', 'F–M', 97],
    ['/sources/reporting/s-z/', 'S–Z', 2],
    ['/sources/reporting/other/', '…', 1],
  ]);
});
