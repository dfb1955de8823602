import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import sharp, { type OverlayOptions } from 'sharp';
import { BODY, CARD, ROOM, SIDE, WIDTH, type Card, type CardLine, type Colours } from './card-layout.ts';
import { escapeXml } from './svg.ts';

/** A text to be set below the one before it. */
interface Block {
  markup: string;
  size: number;
  colour: string;
  bold?: boolean;
  gap: number;
}

/** The sizes that a title can have, in pixels. */
const SIZES = [96, 86, 78, 70, 63, 57, 51, 46, 41, 37, 33, 30, 27, 24, 21];

/**
 * The texts of a card as pictures, each with its place, the title as large as it fits. Pango shapes and breaks them;
 * its sizes are pixels at 72 dpi. Throws an Error if they fit at no size.
 */
export async function fitShaped(card: Card, colours: Colours, files: readonly string[]): Promise<OverlayOptions[]> {
  const font = familiesOf(files);
  const site: Block = { markup: escapeXml(card.site), size: 36, colour: colours.ink, bold: true, gap: 0 };
  const head = card.kicker === undefined ? [] : [await set(site, font, files)];
  for (const size of SIZES) {
    const blocks = await Promise.all(blocksOf(card, size, colours).map((block) => set(block, font, files)));
    const height = blocks.reduce((sum, one) => sum + one.height + one.gap, 0);
    if (height > ROOM || blocks.some(({ width }) => width > WIDTH)) continue;
    let top = card.kicker === undefined ? BODY - 20 + (ROOM - height) / 2 : BODY;
    const placed = blocks.map(({ input, width, height: own, gap }) => {
      top += gap;
      const at = { input, top: Math.round(top), left: CARD.width - SIDE - width };
      top += own;
      return card.kicker === undefined ? { ...at, left: Math.round((CARD.width - width) / 2) } : at;
    });
    return [...head.map(({ input, width }) => ({ input, top: 30, left: CARD.width - SIDE - width })), ...placed];
  }
  throw new Error('it has more words than a card can hold');
}

function blocksOf({ kicker, title, native, lines, language }: Card, size: number, colours: Colours): Block[] {
  return [
    ...(kicker === undefined ? [] : [{ markup: escapeXml(kicker), size: 30, colour: colours.soft, gap: 0 }]),
    { markup: escapeXml(title), size, colour: colours.ink, bold: true, gap: 8 },
    ...(native === undefined ? [] : [{ markup: escapeXml(native), size: 36, colour: colours.soft, gap: 4 }]),
    ...lines.map((line) => ({
      markup: markupOf(line, colours, language),
      size: 32,
      colour: colourOf(line, colours),
      gap: 14,
    })),
  ];
}

const colourOf = ({ look }: CardLine, colours: Colours): string =>
  look === 'question' ? colours.soft : look === 'date' ? colours.accent : colours.ink;

function markupOf(line: CardLine, colours: Colours, language: string): string {
  if (line.look !== 'facts') return escapeXml(line.text);
  return line.facts
    .map(({ label, names }) => {
      const parts = new Intl.ListFormat(language).formatToParts(names.map(({ text }) => text));
      const list = parts.map(({ type, value }, at) => {
        const colour = type === 'element' ? names[at / 2]?.colour : undefined;
        const text = escapeXml(value);
        return colour ? `<span foreground="${colours[`party-${colour}`]}" weight="600">${text}</span>` : text;
      });
      return `<span foreground="${colours.soft}">${escapeXml(label)}</span> ${list.join('')}`;
    })
    .join('   ');
}

async function set({ markup, size, colour, bold = false, gap }: Block, font: Families, files: readonly string[]) {
  await register(files);
  const text = `<span foreground="${colour}"${bold ? ' weight="600"' : ''}>${markup}</span>`;
  const { data, info } = await sharp({
    text: { text, font: `${bold ? font.bold : font.regular} ${size}`, width: WIDTH, wrap: 'word', rgba: true, dpi: 72 },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, width: info.width, height: info.height, gap };
}

const registered = new Set<string>();

/** Makes font files known to Pango, which finds them by the name of their family from then on. */
async function register(files: readonly string[]): Promise<void> {
  for (const fontfile of files) {
    if (registered.has(fontfile)) continue;
    registered.add(fontfile);
    await sharp({ text: { text: '.', fontfile, font: 'sans 10' } })
      .png()
      .toBuffer();
  }
}

function read(file: string) {
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error(`${file} should be one font`);
  return font;
}

/** The names by which Pango knows the typeface: some have a family of its own for their bold weight. */
interface Families {
  regular: string;
  bold: string;
}

function familiesOf(files: readonly string[]): Families {
  const names = files.map((file) => read(file).familyName);
  return { regular: names[0] ?? 'sans', bold: names.at(-1) ?? 'sans' };
}

/** The letters of a card that none of some font files has. */
export function lettersNotIn({ site, kicker = '', title, native = '', lines }: Card, files: readonly string[]): string {
  const fonts = files.map(read);
  const texts = lines.map((line) =>
    line.look === 'facts'
      ? line.facts.map(({ label, names }) => label + names.map(({ text }) => text).join('')).join('')
      : line.text,
  );
  const letters = new Set([site, kicker, title, native, ...texts].join(''));
  return [...letters]
    .filter(
      (letter) =>
        !/[\s\p{Cf}]/u.test(letter) && !fonts.some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
    )
    .join('');
}
