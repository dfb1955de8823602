import { Renderer } from '@takumi-rs/core';
import { create, type Font } from 'fontkitten';
import { CARD, layoutCard, layoutText, layoutWords, ROOM, WIDTH, type Card, type Colours } from './card-layout.ts';
import type { CardFont } from './fonts.ts';
import { lettersNotIn } from './text.ts';

/** What all cards share. */
export interface CardKit {
  renderer: Renderer;
  fonts: Font[];
  colours: Colours;
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

/** Makes ready what all cards share. */
export async function cardKit(fonts: readonly CardFont[], colours: Colours): Promise<CardKit> {
  const renderer = new Renderer();
  // One after the other: a letter is taken from the first font that has it.
  for (const font of fonts) await renderer.registerFont(font);
  const read = fonts.map(({ data }) => create(data)).filter((font) => !font.isCollection);
  return { renderer, fonts: read, colours };
}

/**
 * Draws a card as a PNG of 1200 × 630 pixels, with the same bytes each time on one platform. The title has the largest
 * size at which all text fits. A name in its own script is left out if the typeface lacks its letters. Throws an Error
 * if the text does not fit at any size.
 */
export async function drawCard(card: Card, kit: CardKit): Promise<CardImage> {
  const { native = '', ...rest } = card;
  const shown = native === '' || lettersNotIn(native, kit.fonts) === '' ? card : rest;
  const box = layoutCard(shown, await titleSize(shown, kit), kit.colours);
  const png = await kit.renderer.render(box, { ...CARD, format: 'png', lang: card.language });
  return { png, missing: lettersNotIn(lettersOf(shown), kit.fonts) };
}

/** The largest font size of the title, in pixels, at which no word is broken and the text ends above the axis. */
export async function titleSize(card: Card, { renderer, colours }: CardKit): Promise<number> {
  const { children } = await renderer.measure(layoutWords(card));
  const widest = Math.max(...children.map(({ width }) => width)) / 100;
  const sizes = SIZES.filter((size) => size * widest <= WIDTH);
  const fits = async (size: number) =>
    (await renderer.measure(layoutText(card, size, colours), { lang: card.language })).height <= ROOM;
  // Start from an estimate by the number of letters, seldom more than a step off.
  const guess = sizes.findIndex((size) => size ** 2 * card.title.length < WIDTH * ROOM * 1.15);
  let at = guess === -1 ? sizes.length - 1 : guess;
  while (at < sizes.length && !(await fits(sizes[at] ?? 0))) at += 1;
  while (at > 0 && at < sizes.length && (await fits(sizes[at - 1] ?? 0))) at -= 1;
  const size = sizes[at];
  if (size === undefined) throw new Error('it has more words than a card can hold');
  return size;
}

function lettersOf({ site, kicker = '', title, native = '', lines }: Card): string {
  const texts = lines.flatMap((line) =>
    line.look === 'names'
      ? line.lists.flatMap(({ label, names }) => [label, ...names.map(({ text }) => text)])
      : [line.text],
  );
  return [site, kicker, title, native, ...texts].join('');
}
