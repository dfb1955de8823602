import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create } from 'fontkitten';
import subsetFont from 'subset-font';
import { WriterError } from '../compiler/faults.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { madeOnce } from '../compiler/remembered.ts';
import type { Weight } from './text.ts';

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
 * aliases for Vite from the names in styles/fonts.css to the files. Letters of scripts other than the one of `language`
 * have their own file, which pages without them do not load. Files are cached in `cache` until the letters change.
 */
export async function storyFonts(
  folder: string,
  cache: string,
  language: string,
): Promise<{ find: RegExp; replacement: string }[]> {
  const letters = [...new Set([...OWN_LETTERS, ...lettersIn(folder)])].sort();
  const isOwn = (letter: string) => isLatin(letter) || isOfScript(letter, language);
  const latin = letters.filter(isOwn).join('');
  const other = letters.filter((letter) => !isOwn(letter)).join('');
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
  const decoder = new TextDecoder();
  const text = files.map(({ bytes }) => decoder.decode(bytes).normalize('NFC')).join('');
  return new Set([...new Set(text)].filter((letter) => letter >= ' '));
}

/** Whether a letter is Latin, or a punctuation mark or sign that Latin text uses. */
function isLatin(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x370 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0x2000 && code < 0x2c00);
}

/** Whether a letter is of the Cyrillic or Greek script, and that is the one in which a language is written. */
function isOfScript(letter: string, language: string): boolean {
  const { script } = new Intl.Locale(language).maximize();
  return (
    (script === 'Cyrl' && /\p{Script=Cyrillic}/u.test(letter)) ||
    (script === 'Grek' && /\p{Script=Greek}/u.test(letter))
  );
}

const FIGURES = ['kern', 'liga', 'ccmp', 'locl', 'onum'];
const CAPS = [...FIGURES, 'lnum', 'smcp', 'c2sc'];

/** The faces of cards, whose text is larger than that of pages. */
const CARD_FACES: readonly (Omit<CardFont, 'data'> & { face: Face })[] = [
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

/** A font of cards, as TrueType. */
export interface CardFont {
  name: string;
  weight: Weight;
  style: 'normal' | 'italic';
  data: Buffer;
}

/**
 * Makes the fonts of cards, the typeface of the site first. Files are cached in the folder `cache`. Letters that Source
 * Serif lacks come from an npm package that the story names. Throws an Error if that is not installed or has no fonts.
 */
export async function cardFonts(cache: string, own?: { package: string; letters: string }): Promise<CardFont[]> {
  const fonts = await ownFonts(cache);
  if (!own || [...own.letters].every((letter) => CARD_LETTERS.includes(letter))) return fonts;
  // A package with a file for each script has some without any letter that is needed.
  const files = fontFilesOf(own.package)
    .map((one) => ({ ...one, bytes: readFileSync(one.file) }))
    .filter(({ bytes }) => hasOneOf(bytes, own.letters));
  const found = files.map(async ({ file, bytes, weight }): Promise<CardFont> => {
    const key = hashOf([own.letters, createHash('sha256').update(bytes).digest('hex')]);
    const made = await madeOnce(path.join(cache, key, `story-${weight}.ttf`), () =>
      subsetFont(bytes, own.letters, { targetFormat: 'sfnt', noHinting: true }),
    );
    // Files that differ in weight only are one family.
    const name = path.basename(file).replace(WEIGHT, '');
    return { name, weight, style: 'normal', data: readFileSync(made) };
  });
  return [...fonts, ...(await Promise.all(found))];
}

/** The weight in the name of a font file, and what comes after it. */
const WEIGHT = /-(400|600|700|regular|bold)\b.*$/i;

/** Whether a font has any of some letters. */
function hasOneOf(bytes: Buffer, letters: string): boolean {
  const font = create(bytes);
  return !font.isCollection && [...letters].some((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/**
 * The font files of an npm package in the weights that cards have. Packages of Fontsource also have each script cut
 * into a hundred numbered files, which are left out.
 */
function fontFilesOf(name: string): { file: string; weight: Weight }[] {
  let folder: string;
  try {
    folder = path.dirname(createRequire(path.resolve('package.json')).resolve(`${name}/package.json`));
  } catch {
    throw new WriterError(
      `story.yaml: fonts.cards names the package “${name}”, which is not installed; npm install ${name}`,
    );
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(woff|ttf|otf)$/.test(file) && !/-\d+-\d+-\w+\.woff$/.test(file) && !/italic/i.test(file))
    .sort();
  const of = (pattern: RegExp, weight: Weight) =>
    files.filter((file) => pattern.test(file)).map((file) => ({ file: path.join(folder, file), weight }));
  const regular = of(/-(400|regular)\b/i, 400);
  const bold = of(/-600\b/, 600);
  const found = [...regular, ...(bold.length > 0 ? bold : of(/-(700|bold)\b/i, 600))];
  if (found.length === 0)
    throw new WriterError(
      `story.yaml: fonts.cards names the package “${name}”, which holds no font file of weight 400`,
    );
  return found;
}

/** Source Serif for cards. */
async function ownFonts(cache: string): Promise<CardFont[]> {
  return Promise.all(
    CARD_FACES.map(async ({ face, ...font }) => {
      const file = await subset({ ...face, name: `picture-${face.name}` }, CARD_LETTERS, cache, 'sfnt');
      return { ...font, data: readFileSync(file) };
    }),
  );
}

const hashOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

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
  const key = hashOf([version, font, axes, features, letters]);
  // The name is short, because it is in the address of the font on every page.
  const file = path.join(cache, key, `${name}.${targetFormat === 'woff2' ? 'woff2' : 'ttf'}`);
  const options = { targetFormat, variationAxes: axes, keepFeatures: features, noHinting: true };
  return madeOnce(file, () => subsetFont(readFileSync(original), letters, options));
}
