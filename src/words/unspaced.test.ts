import { expect, test } from 'vitest';
import { countWords, piecesOf, widthOf } from '../story/counting.ts';
import { readingOf } from '../browser/search-words.ts';
import { excerpt } from '../browser/search-excerpt.ts';
import { searching as arabic } from './ar.ts';
import { searching as japanese } from './ja.ts';
import { wordsIn } from './unspaced.ts';

test('a script without spaces is cut into pairs of letters, and other letters stay whole', () => {
  expect(wordsIn('はやぶさ2号機')).toEqual(['はや', 'やぶ', 'ぶさ', '2', '号機']);
  expect(wordsIn('bridge')).toEqual(['bridge']);
});

test('its words are counted, and its letters are wide', () => {
  expect(countWords('The bridge fell')).toBe(3);
  expect(countWords('小惑星の砂を地球へ届けた')).toBeGreaterThan(5);
  expect(widthOf('橋 of')).toBe(5);
});

test('lines break between its words, and never before a sign that closes', () => {
  expect(
    piecesOf('橋が落ちた。The bridge')
      .map(({ text }) => text)
      .join('|'),
  ).toMatch(/た。\S*\|bridge$/);
});

test('the search reads it, keeps the marks of kana, and marks what was found', () => {
  const { words } = readingOf(japanese.language);
  expect(words('ガ')).not.toEqual(words('カ'));
  const asked = words('小惑星');
  const isFound = (text: string) => words(text).some((word) => asked.includes(word));
  expect(excerpt('砂は小惑星のもの', isFound).filter((piece) => piece.isFound)).toEqual([
    { text: '小惑星', isFound: true },
  ]);
});

test('Arabic words are found with and without the article, marks and forms of a letter', () => {
  const { words } = readingOf(arabic.language);
  expect(words('المعبد')).toEqual(words('معبد'));
  expect(words('أُسوان')).toEqual(words('اسوان'));
});
