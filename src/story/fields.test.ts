import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { idOf, language, line, placeInStory, timeZone, webAddress, when, words } from './fields.ts';
import { countWords } from './counting.ts';

const says = (schema: z.ZodType, value: unknown) =>
  schema
    .safeParse(value)
    .error?.issues.map(({ message }) => message)
    .join(' ') ?? 'good';

describe('fields', () => {
  test.each([
    ['a date', when, '2024-05-17', 'good'],
    ['a bare year', when, 2024, 'good'],
    ['an early year, of which YAML makes 988', when, 988, 'good'],
    ['no date', when, '2024-02-31', 'not in the calendar'],
    ['a line', line, 'Text', 'good'],
    ['an empty line', line, '  ', 'is empty'],
    ['two lines', line, 'a\nb', 'must be on one line'],
    ['a word that fits on no screen', line, 'x'.repeat(81), 'a word of more than 80'],
    ['a line in Japanese', line, '手紙は橋の通行料について述べた。'.repeat(8), 'good'],
    ['a place with a long heading', placeInStory, `explainers/a.md#${'a-long-heading-'.repeat(8)}`, 'good'],
    ['few words', words(3), 'one two three', 'good'],
    ['many words', words(3), 'one two three four', 'has 4 words; at most 3'],
    ['a web address', webAddress, 'http://example.org/x?y#z', 'good'],
    ['a script', webAddress, 'javascript:alert(1)', 'is not an address'],
    ['a mail address', webAddress, 'mailto:a@example.org', 'is not an address'],
    ['a language', language, 'uk', 'good'],
    ['no language', language, 'not a tag', 'is not a language tag'],
    ['a zone', timeZone, 'Europe/Kyiv', 'good'],
    ['no zone', timeZone, 'Europe/Kiev-on-Thames', 'is not a time zone'],
  ] as const)('%s', (_, schema, value, message) => expect(says(schema, value)).toContain(message));

  test('an id is a target', () =>
    expect(idOf('glossary').parse('nato')).toEqual({ collection: 'glossary', id: 'nato' }));
});

test.each([
  ['– one, “two” & 3 …', 3],
  ['A well-known 24-hour day', 4],
  ['手紙は橋の通行料について述べた。', 9],
  ['สองเมืองพบกันที่แม่น้ำ', 6],
  ['In Kyoto (京都) they met', 5],
])('signs are not words, and words need no spaces between them: %s', (text, count) =>
  expect(countWords(text)).toBe(count),
);
