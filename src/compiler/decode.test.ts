import { describe, expect, test } from 'vitest';
import { decode } from './decode.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));
const read = (content: Uint8Array, path = 'pages/about.md') => decode({ path, bytes: content });

test.each([
  ['a byte order mark at the start is taken away', bytes('\ufeffa'), 'a'],
  ['line ends become one', bytes('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ['a letter and its accent become one', bytes('e\u0301'), 'é'],
])('%s', (_, content, text) => {
  const file = read(content);
  expect(String(file)).toBe(text);
  expect(file.messages).toEqual([]);
});

describe('a file has no text', () => {
  test.each([
    ['in UTF-16', bytes('\ufeffa', 'utf16le'), 'the file is UTF-16'],
    ['in UTF-16 without a mark', bytes('a\nb', 'utf16le'), 'NUL character'],
    ['in Latin-1', bytes('caf\xe9', 'latin1'), 'is not UTF-8 text'],
    ['with half a letter', Uint8Array.of(0x61, 0xe2, 0x82), 'is not UTF-8 text'],
    ['with a letter written longer than it need be', Uint8Array.of(0xc0, 0xaf), 'is not UTF-8 text'],
    ['with half a pair', Uint8Array.of(0xed, 0xa0, 0x80), 'is not UTF-8 text'],
    [
      'with too many bytes',
      new Uint8Array(200_001).fill(0x61),
      'the file has 200001 bytes; at most 200000 are allowed',
    ],
  ])('%s', (_, content, says) => {
    const file = read(content);
    expect(file.value).toBeUndefined();
    expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringContaining(says)]);
  });

  test('but a list of old addresses may be long', () =>
    expect(read(new Uint8Array(200_001).fill(0x61), 'addresses.txt').messages).toEqual([]));
});

test('an image where a text should be is not told as a text', () =>
  expect(read(new Uint8Array([0xff, 0xd8, 0]), 'explainers/a.jpg').messages).toEqual([]));

test('a fault is told on its line, in a name that can be read', () => {
  const [message] = read(bytes('a\nb\u200bc')).messages;
  expect(message).toMatchObject({ line: 2, column: 2 });
  expect(read(bytes(''), 'pages/\u202ea.md').path).toBe('pages/‹U+202E›a.md');
});
