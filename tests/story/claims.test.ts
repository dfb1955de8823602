import { slug } from 'github-slugger';
import { expect, test } from 'vitest';
import { cited, isOwnWord, MONTHS, place, sample, type Passage, type Text } from './texts.ts';

const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?';
const UNITS = 'three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';

/** A quotation, a month, or a number in figures or in words from three up. “One” and “two” are mostly words of ours. */
const CLAIMS = [/[\d“]/, new RegExp(`\\b(?:${MONTHS.join('|')})\\b`), new RegExp(`\\b(?:${UNITS}|${TENS})\\b`, 'i')];

/** Numbers that are names: articles of a text, treaties, pipelines. */
const NAMES = /\b(?:Articles?|treaty|agreement) \d+(?:(?:,| and| to) \d+)*|Nord Stream 2/gi;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text that hold a number, a date or a quotation and have no note after them in their paragraph. */
function uncited(text: Text): { faults: string[]; checked: number } {
  const faults: string[] = [];
  let checked = 0;
  for (const passage of text.passages) {
    if (passage.kind === 'heading' || passage.kind === 'head') continue;
    const claims = withoutPointers(passage);
    for (const { segment, index } of passage.kind === 'row'
      ? [{ segment: passage.text, index: 0 }]
      : sentences.segment(passage.text)) {
      const sentence = segment.trim();
      // A question asks; what it asks about is told, with its note, in the answer.
      if (sentence.endsWith('?') || isOwnWord(sentence)) continue;
      const told = claims.slice(index, index + segment.length).replace(NAMES, '');
      if (!CLAIMS.some((claim) => claim.test(told))) continue;
      checked += 1;
      const covered =
        passage.kind === 'row'
          ? passage.notes.length > 0
          : passage.notes.some(({ at }) => at >= index + sentence.length);
      if (!covered) faults.push(place(text, passage, `has no note after “${sentence}”`));
    }
  }
  return { faults, checked };
}

/**
 * Blots out the words of links that only name what they point at: an entry, a demand, an article, or a section by its
 * heading.
 */
function withoutPointers({ text, links }: Passage): string {
  return links
    .filter(
      ({ from, to, path }) =>
        /^(?:demands|drafts|glossary)\//.test(path) || path.endsWith(`#${slug(text.slice(from, to))}`),
    )
    .reduce((done, { from, to }) => done.slice(0, from) + '·'.repeat(to - from) + done.slice(to), text);
}

test('every sentence with a number, a date or a quotation is followed by a note', () => {
  const found = cited.map(uncited);
  expect(found.flatMap(({ faults }) => faults)).toEqual([]);
  expect(found.reduce((sum, { checked }) => sum + checked, 0)).toBeGreaterThan(1000);
});

test.each([
  ['They spoke for 50 minutes. He was at home.[^a]', []],
  ['He was at home.[^a] They spoke for 50 minutes.', ['They spoke for 50 minutes.']],
  ['They met in December.', ['They met in December.']],
  ['Fourteen states joined.', ['Fourteen states joined.']],
  ['He called it “a heavy price”.', ['He called it “a heavy price”.']],
  ['Which of the 30 members? See [Why 1997](the-two-drafts.md#why-1997) and Article 4.', []],
  ['There were [about 100,000 troops](the-build-up.md#who-counted-what).', ['There were about 100,000 troops.']],
  ['- Reuters: 90,000.[^a]\n- AP: 100,000.', ['AP: 100,000.']],
  ['> [!HINDSIGHT]\n> It began on 24 February.', ['It began on 24 February.']],
  ['| Day | Count |\n|---|---|\n| 3 December | 70,000[^a] |\n| 8 December | 120,000 |', ['8 December\n120,000']],
])('%s', (markdown, without) => {
  const { faults } = uncited(sample(`${markdown}\n\n[^a]: [Paper](../sources/paper.md).`));
  expect(faults.map((fault) => fault.replace(/^.*? after “/, '').slice(0, -1))).toEqual(without);
});
