import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import { piecesOf } from '../story/counting.ts';

/** The font weights of the site's text face; see fonts.ts. */
export type Weight = 400 | 600;

/** A reserve, because a fallback font sets a line up to 3 % wider than Source Serif. */
const RESERVE = 1.03;

/** A letter of the text face. */
interface Glyph {
  /** Its width at font size 1; of a letter that the face lacks, about that. */
  width: number;
  /** Its outline as SVG path data at font size `OUTLINE_SIZE`; undefined for a letter that the face lacks. */
  outline: () => string | undefined;
}

/** The font size of outlines: large, so that whole numbers are fine enough. */
export const OUTLINE_SIZE = 200;

/** For each weight that was read, a function that gives a letter. */
const faces = new Map<Weight, (letter: string) => Glyph>();

/** About how wide a letter is, in em, that Source Serif lacks: marks take no room, letters that join little. */
const widthWithout = (letter: string): number =>
  /\p{M}/u.test(letter) ? 0 : /\p{Script=Arabic}/u.test(letter) ? 0.6 : 1;
let typeface: Font | undefined;

/** Source Serif as its makers publish it, with all its letters. */
function readTypeface(): Font {
  if (typeface) return typeface;
  const file = createRequire(import.meta.url).resolve('source-serif/VAR/SourceSerif4Variable-Roman.ttf');
  const font = create(readFileSync(file));
  if (font.isCollection) throw new Error('Source Serif should be one font');
  return (typeface = font);
}

/**
 * The letters of a text that none of some fonts has, each once. Spaces and what cannot be seen need none, and a
 * no-break hyphen is drawn as a hyphen.
 */
export function lettersNotIn(text: string, fonts: readonly Font[]): string {
  const letters = new Set(text.normalize('NFC').match(/[^\s\p{Cf}\u2011]/gu));
  const isThere = (letter: string) => fonts.some((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  return [...letters].filter((letter) => !isThere(letter)).join('');
}

/** The letters of a text that the typeface lacks. */
export const lettersMissing = (text: string): string => lettersNotIn(text, [readTypeface()]);

/** Reads Source Serif at a weight, at the optical size to which fonts.ts pins the text face. */
function readFace(weight: Weight): (letter: string) => Glyph {
  const font = readTypeface().getVariation({ wght: weight, opsz: 17 });
  const scale = OUTLINE_SIZE / font.unitsPerEm;
  const letters = new Map<string, Glyph>();
  return (letter) => {
    let found = letters.get(letter);
    if (found === undefined) {
      const code = letter.codePointAt(0) ?? 0;
      const glyph = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code) : undefined;
      let path: string | undefined;
      found = {
        width: glyph ? glyph.advanceWidth / font.unitsPerEm : widthWithout(letter),
        outline: () =>
          (path ??= glyph?.path
            .scale(scale, -scale)
            .toSVG()
            .replace(/-?\d+(\.\d+)?/g, (digits) => `${Math.round(Number(digits))}`)),
      };
      letters.set(letter, found);
    }
    return found;
  };
}

export function glyphOf(letter: string, weight: Weight = 400): Glyph {
  let face = faces.get(weight);
  if (!face) faces.set(weight, (face = readFace(weight)));
  return face(letter);
}

/**
 * The width of a line of text, in the unit of the font size `size`: in the site's text face with lining figures,
 * without kerning, plus a reserve for fallback fonts.
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let width = 0;
  for (const letter of text.normalize('NFC')) width += glyphOf(letter, weight).width;
  return width * size * RESERVE;
}

export function widest(lines: readonly string[], size: number, weight?: Weight): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));
}

/**
 * Breaks a text between its words into lines at most `width` wide. A word that is wider breaks behind its hyphens, and
 * without one it gets a line of its own.
 */
export function wrapText(text: string, width: number, size: number, weight?: Weight): string[] {
  const lines: string[] = [];
  let between = '';
  const pieces = piecesOf(text).flatMap(({ text: word, after }) => {
    const parts = textWidth(word, size, weight) > width ? word.split(/(?<=\p{L}-)(?=\p{L})/u) : [word];
    return parts.map((part, at) => ({ text: part, after: at < parts.length - 1 ? '' : after }));
  });
  for (const { text: word, after } of pieces) {
    const longer = lines.length > 0 ? `${lines.at(-1)}${between}${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
    between = after;
  }
  return lines;
}

/** Breaks a text into at most `most` lines so that the longest is as short as possible; never at a no-break space. */
export function balanceText(text: string, most: number, size: number, weight?: Weight): string[] {
  const pieces = piecesOf(text);
  const between = pieces.some(({ after }) => after === '') ? '' : ' ';
  let width = widest(
    pieces.map((piece) => piece.text),
    size,
    weight,
  );
  let lines = wrapText(text, width, size, weight);
  while (lines.length > most) {
    // The smallest width at which the first word of some line moves up to the line before.
    const longer = lines.slice(1).map((line, at) => `${lines[at]}${between}${piecesOf(line)[0]?.text}`);
    width = Math.min(...longer.map((line) => textWidth(line, size, weight)));
    lines = wrapText(text, width, size, weight);
  }
  // SVG does not break lines, so no-break spaces are no longer needed, and a plain space is a byte shorter.
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** Breaks a text into as few lines as fit a width; undefined if it needs more than `most`. */
export function fitText(
  text: string,
  width: number,
  most: number,
  size: number,
  weight?: Weight,
): string[] | undefined {
  for (let count = 1; count <= most; count += 1) {
    const lines = balanceText(text, count, size, weight);
    if (widest(lines, size, weight) <= width) return lines;
  }
  return undefined;
}

/** Cuts a line to a width, with an ellipsis at the end if letters are missing. */
export function cutText(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
