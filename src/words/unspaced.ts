/** Letters of scripts that put no spaces between words. */
const LETTERS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々' +
  '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** A pattern for one of them. */
export const unspaced = (flags = 'u'): RegExp => new RegExp(`[${LETTERS}]`, flags);

const ONE = unspaced();
const RUNS = new RegExp(`[${LETTERS}]+|[^${LETTERS}]+`, 'gu');

/** Whether a text has any of them. */
export const isUnspaced = (text: string): boolean => ONE.test(text);

/**
 * The words of a text without spaces, for the search: in scripts that have none, each two letters that follow each
 * other, since what is a word there only a dictionary knows. “はやぶさ2” → `はや`, `やぶ`, `ぶさ`, `2`
 */
export function wordsIn(text: string): string[] {
  const runs = text.match(RUNS) ?? [];
  return runs.flatMap((run) => {
    const letters = [...run];
    return isUnspaced(run) && letters.length > 2
      ? letters.slice(1).map((letter, at) => (letters[at] ?? '') + letter)
      : [run];
  });
}
