import { encode } from './encode.ts';

/** Stands for each character of a note's mark: a mark gets another number when a note is added, so no link holds it. */
export const MARK = '\uFFFC';

/**
 * Makes the text directive (`:~:text=…`, https://wicg.github.io/scroll-to-text-fragment/) by which a browser finds a
 * selection and no other place with the same words. `blocks` are the texts of the paragraphs around it, in order; the
 * selection runs from character `start` of block `first` to character `end` of block `last`. Undefined when there is no
 * word in it.
 */
export function textDirective(
  blocks: readonly string[],
  first: number,
  start: number,
  last: number,
  end: number,
): string | undefined {
  const from = wordsOf(blocks[first] ?? '');
  const to = wordsOf(blocks[last] ?? '');
  const head = from.findIndex((word) => word.end > start);
  const tail = to.map((word) => word.start < end).lastIndexOf(true);
  if (head < 0 || tail < 0 || (first === last && head > tail)) return undefined;
  const isParted = from.slice(head + 1, tail + 1).some(({ parted }) => parted);
  const whole = first === last && !isParted ? onwards(from, head, tail + 1) : '';
  const short = whole !== '' && whole.length <= 120;
  for (let size = 0; size <= 8; size += 1) {
    // A long selection is given by its first and last words, a short one by all its words. Words before and after it
    // are added until no other place matches.
    const ends = 4 + size;
    const begin = short ? whole : onwards(from, head, Math.min(head + ends, first === last ? tail : from.length));
    const finish = short ? '' : backwards(to, Math.max(tail + 1 - ends, first === last ? head + 1 : 0), tail + 1);
    const prefix = from[head]?.parted ? '' : backwards(from, head - size, head);
    const suffix = to[tail + 1]?.parted ? '' : onwards(to, tail + 1, tail + 1 + size);
    if (matches(blocks, prefix, begin, short ? suffix : '') === 1 || size === 8) {
      const parts = [
        prefix && `${encode(prefix)}-`,
        encode(begin),
        finish && encode(finish),
        suffix && short && `-${encode(suffix)}`,
      ];
      return `:~:text=${parts.filter(Boolean).join(',')}`;
    }
  }
  return undefined;
}

interface Word {
  text: string;
  start: number;
  end: number;
  /** Whether a mark stands between it and the word before. */
  parted: boolean;
}

/** The words of a text; one that a mark is written to without a sign between them is no whole word to a browser. */
function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index: start } of text.matchAll(/[^\s\uFFFC]+/gu)) {
    const end = start + word.length;
    if (/[\p{L}\p{N}]$/u.test(word) && text[end] === MARK) continue;
    words.push({ text: word, start, end, parted: text.slice(words.at(-1)?.end ?? start, start).includes(MARK) });
  }
  return words;
}

const join = (words: readonly Word[]) => words.map(({ text }) => text).join(' ');

/** The words from one up to another, as far as no mark parts them. */
function onwards(words: readonly Word[], a: number, b: number): string {
  const some = words.slice(Math.max(0, a), b);
  const end = some.findIndex(({ parted }, at) => at > 0 && parted);
  return join(end < 0 ? some : some.slice(0, end));
}

/** The words up to another, from one on, as far back as no mark parts them. */
function backwards(words: readonly Word[], a: number, b: number): string {
  const some = words.slice(Math.max(0, a), b);
  return join(some.slice(Math.max(0, some.map(({ parted }) => parted).lastIndexOf(true))));
}

/** In how many places of the blocks the words occur, whole and next to each other; case is ignored. */
function matches(blocks: readonly string[], ...parts: string[]): number {
  const wanted = ` ${parts.filter(Boolean).join(' ')} `.toLowerCase();
  return blocks.reduce((sum, block) => sum + ` ${join(wordsOf(block))} `.toLowerCase().split(wanted).length - 1, 0);
}
