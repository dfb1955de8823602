import { isUnspaced } from '../words/unspaced.ts';

/** How many columns of a terminal a text fills: letters of East Asia are twice as wide as others. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;

/** The pieces of a text between which a line may break, and what stands between a piece and the next in one line. */
export function piecesOf(text: string): { text: string; after: '' | ' ' }[] {
  return text
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => {
      const pieces = isUnspaced(word) ? phrasesIn(word) : [word];
      return pieces.map((piece, at) => ({ text: piece, after: at < pieces.length - 1 ? '' : ' ' }) as const);
    });
}

/** Words of a script without spaces; signs stay with the word that they close or open. */
function phrasesIn(text: string): string[] {
  const phrases: string[] = [];
  for (const { segment } of segmenterOf('en', 'word').segment(text)) {
    const last = phrases.at(-1);
    const stays =
      /^[\p{Pe}\p{Pf}\p{Po}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u.test(segment) ||
      (last !== undefined && /[\p{Ps}\p{Pi}]$/u.test(last));
    if (last !== undefined && stays) phrases[phrases.length - 1] = last + segment;
    else phrases.push(segment);
  }
  return phrases;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** What divides a text of a language into words or sentences. Each is made once, because that takes long. */
export function segmenterOf(language: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}

/** The words of a text with their places: what stands between spaces, or the words of what is written without. */
export function placedWords(text: string): { word: string; index: number }[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ 0: word, index }) => {
    if (!isUnspaced(word)) return { word, index };
    return [...segmenterOf('en', 'word').segment(word)]
      .filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment))
      .map(({ segment, index: at }) => ({ word: segment, index: index + at }));
  });
}

/** How many letters the longest words of a table's columns have together, which is what a line needs to hold them. */
export function longestTogether(rows: readonly (readonly string[])[]): number {
  const longest: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      const widths = placedWords(cell).flatMap(({ word }) => word.split(/(?<=[-–—])/).map(widthOf));
      longest[column] = Math.max(longest[column] ?? 0, ...widths);
    });
  return longest.reduce((sum, width) => sum + width, 0);
}

/** So many letters of words, and no more, stand beside one another in a table as wide as a text. */
export const LETTERS_ABREAST = 54;

export function countWords(text: string): number {
  return placedWords(text).filter(({ word }) => /[\p{L}\p{N}]/u.test(word)).length;
}
