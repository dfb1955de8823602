import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

/** Weights that the site's text face has; see fonts.ts. */
export type Weight = 400 | 600;

const faces = new Map<Weight, { font: Font; advances: Map<string, number> }>();

/** Source Serif at a weight, at the optical size to which fonts.ts pins the text face. */
function face(weight: Weight): { font: Font; advances: Map<string, number> } {
  const known = faces.get(weight);
  if (known) return known;
  const file = createRequire(import.meta.url).resolve('source-serif/VAR/SourceSerif4Variable-Roman.ttf');
  const read = create(readFileSync(file));
  if (read.isCollection) throw new Error('Source Serif should be one font');
  const made = { font: read.getVariation({ wght: weight, opsz: 17 }), advances: new Map<string, number>() };
  faces.set(weight, made);
  return made;
}

/**
 * How wide a line of text is in the site's text face, in the unit of `size`, with lining figures. Kerning is left out;
 * it would make the line narrower by a hair. A letter that the face lacks counts as one em.
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const { font, advances } = face(weight);
  let width = 0;
  for (const letter of text.normalize('NFC')) {
    let advance = advances.get(letter);
    if (advance === undefined) {
      const code = letter.codePointAt(0) ?? 0;
      advance = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm : 1;
      advances.set(letter, advance);
    }
    width += advance;
  }
  return width * size;
}

/** Breaks a text into lines at most `width` wide, at spaces only; a word that is wider stands on a line of its own. */
export function wrapText(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
