import { expect, test } from 'vitest';
import { searching } from '../words/en.ts';
import { fold, likeness, readingOf } from './search-words.ts';

const { words, telling, alike } = readingOf(searching.language);

test.each([
  ['Königsberg, Genève', ['konigsberg', 'geneve']],
  ['Київ й ёлка', ['киів', 'и', 'елка']],
  ['Rußland Løken', ['russland', 'loken']],
  ["NATO’s and Putin's", ['nato', 'and', 'putin']],
  ['U.S. treaty', ['us', 'treaty']],
  ['175,000 troops', ['175000', 'troops']],
  ['Article Five, Minsk II', ['article', '5', 'minsk', '2']],
  ['started, began, begins', ['begin', 'begin', 'begin']],
  ['Dec 30th', ['december', '30']],
  ['2021-12-30', ['30', 'december', '2021']],
  ['30.12.2021', ['30', 'december', '2021']],
  ['12/30/2021', ['30', 'december', '2021']],
  ['99/99/2021', ['99', '99', '2021']],
  ['build-up', ['build', 'up']],
  ['', []],
])('%s', (text, expected) => expect(words(text)).toEqual(expected));

test('both sides are read alike', () => expect(fold('ЗЕЛЕНСЬКИЙ')).toBe(fold('зеленський')));

test('what says nothing is left out, unless there is nothing else', () => {
  expect(telling('What did the Kremlin say?')).toEqual(['kremlin', 'say']);
  expect(telling('Who is who')).toEqual(['who', 'is', 'who']);
});

test.each([
  ['putin', 'putin', 1],
  ['treaty', 'treaties', 0.85],
  ['ukrain', 'ukrainian', 0.85],
  ['minsk', 'minister', 0],
  ['enlarge', 'enlargement', 0.6],
  ['joined', 'joining', 0],
  ['threatened', 'threatening', 0.85],
  ['geneva', 'general', 0],
  ['1997', '1998', 0],
  ['us', 'use', 0],
])('%s is %s by %d', (typed, word, how) => expect(likeness(typed, word)).toBe(how));

test('a word of which all forms are told is no other word that begins like it', () => {
  expect(alike('count', words('States')[0] ?? '')).toBe(0);
  expect(alike('country', 'count')).toBe(0);
  expect(alike('countr', 'country', true)).toBeGreaterThan(0);
  expect(alike('treaty', 'treaties')).toBe(0.85);
});

test('a word that is still being typed is like those that begin so', () => {
  expect(likeness('sto', 'stoltenberg', true)).toBe(0.6);
  expect(likeness('sto', 'stoltenberg')).toBe(0);
});
