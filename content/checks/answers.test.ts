import { expect, test } from 'vitest';
import { story } from '../../tests/support/story.ts';
import { texts } from '../../tests/support/texts.ts';

/** The page of positions explains words for answers, which must be those that stand in its table. */
const lead = texts.find(({ path }) => path === 'pages/positions.md')?.passages.map(({ text }) => text).join(' ') ?? '';
const names = Object.values(story.words.kinds.answers).map((name) => name.toLowerCase());

test('what the page of positions explains stands in its table', () => {
  const explained = [...lead.toLowerCase().matchAll(/“([^”]+)”|\b(counter-offer)\b/g)].map(([, quoted, word]) => quoted ?? word);
  expect(explained.length).toBeGreaterThan(3);
  expect(explained.filter((name) => !names.includes(name ?? ''))).toEqual([]);
});
