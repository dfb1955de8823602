import { expect, test } from 'vitest';
import { en } from './en.ts';
import { sentence } from './sentence.ts';
import { languageFor, languages, wordsOf } from './words.ts';

test('a tag with a region gets the words of its language', () => {
  expect(languages).toContain('en');
  expect([languageFor('en'), languageFor('en-GB'), languageFor('EN')]).toEqual(['en', 'en', 'en']);
  expect(wordsOf('en-US')).toBe(en);
});

test('a language without words is an error that says which there are', () => {
  expect([languageFor('tlh'), languageFor(''), languageFor('constructor')]).toEqual([undefined, undefined, undefined]);
  expect(() => wordsOf('tlh')).toThrow(/“tlh”.*en/);
});

test('numbers, lists and nouns are as the language has them', () => {
  expect(en.number(80_000)).toBe('80,000');
  expect(en.list(['Russia', 'Ukraine', 'NATO'])).toBe('Russia, Ukraine and NATO');
  expect([en.drafts.articles(1), en.drafts.articles(9)]).toEqual(['1 article', '9 articles']);
  expect([en.languageName('uk'), en.countryName('UA')]).toEqual(['Ukrainian', 'Ukraine']);
});

test('a sentence with more than text in it is a list of its parts', () => {
  const link = (words: string) => ({ link: words });
  expect(sentence`See ${link('the timeline')}.`).toEqual(['See ', { link: 'the timeline' }, '.']);
  expect(en.ribbon.here(link, 'here')).toEqual(['You are here on the ', { link: 'timeline' }, ': ', 'here', '.']);
});
