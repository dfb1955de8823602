import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font, type SatoriNode } from 'satori';
import sharp, { type Sharp } from 'sharp';
import {
  CARD,
  drawAxis,
  layoutCard,
  layoutWords,
  ROOM,
  WIDTH,
  type Card,
  type CardBox,
  type Colours,
} from './card-layout.ts';
import { fitShaped, lettersNotIn } from './card-shaped.ts';
import { element } from './svg.ts';

/** What all cards share. Pass the same list of fonts each time: satori caches the parsed fonts by it. */
export interface CardKit {
  fonts: Font[];
  colours: Colours;
  /** Files of the typeface that the story brings. */
  files: readonly string[];
}

/** A card as a PNG, and the letters in it that the typeface lacks. */
export interface CardImage {
  png: Uint8Array;
  missing: string;
}

/** The sizes that a title can have, in pixels. */
const SIZES = [
  150, 138, 128, 118, 109, 101, 93, 86, 79, 73, 67, 62, 57, 53, 49, 45, 42, 39, 36, 33, 30, 27, 24, 21, 18,
];

/**
 * Draws a card as a PNG of 1200 × 630 pixels, with the same bytes each time on one platform. The title has the largest
 * size at which all text fits. A name in its own script is left out if the typeface lacks its letters. Throws an Error
 * if the text does not fit at any size.
 */
export async function drawCard(card: Card, kit: CardKit): Promise<CardImage> {
  if (card.rtl) return drawShaped(card, kit);
  const { native, ...rest } = card;
  if (native !== undefined && (await layOut(layoutWords(native), kit)).missing !== '') return drawCard(rest, kit);
  const size = await titleSize(card, kit);
  const { svg, missing } = await layOut(layoutCard(card, size, kit.colours), kit, true);
  return { png: await pngOf(await rasterise(svg + drawAxis(card, kit.colours))), missing };
}

/**
 * A card of a script that is written from right to left and whose letters join: satori cannot shape it, so that Pango,
 * which sharp has in it, sets each text as a picture. The time axis runs from right to left as well.
 */
async function drawShaped(card: Card, { colours, files }: CardKit): Promise<CardImage> {
  const missing = lettersNotIn(card, files);
  const texts = await fitShaped(card, colours, files);
  const axis = drawAxis({ ...card, ...(card.at !== undefined && { at: -card.at }) }, colours);
  const paper = element('rect', { ...CARD, fill: colours.paper });
  return { png: await pngOf((await rasterise(paper + axis)).composite(texts)), missing };
}

/** The largest font size of the title, in pixels, at which no word is broken and the text ends above the axis. */
export async function titleSize(card: Card, kit: CardKit): Promise<number> {
  const { nodes } = await layOut(layoutWords(card.title), kit);
  const widest = Math.max(...nodes.filter(({ key }) => key === 'word').map(({ width }) => width)) / 100;
  const sizes = SIZES.filter((size) => size * widest <= WIDTH);
  const fits = async (size: number) => {
    const { nodes: laid } = await layOut(layoutCard(card, size, kit.colours), kit);
    return laid.some(({ key, height }) => key === 'body' && height <= ROOM);
  };
  // Start from an estimate by the number of letters, seldom more than a step off, because each layout takes time.
  const guess = sizes.findIndex((size) => size ** 2 * card.title.length < WIDTH * ROOM * 1.15);
  let at = guess === -1 ? sizes.length - 1 : guess;
  while (at < sizes.length && !(await fits(sizes[at] ?? 0))) at += 1;
  while (at > 0 && at < sizes.length && (await fits(sizes[at - 1] ?? 0))) at -= 1;
  const size = sizes[at];
  if (size === undefined) throw new Error('it has more words than a card can hold');
  return size;
}

/**
 * Lays boxes out with satori. `outlines` turns letters into paths, which takes most of the time and only the SVG needs.
 */
async function layOut(
  box: CardBox,
  { fonts }: CardKit,
  outlines = false,
): Promise<{ svg: string; nodes: SatoriNode[]; missing: string }> {
  const nodes: SatoriNode[] = [];
  const missing = new Set<string>();
  const svg = await satori(box, {
    ...CARD,
    fonts,
    embedFont: outlines,
    onNodeDetected: (node) => nodes.push(node),
    loadAdditionalAsset: async (_, letters) => {
      // A no-break hyphen is drawn as the font's hyphen.
      for (const letter of letters) if (letter !== '\u2011') missing.add(letter);
      return [];
    },
  });
  return { svg, nodes, missing: [...missing].join('') };
}

let ready: Promise<void> | undefined;

/** SVG of the size of a card, as pixels; what comes later is drawn over what comes first. */
async function rasterise(drawn: string): Promise<Sharp> {
  await (ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...CARD }, drawn);
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } });
  const image = picture.render();
  const { pixels } = image;
  image.free();
  picture.free();
  return sharp(pixels, { raw: { ...CARD, channels: 4 } });
}

/**
 * Pixels as a PNG. A card has few colours, so a palette loses none and needs a third of the bytes. Dithering is off,
 * because patterns in flat areas compress badly.
 */
function pngOf(pixels: Sharp): Promise<Uint8Array> {
  return pixels.removeAlpha().png({ palette: true, dither: 0 }).toBuffer();
}
