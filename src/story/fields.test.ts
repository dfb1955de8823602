import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { idOf, language, line, timeZone, webAddress, when, words } from './fields.ts';
import { countWords } from './text.ts';

const says = (schema: z.ZodType, value: unknown) =>
  schema
    .safeParse(value)
    .error?.issues.map(({ message }) => message)
    .join(' ') ?? 'good';

describe('fields', () => {
  test.each([
    ['a date', when, '2024-05-17', 'good'],
    ['a bare year', when, 2024, 'good'],
    ['no date', when, '2024-02-31', 'not in the calendar'],
    ['a line', line, 'Text', 'good'],
    ['an empty line', line, '  ', 'is empty'],
    ['two lines', line, 'a\nb', 'must be on one line'],
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

test('signs are not words', () => expect(countWords('– one, “two” & 3 …')).toBe(3));
