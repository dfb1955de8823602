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
    if (index > from) pieces.push({ text: text.slice(from, index), isFound: false });
    pieces.push({ text: word, isFound: true });
    from = index + word.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false });
  return pieces;
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
  const first = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const end = first + length >= text.length ? text.length : Math.max(text.lastIndexOf(' ', first + length), first + 1);
  return `${first > 0 ? '… ' : ''}${text.slice(first, end)}${end < text.length ? ' …' : ''}`;
}
