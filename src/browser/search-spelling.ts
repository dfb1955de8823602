/** Finds what a reader meant who made a slip of one or two letters. */

/**
 * How many letters were added, left out, mistaken or swapped with their neighbour between two words; more than `most`
 * is Infinity.
 */
export function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  // Rows of the table of Damerau and Levenshtein: the one before the last, the last, and the one that is filled.
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      let fewest = Math.min((last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (isSame ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        fewest = Math.min(fewest, (before[at - 2] ?? 0) + 1);
      next.push(fewest);
    }
    if (Math.min(...next) > most) return Infinity;
    [before, last] = [last, next];
  }
  return last[other.length] ?? Infinity;
}

/** The words that the pages of a site are made of. */
export interface Vocabulary {
  /** The words of names: a reader who makes a slip most often means one of them. */
  names: ReadonlySet<string>;
  /** All other words. */
  others: ReadonlySet<string>;
}

/**
 * The word that was meant by one that no page has: a name that is one slip away, or two if it is long; or else a long
 * word that is one slip away. Undefined if there is none, so that a word that is right but unknown here stays as it is.
 */
export function meant(word: string, { names, others }: Vocabulary, most = 2): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined;
  return nearest(word, names, word.length < 6 ? 1 : most) ?? (word.length < 6 ? undefined : nearest(word, others, 1));
}

function nearest(word: string, candidates: ReadonlySet<string>, most: number): string | undefined {
  let best: { candidate: string; cost: number } | undefined;
  for (const candidate of candidates) {
    if (candidate.length < 4) continue;
    // Of two words as near, the one with the same beginning is meant: people seldom mistake the first letter.
    const cost = slips(word, candidate, most) + (candidate[0] === word[0] ? 0 : 0.5);
    if (cost < (best?.cost ?? Infinity)) best = { candidate, cost };
  }
  return best?.candidate;
}
