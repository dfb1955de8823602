import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Font } from 'satori';
import subsetFont from 'subset-font';
import writeFileAtomic from 'write-file-atomic';
import { readStoryFiles } from '../compiler/folder.ts';

/** Letters that the site's own words and pictures use in any story. */
const OWN_LETTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz|~\u00a0§·×–—‘’“”…←→↑↩';

/** One font file, a subset of the typeface. */
interface Face {
  name: string;
  font: 'Roman' | 'Italic';
  /**
   * The axes of the variable font that the subset has, pinned to a value or cut to a range; `opsz` is in CSS pixels.
   */
  axes: Record<string, number | { min: number; max: number }>;
  /** The OpenType features that the subset has: only those that style sheets use, since others cost bytes. */
  features: string[];
}

/** The faces of pages. */
const TEXT: Face = {
  name: 'text',
  font: 'Roman',
  axes: { wght: { min: 400, max: 600 }, opsz: 17 },
  features: ['kern', 'liga', 'locl', 'onum', 'tnum', 'smcp'],
};
const ITALIC: Face = {
  name: 'italic',
  font: 'Italic',
  axes: { wght: 400, opsz: 17 },
  features: ['kern', 'liga', 'onum'],
};
const OTHER_SCRIPTS: Face = { name: 'scripts', font: 'Roman', axes: { wght: 400, opsz: 17 }, features: [] };
const DISPLAY: Face = { name: 'display', font: 'Roman', axes: { wght: 600, opsz: 48 }, features: ['kern', 'liga'] };

/** The letter in the file for other scripts if the story uses none: a font file cannot be empty. */
const NO_OTHER = 'α';

/**
 * Makes the fonts of pages: Source Serif, cut down to the letters that the story in `folder` and the site use. Returns
 * aliases for Vite from the names in styles/fonts.css to the files. Letters of other scripts have their own file, which
 * pages without them do not load. Files are cached in the folder `cache` until the letters change.
 */
export async function storyFonts(folder: string, cache: string): Promise<{ find: RegExp; replacement: string }[]> {
  const letters = [...new Set([...OWN_LETTERS, ...lettersIn(folder)])].sort();
  const latin = letters.filter(isLatin).join('');
  const other = letters.filter((letter) => !isLatin(letter)).join('');
  const faces = [
    [TEXT, latin],
    [ITALIC, latin],
    [DISPLAY, latin],
    [OTHER_SCRIPTS, other || NO_OTHER],
  ] as const;
  return Promise.all(
    faces.map(async ([face, text]) => ({
      find: new RegExp(`^@fonts/${face.name}\\.woff2`),
      replacement: path.resolve(await subset(face, text, cache, 'woff2')).replaceAll(path.sep, '/'),
    })),
  );
}

/** Every letter in the texts of a story. */
function lettersIn(folder: string): Set<string> {
  const files = readStoryFiles(folder).filter(({ path: name }) => /\.(md|yaml)$/.test(name));
  const text = files.map(({ bytes }) => new TextDecoder().decode(bytes).normalize('NFC')).join('');
  return new Set([...new Set(text)].filter((letter) => letter >= ' '));
}

/** Whether a letter is Latin, or a punctuation mark or sign that Latin text uses. */
function isLatin(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x370 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2000 && code < 0x2c00);
}

const FIGURES = ['kern', 'liga', 'ccmp', 'locl', 'onum'];
const CAPS = [...FIGURES, 'lnum', 'smcp', 'c2sc'];

/** The faces of cards, whose text is larger than that of pages. */
const CARD_FACES: readonly (Omit<Font, 'data'> & { face: Face })[] = [
  { name: 'Display', weight: 600, style: 'normal', face: { ...DISPLAY, features: ['kern', 'liga', 'ccmp', 'lnum'] } },
  { name: 'Text', weight: 400, style: 'normal', face: { ...TEXT, axes: { wght: 400, opsz: 28 }, features: CAPS } },
  {
    name: 'Text',
    weight: 600,
    style: 'normal',
    face: { ...TEXT, name: 'strong', axes: { wght: 600, opsz: 28 }, features: CAPS },
  },
  { name: 'Text', weight: 400, style: 'italic', face: { ...ITALIC, axes: { wght: 400, opsz: 28 }, features: FIGURES } },
];

/**
 * The letters of Latin, Greek and Cyrillic, and signs. They do not depend on the story, so that a new letter in one
 * text does not change the fonts and with them every card.
 */
const CARD_LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x2b0, 0x52f],
  [0x1e00, 0x22ff],
]
  .flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)))
  .join('');

/** Makes the fonts of cards, as TrueType, which satori reads. Files are cached in the folder `cache`. */
export async function cardFonts(cache: string): Promise<Font[]> {
  return Promise.all(
    CARD_FACES.map(async ({ face, ...font }) => {
      const file = await subset({ ...face, name: `picture-${face.name}` }, CARD_LETTERS, cache, 'sfnt');
      // An ArrayBuffer, because a Buffer does not survive being sent to a worker.
      return { ...font, data: Uint8Array.from(readFileSync(file)).buffer };
    }),
  );
}

const packages = createRequire(import.meta.url);

/** Makes a subset of the typeface, or finds it in the cache. Returns the path of the file. */
async function subset(
  { name, font, axes, features }: Face,
  letters: string,
  cache: string,
  targetFormat: 'woff2' | 'sfnt',
): Promise<string> {
  const original = packages.resolve(`source-serif/VAR/SourceSerif4Variable-${font}.ttf`);
  const { version } = packages('source-serif/package.json') as { version: string };
  const key = createHash('sha256')
    .update(JSON.stringify([version, font, axes, features, letters]))
    .digest('hex')
    .slice(0, 12);
  // The name is short, because it is in the address of the font on every page.
  const file = path.join(cache, key, `${name}.${targetFormat === 'woff2' ? 'woff2' : 'ttf'}`);
  if (existsSync(file)) return file;
  const bytes = await subsetFont(readFileSync(original), letters, {
    targetFormat,
    variationAxes: axes,
    keepFeatures: features,
    noHinting: true,
  });
  mkdirSync(path.dirname(file), { recursive: true });
  // Atomic, because two builds may write the same file at once.
  await writeFileAtomic(file, Buffer.from(bytes), { fsync: false });
  return file;
}
