import { isUnspaced } from '../words/unspaced.ts';

/** The part of a text that shows what was found in it, with the words found marked. */

/** A piece of a text, and whether it was looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}’']+/gu;

/** A text in pieces, words that were found apart from the rest. */
export function mark(text: string, isFound: (word: string) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!isFound(word)) continue;
    for (const [start, end] of isUnspaced(word) ? pairsFound(word, isFound) : [[0, word.length] as const]) {
      if (index + start > from) pieces.push({ text: text.slice(from, index + start), isFound: false });
      pieces.push({ text: word.slice(start, end), isFound: true });
      from = index + end;
    }
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false });
  return pieces;
}

/** Where in a run of letters without spaces pairs of them were found; those that touch are one. */
function pairsFound(run: string, isFound: (word: string) => boolean): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < run.length - 1; at += 1) {
    if (!isFound(run.slice(at, at + 2))) continue;
    const last = found.at(-1);
    if (last && last[1] >= at) last[1] = at + 2;
    else found.push([at, at + 2]);
  }
  return found;
}

/** The part of a text, of about `length` characters, that has most of the words that were found, cut between words. */
export function excerpt(text: string, isFound: (word: string) => boolean, length = 220): Piece[] {
  const found = [...text.matchAll(WORD)].filter(([word]) => isFound(word));
  if (text.length <= length || found.length === 0) return mark(cut(text, 0, length), isFound);
  let best = { start: 0, many: 0 };
  for (const { index } of found) {
    const start = Math.max(0, index - 60);
    const many = new Set(
      found.filter((one) => one.index >= start && one.index < start + length).map(([word]) => word.toLowerCase()),
    ).size;
    if (many > best.many) best = { start, many };
  }
  return mark(cut(text, best.start, length), isFound);
}

/** A part of a text from about `start`, without half words, with an ellipsis where something is left out. */
function cut(text: string, start: number, length: number): string {
  // Far from a space, as in a script that has none, it may be cut anywhere.
  const space = text.indexOf(' ', start) + 1;
  const first = start === 0 ? 0 : space > 0 && space < start + 40 ? space : start;
  const last = text.lastIndexOf(' ', first + length);
  const end = first + length >= text.length ? text.length : last > first + length - 40 ? last : first + length;
  return `${first > 0 ? '… ' : ''}${text.slice(first, end)}${end < text.length ? ' …' : ''}`;
}
