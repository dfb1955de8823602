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
  const text = (words: readonly Word[], a: number, b: number) =>
    words
      .slice(Math.max(0, a), b)
      .map(({ text: word }) => word)
      .join(' ');
  const whole = first === last ? text(from, head, tail + 1) : '';
  const short = whole !== '' && whole.length <= 120;
  for (let size = 0; size <= 8; size += 1) {
    // A long selection is given by its first and last words, a short one by all its words. Words before and after it
    // are added until no other place matches.
    const ends = 4 + size;
    const begin = short ? whole : text(from, head, Math.min(head + ends, first === last ? tail : from.length));
    const finish = short ? '' : text(to, Math.max(tail + 1 - ends, first === last ? head + 1 : 0), tail + 1);
    const prefix = text(from, head - size, head);
    const suffix = text(to, tail + 1, tail + 1 + size);
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
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** In how many places of the blocks the words occur, whole and next to each other; case is ignored. */
function matches(blocks: readonly string[], ...parts: string[]): number {
  const wanted = ` ${parts.filter(Boolean).join(' ')} `.toLowerCase();
  return blocks.reduce(
    (sum, block) =>
      sum +
      ` ${wordsOf(block)
        .map(({ text }) => text)
        .join(' ')} `
        .toLowerCase()
        .split(wanted).length -
      1,
    0,
  );
}

/** A hyphen and a comma have a meaning of their own in a directive. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
