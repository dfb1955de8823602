import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { encodePng } from './png.ts';

const PALETTE = [0xfbf8f1, 0x1d1a16, 0x8a3b12];
const pixels = (...colours: number[]) =>
  Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255, 255]));

test('another decoder reads back what was written', () => {
  const drawn = pixels(0xfbf8f1, 0x1d1a16, 0x8a3b12, 0xfbf8f1, 0xfbf8f1, 0x1d1a16);
  const { width, height, data } = PNG.sync.read(Buffer.from(encodePng(drawn, 3, 2, PALETTE)));
  expect([width, height]).toEqual([3, 2]);
  expect([...data]).toEqual([...drawn]);
});

test('a colour that is not in the palette becomes the nearest', () => {
  const { data } = PNG.sync.read(Buffer.from(encodePng(pixels(0xffffff, 0x201d1a, 0x903c10, 0x000000), 2, 2, PALETTE)));
  expect([...data]).toEqual([...pixels(0xfbf8f1, 0x1d1a16, 0x8a3b12, 0x1d1a16)]);
});

test('every value of a byte goes through, in a large picture', () => {
  const palette = Array.from({ length: 256 }, (_, at) => at * 0x010101);
  const noise = Array.from({ length: 300 * 200 }, (_, at) => ((at * 2_654_435_761) >>> 24) * 0x010101);
  const { data } = PNG.sync.read(Buffer.from(encodePng(pixels(...noise), 300, 200, palette)));
  expect(Buffer.compare(data, Buffer.from(pixels(...noise)))).toBe(0);
});

test('what cannot be a picture is refused', () => {
  expect(() => encodePng(pixels(0), 2, 2, PALETTE)).toThrow('not 2 × 2 pixels');
  expect(() => encodePng(pixels(0), 1, 1, [])).toThrow('1 to 256 colours');
});
