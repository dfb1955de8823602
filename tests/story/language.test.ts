import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/story/text.ts';
import { cited, place, sample, texts, type Text } from './texts.ts';

/** Forms that these pages do not write, and the one they do. */
const SPELLINGS: [RegExp, string][] = [
  [/Sergei Lavrov/, 'Sergey Lavrov'],
  [/Serge[yj] (?:Ryabkov|Riabkov)|Riabkov|Rjabkov/, 'Sergei Ryabkov'],
  [/Serge[yj] Sho[iy]gu|Shoygu|Schoigu/, 'Sergei Shoigu'],
  [/Yury Ushakov|Uschakow|Ouchakov/, 'Yuri Ushakov'],
  [/Dmitri[iy]? Peskov/, 'Dmitry Peskov'],
  [/Valeriy|Valerii|Guerassimov/, 'Valery Gerasimov'],
  [/Poutine|Poetin/, 'Vladimir Putin'],
  [/Zelensk(?:yy|iy|iyy|yj)|Vladimir Zelensky/, 'Volodymyr Zelensky'],
  [/Dmitr[iy]y? Kuleba|Dmitro/, 'Dmytro Kuleba'],
  [/Anthony Blinken|Tony Blinken/, 'Antony Blinken'],
  [/Joseph Biden|Joseph R\. Biden/, 'Joe Biden'],
  [/Bill Burns/, 'William Burns'],
  [/Janukov[iy]ch|Yanukovich/, 'Viktor Yanukovych'],
  [/\bKiev\b/, 'Kyiv'],
  [/Kharkov\b/, 'Kharkiv'],
  [/Odessa/, 'Odesa'],
  [/Donbass/, 'Donbas'],
  [/Lugansk/, 'Luhansk'],
  [/\b[Tt]he Ukraine\b/, 'Ukraine'],
  [/Czech Republic/, 'Czechia'],
  [/Byelorussia/, 'Belarus'],
  [/Russia[-–]NATO|NATO–Russia/, 'NATO-Russia Council'],
  [/Ministry of Foreign Affairs|Ministry for Foreign Affairs|Foreign Affairs Ministry/, 'Foreign Ministry'],
  [/\bU\.S\.|\bU\.K\./, 'US'],
  [/\b(?:expansion|expand(?:ed|ing|s)?)\b/, 'enlargement'],
  [/\bpercent\b|\d ?%/, 'per cent'],
  [/cease-fire/, 'ceasefire'],
  [/\b[Bb]uildup/, 'build-up'],
  [/read-out/, 'readout'],
  [/(?<!secretary of |Secretary of |Department of )\b[Dd]efense\b(?! News| Department| Secretary)/, 'defence'],
  [/\bprograms?\b/, 'programme'],
  [/\bcenters?\b|\bneighbors?|\bcolors?\b|\bfavors?\b|\bhonors?\b|\blabor\b/, 'the British spelling'],
  [
    /\b(?:recogni|organi|authori|emphasi|critici|reali|moderni|stabili|finali|summari|minimi|normali)z\w+/,
    'the spelling with s',
  ],
  [/\b(?:traveled|signaled|canceled|labeled)\b/, 'two l’s'],
];

/** Texts that name other spellings because that is what they are about. */
const ABOUT_SPELLINGS = /^His name has several Latin spellings: /;

const OURS = /(?:^|\.)(?:title|question|brief|short|definition|asks|description|tagline|text|note|place|name)$/;
const OTHERS = /^(?:native|official_title)/;

/** Our own words in front matter: not the title of a source, a name in its own script, or the title on a document. */
const ownFields = ({ collection, fields }: Text) =>
  fields.filter(({ name }) => OURS.test(name) && !OTHERS.test(name) && !(collection === 'sources' && name === 'title'));

/** Every stretch of our own words, with its place. */
const stretches = (text: Text) => [
  ...ownFields(text).map((field) => ({ at: `${text.path} ${field.name}`, words: field.text })),
  ...text.passages.map((passage) => ({ at: place(text, passage, ''), words: passage.text })),
];

const segments = new Intl.Segmenter('en', { granularity: 'sentence' });
const sentencesOf = (text: string) =>
  [...segments.segment(text)].map(({ segment }) => segment.trim()).filter((one) => one !== '');

function misspelt(text: Text): string[] {
  return stretches(text).flatMap(({ at, words }) =>
    sentencesOf(words.replace(/“[^”]*”/g, '“…”'))
      .filter((sentence) => !ABOUT_SPELLINGS.test(sentence))
      .flatMap((sentence) =>
        SPELLINGS.flatMap(
          ([wrong, right]) => wrong.exec(sentence)?.map((found) => `${at.trim()} “${found}” should be ${right}`) ?? [],
        ),
      ),
  );
}

/** What a typewriter would write. Notes and the titles of sources are held to it too. */
const TYPEWRITTEN: [RegExp, string][] = [
  [/["']/, 'a straight quotation mark'],
  [/ - |--/, 'a hyphen for a dash'],
  [/\d-\d/, 'a hyphen in a range'],
  [/\.\.\./, 'three full stops for an ellipsis'],
  [/ {2}/, 'two spaces'],
  [/ [,;.?!]/, 'a space before a mark'],
];

function typewritten(text: Text): string[] {
  const notes = [...text.notes].map(([label, note]) => ({ at: `${text.path} [^${label}]`, words: note.text }));
  const titles = text.fields
    .filter(({ name }) => name === 'title')
    .map((field) => ({ at: `${text.path} title`, words: field.text }));
  return [...stretches(text), ...notes, ...(text.collection === 'sources' ? titles : [])].flatMap(({ at, words }) =>
    TYPEWRITTEN.filter(([mark]) => mark.test(words)).map(([, fault]) => `${at.trim()} holds ${fault}: ${words}`),
  );
}

/** The sentences of the running text; headings and tables are not read through. */
const runningText = ({ passages }: Text) =>
  passages.filter(({ kind }) => kind === 'paragraph').flatMap(({ text }) => sentencesOf(text));

/**
 * The school grade that a text asks of its reader, by Flesch and Kincaid. A number counts as a word of one syllable.
 */
function gradeOf(text: Text): number {
  const sentences = runningText(text);
  const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}]+(?:[’.,-][\p{L}\p{N}]+)*/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word.replaceAll('’', "'"))), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}

describe('language', () => {
  test('names and words are spelt one way', () => expect(texts.flatMap(misspelt)).toEqual([]));

  test('quotation marks, dashes and ranges are true', () => expect(texts.flatMap(typewritten)).toEqual([]));

  test('explainers read at grade 10 or below, other texts at 12 or below', () => {
    const hard = cited.filter((text) => gradeOf(text) > (text.collection === 'explainers' ? 10 : 12));
    expect(hard.map((text) => `${text.path} ${gradeOf(text).toFixed(1)}`)).toEqual([]);
  });

  test('explainers have 700 to 1,600 words', () => {
    const explainers = cited.filter(({ collection }) => collection === 'explainers');
    const lengths = explainers.map((text) => ({ path: text.path, words: countWords(runningText(text).join(' ')) }));
    expect(lengths.filter(({ words }) => words < 700 || words > 1600)).toEqual([]);
  });
});

describe('the checks bite', () => {
  test.each([
    ['Sergei Lavrov flew to Kiev.', ['“Sergei Lavrov” should be Sergey Lavrov', '“Kiev” should be Kyiv']],
    ['He spoke of “NATO expansion” and of enlargement.', []],
    ['NATO’s expansion rose by 5 percent.', ['“expansion” should be enlargement', '“percent” should be per cent']],
    ['The secretary of defense met the defense minister.', ['“defense” should be defence']],
  ])('%s', (markdown, faults) =>
    expect(misspelt(sample(markdown))).toEqual(faults.map((fault) => `explainers/sample.md:1 ${fault}`)),
  );

  test.each([
    ['It’s “true”: 9–10 January — and so on…', []],
    [
      "It's 9-10 January - yes...",
      ['a straight quotation mark', 'a hyphen for a dash', 'a hyphen in a range', 'three full stops for an ellipsis'],
    ],
  ])('%s', (markdown, faults) => {
    expect(typewritten(sample(markdown)).map((fault) => fault.replace(/^.* holds (.*?): .*$/, '$1'))).toEqual(faults);
  });

  test('long words in long sentences are hard', () => {
    expect(gradeOf(sample('The cat sat on the mat. It was a fat cat.'))).toBeLessThan(2);
    expect(
      gradeOf(
        sample('Representatives characterised reciprocal verification arrangements as indispensable considerations.'),
      ),
    ).toBeGreaterThan(20);
  });
});
