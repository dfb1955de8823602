import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { texts, type Text } from '../../tests/support/texts.ts';

/** Other Latin spellings of names, and the one that these pages have. */
const NAMES: [RegExp, string][] = [
  [/Sergei Lavrov/, 'Sergey Lavrov'],
  [/Sergey Ryabkov|Riabkov/, 'Sergei Ryabkov'],
  [/Sergey Sho[iy]gu|Shoygu/, 'Sergei Shoigu'],
  [/Yury Ushakov|Ouchakov/, 'Yuri Ushakov'],
  [/Dmitri[iy]? Peskov/, 'Dmitry Peskov'],
  [/Valeriy|Valerii/, 'Valery Gerasimov'],
  [/Zelensk(?:iy|iyy|yj)\b|Vladimir Zelensky/, 'Volodymyr Zelensky'],
  [/Dmitr[iy]y? Kuleba/, 'Dmytro Kuleba'],
  [/Anthony Blinken|Tony Blinken/, 'Antony Blinken'],
  [/\bKiev\b/, 'Kyiv'],
  [/\b[Tt]he Ukraine\b/, 'Ukraine'],
  [/Donbass|Lugansk|Kharkov\b|Odessa/, 'the Ukrainian spelling'],
];

const ours = texts.filter(({ collection }) => collection !== 'sources');
/** Our own words: not what is quoted, and not a passage on the spellings of a name. */
const stretches = ({ path, fields, passages }: Text) => [
  ...fields
    .filter(({ name }) => !/^(aliases|native|official_title)/.test(name))
    .map(({ text }) => ({ at: path, text })),
  ...passages
    .filter(({ text }) => !text.includes('spelling'))
    .map(({ line, text }) => ({ at: `${path}:${line}`, text })),
];

test('names are spelt one way', () => {
  const wrong = ours.flatMap(stretches).flatMap(({ at, text }) =>
    NAMES.flatMap(([pattern, right]) => {
      const found = pattern.exec(text.replace(/“[^”]*”/g, '')) ?? [];
      return found.map((name) => `${at} “${name}” should be ${right}`);
    }),
  );
  expect(wrong).toEqual([]);
});

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The school grade that a text asks of its reader, by Flesch and Kincaid. A number is a word of one syllable. */
function gradeOf(all: readonly string[]): number {
  const sentence = all.flatMap((text) => [...sentences.segment(text)]).length;
  const words = all.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:[’.,-][\p{L}\p{N}]+)*/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word.replaceAll('’', "'"))), 0);
  return fleschKincaid({ sentence, word: words.length, syllable: syllables });
}

test('explainers can be read at grade 10 or below, so that a reader of fifteen follows them', () => {
  const paragraphs = ({ passages }: Text) => passages.flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []));
  const explainers = texts.filter(({ collection }) => collection === 'explainers');
  const hard = explainers.filter((text) => gradeOf(paragraphs(text)) > 10);
  expect(hard.map(({ path }) => path)).toEqual([]);
  expect(gradeOf(['The cat sat on the mat. It was a fat cat.'])).toBeLessThan(2);
  expect(gradeOf(['Representatives characterised verification arrangements as indispensable.'])).toBeGreaterThan(20);
});
