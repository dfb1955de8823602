import { describe, expect, test } from 'vitest';
import { textDirective } from './text-fragment.ts';

const blocks = [
  'The rain came down all night. The bridge stood, and the rain went on.',
  'In the morning the rain came again, and nobody crossed, well-known as the way was.',
  'At noon the rain came down all afternoon.',
];
/** The directive for a phrase at its n-th place in a block. */
const of = (block: number, phrase: string, nth = 1) => {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = (blocks[block] ?? '').indexOf(phrase, start + 1);
  return decodeURIComponent(textDirective(blocks, block, start, block, start + phrase.length) ?? 'none');
};

test('a phrase that occurs once is enough', () => expect(of(1, 'nobody crossed')).toBe(':~:text=nobody crossed,'));
test('half words are made whole', () => expect(of(1, 'obody cross')).toBe(':~:text=nobody crossed,'));

test('a phrase that occurs twice gets neighbours until it is alone', () => {
  expect(of(0, 'rain came down all')).toBe(':~:text=The-,rain came down all,-night.');
  expect(of(2, 'rain came down all')).toBe(':~:text=the-,rain came down all,-afternoon.');
});

test('hyphens and commas are encoded', () => {
  const start = (blocks[1] ?? '').indexOf('crossed, well-known');
  expect(textDirective(blocks, 1, start, 1, start + 'crossed, well-known'.length)).toBe(
    ':~:text=crossed%2C%20well%2Dknown',
  );
});

test('a selection over paragraphs is named by its ends', () => {
  const directive = textDirective(
    blocks,
    0,
    (blocks[0] ?? '').indexOf('The bridge'),
    2,
    'At noon the rain came down'.length,
  );
  expect(decodeURIComponent(directive ?? '')).toBe(':~:text=The bridge stood, and,the rain came down');
});

test('a long sentence is named by its ends', () => {
  const long = [`One ${'word after word and '.repeat(12)}the end of it.`, 'Another.'];
  const directive = decodeURIComponent(textDirective(long, 0, 0, 0, (long[0] ?? '').length) ?? '');
  expect(directive).toBe(':~:text=One word after word,the end of it.');
});

describe('a mark of a note is in no link, so that it lasts when notes are numbered anew', () => {
  const noted = ['It rained.\uFFFC Nobody\uFFFC\uFFFC crossed the bridge.\uFFFC', 'It was told.\uFFFC'];
  const directive = (phrase: string) => {
    const start = (noted[0] ?? '').indexOf(phrase);
    return decodeURIComponent(textDirective(noted, 0, start, 0, start + phrase.length) ?? 'none');
  };

  test('behind the selection', () =>
    expect(directive('crossed the bridge.\uFFFC')).toBe(':~:text=crossed the bridge.'));
  test('within it', () =>
    expect(directive('It rained.\uFFFC Nobody\uFFFC\uFFFC crossed the bridge.')).toBe(
      ':~:text=It rained.,crossed the bridge.',
    ));
  test('behind a word without a sign between them', () => expect(directive('Nobody\uFFFC\uFFFC')).toBe('none'));
});

test('nothing selected is nothing', () => {
  expect(textDirective(blocks, 0, 8, 0, 8)).toBeUndefined();
  expect(textDirective([''], 0, 0, 0, 0)).toBeUndefined();
});
