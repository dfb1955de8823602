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

/** About how many syllables an English word has: its groups of vowels, but for those that are silent or two. */
function syllablesOf(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/’s$|(?:[^laeiouy]|[aeiouy]l)e$|(?<=[^td])ed$|(?<=[^sxzgc]|[^sc]h)es$|(?<=..)e(?=ly$|ment|ful|less)|^y/g, '');
  const count = (pattern: RegExp) => spoken.match(pattern)?.length ?? 0;
  return Math.max(1, count(/[aeiouy]+/g) + count(/i[ao](?!u)|eo|ua|[^aeiouyq]ui[nt]|sm$/g) - count(/[tcs]i[ao]/g));
}

/** The school grade that a text asks of its reader, by Flesch and Kincaid. A number is a word of one syllable. */
function gradeOf(all: readonly string[]): number {
  const sentence = all.flatMap((text) => [...sentences.segment(text)]).length;
  const words = all.flatMap((text) => text.match(/[\p{L}\p{N}]+(?:[’.,-][\p{L}\p{N}]+)*/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentence) + 11.8 * (syllables / words.length) - 15.59;
}

test('explainers can be read at grade 10 or below, so that a reader of fifteen follows them', () => {
  const paragraphs = ({ passages }: Text) => passages.flatMap(({ kind, text }) => (kind === 'paragraph' ? [text] : []));
  const explainers = texts.filter(({ collection }) => collection === 'explainers');
  const hard = explainers.filter((text) => gradeOf(paragraphs(text)) > 10);
  expect(hard.map(({ path }) => path)).toEqual([]);
  expect(gradeOf(['The cat sat on the mat. It was a fat cat.'])).toBeLessThan(2);
  expect(gradeOf(['Representatives characterised verification arrangements as indispensable.'])).toBeGreaterThan(20);
});
