import { expect, test } from 'vitest';
import { place, sample, texts, type Text } from '../../tests/support/texts.ts';

/** Pages that tell the story; how it was made is told on the page About and on the pages of sources. */
const story = texts.filter(
  ({ collection, path }) => collection !== 'sources' && path !== 'pages/about.md' && path !== 'pages/sources.md',
);

/** Talk about the research instead of the story: how a text was reached, what was looked for, whose page this is. */
const RESEARCH = new RegExp(
  [
    String.raw`in (?:what|the part) we (?:could )?read|as quoted by|in a (?:repost|copy)|not read whole`,
    String.raw`(?:this|the) site’s (?:own )?reading|on our reading|we (?:found|read|could)|this site`,
    String.raw`in [\p{L}’ ]{0,30}translation|\w+ translation\)|(?:no|any) [\p{L} ]{0,20}(?:was|were) found`,
    String.raw`depending on who counted|rests on the editor`,
  ].join('|'),
  'iu',
);

/** Somebody who says something and has no name. */
const NOBODY = /(?:^|[.!?] )(?:Many|Some|Others|Critics|Observers) (?:called|call|said|say|used|claim|claimed)\b/u;

const unquoted = (text: string) => text.replace(/“[^”]*”/g, '“”');

/** Where a text has the words, in its passages and in its front matter. */
const found = (pattern: RegExp, all: readonly Text[]): string[] => {
  const wordsOf = (text: string) => pattern.exec(unquoted(text))?.slice(0, 1) ?? [];
  return all.flatMap((text) => [
    ...text.passages.flatMap((passage) => wordsOf(passage.text).map((words) => place(text, passage, words))),
    ...text.fields.flatMap((field) => wordsOf(field.text).map((words) => `${text.path} ${field.name}: ${words}`)),
  ]);
};

test('no page talks of the research', () => expect(found(RESEARCH, story)).toEqual([]));

test('whoever says something has a name', () => expect(found(NOBODY, story)).toEqual([]));

test('no page has more than two notes on a dispute', () => {
  const headings = ({ passages }: Text) =>
    passages.filter(({ callout, bold: [first], text }) => callout === 'DISPUTED' && first?.from === 0 && text.endsWith('?'));
  expect(texts.filter((text) => headings(text).length > 2).map(({ path }) => path)).toEqual([]);
  const box = '> [!DISPUTED]\n> **On which day?**\n>\n> - **One:** today.\n\n';
  expect(headings(sample(box.repeat(3)))).toHaveLength(3);
});

test('talk of the research and people without a name are seen', () => {
  const bad = [
    'He said so, in TASS’s translation.',
    'No text was found.',
    'About 100,000, depending on who counted.',
    'On this site’s reading it binds nobody.',
  ];
  for (const words of bad) expect(found(RESEARCH, [sample(words)]), words).toHaveLength(1);
  expect(found(NOBODY, [sample('It was long. Many called it an ultimatum.')])).toHaveLength(1);
  expect(found(RESEARCH, [sample('Both drafts mark the English as an unofficial translation.')])).toEqual([]);
});
