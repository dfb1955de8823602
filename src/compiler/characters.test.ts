import { describe, expect, test } from 'vitest';
import { faultOfMixedWord, legible, forbiddenCharactersIn, invisibleCharacterIn } from './characters.ts';

const codes = (text: string) => forbiddenCharactersIn(text).map(({ reason }) => /U\+[0-9A-F]+/.exec(reason)?.[0]);

describe('characters that a text may not contain', () => {
  test.each([
    ['a right-to-left override', 'paid \u202egnihton', 'U+202E'],
    ['an isolate', '\u2067a\u2069', 'U+2067'],
    ['a mark of direction', 'a\u200fb', 'U+200F'],
    ['a zero-width space', 'a\u200bb', 'U+200B'],
    ['a byte order mark inside', 'a\ufeffb', 'U+FEFF'],
    ['a soft hyphen', 'a\u00adb', 'U+00AD'],
    ['a word joiner', 'a\u2060b', 'U+2060'],
    ['a filler that is called a letter', 'a\u3164b', 'U+3164'],
    ['a tag', 'a\u{e0041}b', 'U+E0041'],
    ['a non-joiner between Latin letters', 'a\u200cb', 'U+200C'],
    ['a joiner between Latin letters', 'a\u200db', 'U+200D'],
    ['a second joiner where one is needed', 'می\u200c\u200cخواهم', 'U+200C'],
    ['a variation selector on nothing', 'a\ufe0fb', 'U+FE0F'],
    ['a control character', 'a\u0007b', 'U+0007'],
    ['an escape', '\u001b[2J', 'U+001B'],
    ['a line separator', 'a\u2028b', 'U+2028'],
    ['a private character', 'a\ue000b', 'U+E000'],
    ['a noncharacter', 'a\uffffb', 'U+FFFF'],
    ['a lost letter', 'a\ufffdb', 'U+FFFD'],
    ['half a character', 'a\ud800b', 'U+D800'],
    ['a pile of marks', `z${'\u0301'.repeat(20)}`, 'U+0301'],
  ])('%s', (_, text, code) => expect(codes(text)[0]).toBe(code));

  test.each([
    ['lines and tabs', 'a\tb\nc'],
    ['spaces of any width', 'a\u00a0b\u202fc\u2009d'],
    ['accents, put together or apart', 'é e\u0301 ở'],
    ['every script', 'Ελληνικά кириллица עברית العربية हिन्दी ไทย 漢字 한국어 ខ្មែរ'],
    ['a non-joiner in Persian', 'می\u200cخواهم'],
    ['a joiner in Sinhala', 'ශ්\u200dරී'],
    ['a joiner at the end of an Arabic letter', 'ه\u200d'],
    ['emoji', '👩‍👩‍👧 ❤️ 👍🏽 1️⃣'],
  ])('but not %s', (_, text) => expect(forbiddenCharactersIn(text)).toEqual([]));
});

test('an address holds nothing unseen, whatever the script', () => {
  expect(invisibleCharacterIn('می\u200cخواهم')).toContain('U+200C (a zero-width non-joiner)');
  expect(invisibleCharacterIn('می خواهم')).toBeUndefined();
});

test('a word of two scripts is found, two words are not', () => {
  expect(faultOfMixedWord('the p\u0430per')).toMatch(/^“p\u0430per” mixes/u);
  expect(faultOfMixedWord('the слово and λόγος')).toBeUndefined();
});

test('a report shows what nobody sees', () => expect(legible('a\u202e\u001bb\n')).toBe('a‹U+202E›‹U+001B›b‹U+000A›'));
