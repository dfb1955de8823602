import { zlibSync } from 'fflate';

/** The first bytes of every PNG (PNG specification, third edition, section 5.2). */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * Writes a picture without transparency as a PNG with a palette, the same bytes on every machine. `pixels` are RGBA, row
 * by row, of which A is ignored; each takes the nearest of `palette`, at most 256 colours as 0xRRGGBB.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number, palette: readonly number[]): Uint8Array {
  if (pixels.length !== width * height * 4)
    throw new Error(`${pixels.length} bytes are not ${width} × ${height} pixels`);
  if (palette.length === 0 || palette.length > 256)
    throw new Error(`a palette has 1 to 256 colours, not ${palette.length}`);
  const places = placesIn(palette, pixels);
  const rows = new Uint8Array((width + 1) * height);
  // Each row begins with its filter, 0 for none: the best for flat areas.
  for (let y = 0; y < height; y += 1) rows.set(places.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return joined([
    Uint8Array.from(SIGNATURE),
    // 8 bits a pixel, colour type 3 (palette), standard compression and filters, not interlaced.
    chunk('IHDR', joined([uint32(width), uint32(height), Uint8Array.of(8, 3, 0, 0, 0)])),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channels))),
    chunk('IDAT', zlibSync(rows, { level: 7, mem: 8 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

const channels = (colour: number): [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** The place in the palette of the colour nearest to each pixel. */
function placesIn(palette: readonly number[], pixels: Uint8Array): Uint8Array {
  const parts = palette.map(channels);
  const known = new Map<number, number>();
  const nearest = (colour: number) => {
    const [red, green, blue] = channels(colour);
    let [place, least] = [0, Number.POSITIVE_INFINITY];
    parts.forEach(([r, g, b], at) => {
      const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [place, least] = [at, distance];
    });
    return place;
  };
  const places = new Uint8Array(pixels.length / 4);
  for (const { colour, from, length } of runsOf(pixels)) {
    let place = known.get(colour);
    if (place === undefined) known.set(colour, (place = nearest(colour)));
    places.fill(place, from, from + length);
  }
  return places;
}

interface Run {
  /** 0xRRGGBB. */
  colour: number;
  from: number;
  length: number;
}

/** Neighbouring pixels of one colour, from the first to the last; most of a picture is long runs. */
function runsOf(pixels: Uint8Array): Run[] {
  const whole = new Uint32Array(pixels.slice().buffer);
  const runs: Run[] = [];
  for (let from = 0, at = 1; from < whole.length; at += 1) {
    if (at < whole.length && whole[at] === whole[from]) continue;
    const colour = ((pixels[from * 4] ?? 0) << 16) | ((pixels[from * 4 + 1] ?? 0) << 8) | (pixels[from * 4 + 2] ?? 0);
    runs.push({ colour, from, length: at - from });
    from = at;
  }
  return runs;
}

/** A chunk: its length, its type, its data, and the checksum of the last two (sections 5.3 and 5.5). */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  return joined([uint32(data.length), body, uint32(crc32(body))]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (CRC_TABLE[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
