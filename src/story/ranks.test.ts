import { expect, test } from 'vitest';
import { rankOf } from './ranks.ts';

test.each([
  ['a treaty at its own body', 'treaty-body', undefined, 1],
  ['an official text in an archive', 'government', 'reference', 1],
  ['an agency in a newspaper', 'news-agency', 'newspaper', 2],
  ['an agency on a page that nobody answers for', 'news-agency', 'other', 3],
  ['an encyclopaedia', 'reference', undefined, 3],
  ['a blog', 'other', undefined, 3],
] as const)('%s', (_, publisher, via, rank) => expect(rankOf(publisher, via)).toBe(rank));
