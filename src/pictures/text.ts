import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';

/** Weights that the site's text face has; see fonts.ts. */
export type Weight = 400 | 600;

/** A browser that has to show another serif sets a line up to 3 % wider than Source Serif. */
const RESERVE = 1.03;

/** The width of a letter at size 1, by weight. */
const faces = new Map<Weight, (letter: string) => number>();

/** Reads Source Serif at a weight, at the optical size to which fonts.ts pins the text face. */
function readFace(weight: Weight): (letter: string) => number {
  const file = createRequire(import.meta.url).resolve('source-serif/VAR/SourceSerif4Variable-Roman.ttf');
  const variable = create(readFileSync(file));
  if (variable.isCollection) throw new Error('Source Serif should be one font');
  const font = variable.getVariation({ wght: weight, opsz: 17 });
  const widths = new Map<string, number>();
  return (letter) => {
    let width = widths.get(letter);
    if (width === undefined) {
      const code = letter.codePointAt(0) ?? 0;
      width = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1;
      widths.set(letter, width);
    }
    return width;
  };
}

/**
 * The room that a line of text needs from left to right, in the unit of `size`: its letters in the site's text face,
 * with lining figures and without kerning, and a reserve. A letter that the face lacks counts as one em.
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  let face = faces.get(weight);
  if (!face) faces.set(weight, (face = readFace(weight)));
  let width = 0;
  for (const letter of text.normalize('NFC')) width += face(letter);
  return width * size * RESERVE;
}

/** The width of the widest of some lines. */
export function widest(lines: readonly string[], size: number, weight?: Weight): number {
  return Math.max(0, ...lines.map((line) => textWidth(line, size, weight)));
}

/** Breaks a text at spaces into lines at most `width` wide; a word that is wider gets a line of its own. */
export function wrapText(text: string, width: number, size: number, weight?: Weight): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Breaks a text into at most `most` lines, the longest as short as can be, and never at a no-break space. */
export function balanceText(text: string, most: number, size: number, weight?: Weight): string[] {
  let width = widest(text.split(' '), size, weight);
  let lines = wrapText(text, width, size, weight);
  while (lines.length > most) {
    // The next width at which the first word of a line finds room on the line before it.
    const longer = lines.slice(1).map((line, at) => `${lines[at]} ${line.split(' ')[0]}`);
    width = Math.min(...longer.map((line) => textWidth(line, size, weight)));
    lines = wrapText(text, width, size, weight);
  }
  // Nothing breaks a line in a drawing any more, and a plain space is one byte shorter.
  return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** A text in as few lines as keep within a width; undefined when that takes more than `most`. */
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

/** A line cut to a width, with an ellipsis where letters are left out. */
export function cutText(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
