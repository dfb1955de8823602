import { describe, expect, test } from 'vitest';
import { formatSaid, normalise, parseSaid, saysTheSame, splitSentences, type Block } from './said.ts';

const PAGE: Block[] = [
  { kind: 'title', parts: ['The meeting'] },
  { kind: 'fact', name: 'date', parts: ['1904-05-02'] },
  { kind: 'fact', name: 'office', parts: ['Mayor | of Brack', '1900', ''] },
  { kind: 'paragraph', parts: ['They met. They talked for an hour.'] },
  { kind: 'heading', parts: ['What came of it'] },
  { kind: 'item', parts: ['One. And more.'] },
  { kind: 'item', parts: ['Two.'] },
  { kind: 'callout', parts: ['DISPUTED'], quoted: true },
  { kind: 'paragraph', parts: ['Who wrote it? Two hands.'], quoted: true },
  { kind: 'item', parts: ['The clerk.'], quoted: true },
  { kind: 'row', parts: ['Topic', 'Brack'] },
  { kind: 'row', parts: ['The toll', 'a | b'] },
  { kind: 'note', name: 'gazette', parts: ['The Gazette, page 2. Read whole.'] },
  { kind: 'note', name: 'minutes', parts: ['Minutes.'] },
];

describe('what a page said as Markdown', () => {
  test('has a sentence on each line', () =>
    expect(formatSaid(PAGE, 'en')).toBe(`# The meeting

- **date:** 1904-05-02
- **office:** Mayor \\| of Brack | 1900 | 

They met.
They talked for an hour.

## What came of it

- One.
  And more.
- Two.

> [!DISPUTED]
>
> Who wrote it?
> Two hands.
>
> - The clerk.

| Topic | Brack |
|---|---|
| The toll | a \\| b |

[^gazette]: The Gazette, page 2.
  Read whole.
[^minutes]: Minutes.
`));

  test('is read as it was written', () => expect(parseSaid(formatSaid(PAGE, 'en'))).toEqual(PAGE));

  test.each(['# a', '- a', '1. a', '| a |', '> a', '[^a]: b', '[!A]', String.raw`\a\\|`, '*a*', '---', '  a', '+ a'])(
    'keeps a text that looks like Markdown: %s',
    (text) => {
      const blocks: Block[] = [
        { kind: 'title', parts: ['T'] },
        { kind: 'paragraph', parts: [normalise(text)] },
        { kind: 'item', parts: [normalise(text)] },
        { kind: 'fact', name: 'names', parts: [normalise(text)] },
        { kind: 'row', parts: [normalise(text), 'b'] },
      ];
      expect(parseSaid(formatSaid(blocks, 'en'))).toEqual(blocks);
    },
  );

  test.each(['', 'No title.\n', '# T\n\n- **nonsense:** x\n'])('is refused when it is not: %j', (text) =>
    expect(parseSaid(text)).toBeUndefined(),
  );
});

test('spaces and ways to write a letter are no difference', () => {
  expect(normalise(' 30\u00a0December\n 2021 e\u0301')).toBe('30 December 2021 é');
});

test('a page says the same when each of its blocks does', () => {
  expect(saysTheSame(PAGE, structuredClone(PAGE))).toBe(true);
  expect(saysTheSame(PAGE, PAGE.slice(1))).toBe(false);
  expect(saysTheSame(PAGE, [{ kind: 'title', parts: ['The talk'] }, ...PAGE.slice(1)])).toBe(false);
});

test('sentences end as their language has it', () => {
  expect(splitSentences('It rained. It fell at 3.30 p.m. on Monday.', 'en')[0]).toBe('It rained. ');
});
