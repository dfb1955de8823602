import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { cutAtWord, distinctTitles, documentTitle, documentDescription, typeset } from './typography.ts';

test.each([
  ['on 17 May 2024', 'on 17\u00a0May 2024'],
  ['some 100 troops and 4.6 per cent', 'some 100\u00a0troops and 4.6\u00a0per cent'],
  ['see Article 4 and paragraph 23', 'see Article\u00a04 and paragraph\u00a023'],
  ['David E. Sanger', 'David E.\u00a0Sanger'],
  ['nothing to keep, 30 or so', 'nothing to keep, 30 or so'],
  ['20 Mayors', '20 Mayors'],
])('%s', (text, done) => expect(typeset(text, en)).toBe(done));

test.each([
  ['from right to left as a whole', 'מכתב על הגשר (1904)', '\u2068מכתב על הגשר (1904)\u2069'],
  ['a run of it that is most of a text', 'Source: صحيفة البلدة, 3', 'Source: \u2068صحيفة البلدة\u2069, 3'],
  [
    'a run of it within a sentence',
    'They wrote صحيفة البلدة, 3 May 1904',
    'They wrote \u2068صحيفة البلدة\u2069, 3\u00a0May 1904',
  ],
])('what runs from the right is isolated: %s', (_, text, done) => {
  expect(typeset(text, en)).toBe(done);
  expect(typeset(done, en)).toBe(done);
});

test.each([
  ['short', 10, 'short'],
  ['両町の手紙と橋について', 12, '両町の手紙…'],
  ['one two three', 9, 'one two…'],
  ['one, two three', 6, 'one…'],
  ['unbreakable', 6, 'unbre…'],
])('“%s” cut at %i', (text, most, cut) => expect(cutAtWord(text, most)).toBe(cut));

const LONG = 'A title that goes on for longer than anybody who searches would read it';

test.each([
  ['The call', undefined, 'The call · Site'],
  ['The call', 'Explainer', 'The call · Explainer · Site'],
  [LONG.slice(0, 60), 'Explainer', 'A title that goes on for longer than anybody who… · Explainer'],
  [
    LONG,
    'Source: a council with a name that is long too, 3 May 1904',
    'A title that goes on… · Source: a council with a name that is long…',
  ],
  [LONG, undefined, 'A title that goes on for longer than anybody who searches would read…'],
])('the document “%s” (%s) has the title %s', (title, what, whole) => {
  expect(documentTitle(title, what, 'Site')).toBe(whole);
  expect(whole.length).toBeLessThanOrEqual(70);
});

test('no two documents get one title, however much is left out of them', () => {
  const titleDocument = distinctTitles();
  const given = ['first', 'second', 'third'].map((end) => titleDocument(`${LONG}, ${end}`, 'Event', 'Site'));
  expect(given).toEqual([
    'A title that goes on for longer than anybody who searches… · Event',
    'A title that goes on for longer than anybody who… · 2 · Event',
    'A title that goes on for longer than anybody who… · 3 · Event',
  ]);
  expect(['Talks', 'Talks', 'Talks'].map((title) => titleDocument(title, undefined, 'Site'))).toEqual([
    'Talks · Site',
    'Talks · 2 · Site',
    'Talks · 3 · Site',
  ]);
});

test.each([
  ['They met.', 'They met. The meeting · Site'],
  [
    'They met, and they spoke for fifty minutes by telephone.',
    'They met, and they spoke for fifty minutes by telephone.',
  ],
  [`${'They met. '.repeat(8)}${'X'.repeat(195)}.`, 'They met. '.repeat(8).trimEnd()],
  [`They met. ${'word '.repeat(60)}`, `They met. ${'word '.repeat(36)}word…`],
])('“%s” is described as “%s”', (text, description) =>
  expect(documentDescription(text, 'The meeting · Site', 'en')).toBe(description),
);
