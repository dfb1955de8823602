import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { cutAtWord, typeset } from './typography.ts';

test.each([
  ['on 17 May 2024', 'on 17\u00a0May 2024'],
  ['some 100 troops and 4.6 per cent', 'some 100\u00a0troops and 4.6\u00a0per cent'],
  ['see Article 4 and paragraph 23', 'see Article\u00a04 and paragraph\u00a023'],
  ['David E. Sanger', 'David E.\u00a0Sanger'],
  ['nothing to keep, 30 or so', 'nothing to keep, 30 or so'],
  ['20 Mayors', '20 Mayors'],
])('%s', (text, done) => expect(typeset(text, en)).toBe(done));

test.each([
  ['short', 10, 'short'],
  ['one two three', 9, 'one two…'],
  ['one, two three', 6, 'one…'],
  ['unbreakable', 6, 'unbre…'],
])('“%s” cut at %i', (text, most, cut) => expect(cutAtWord(text, most)).toBe(cut));
