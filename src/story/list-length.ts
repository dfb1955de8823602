/**
 * How many things of a list, from the first, can be told about and not only named: those whose words come to at most so
 * many letters. A list that grows past it still arrives with its page in one round trip of the connection, and no
 * writer has to shorten what others wrote.
 */
export function howManyFit(texts: readonly string[], letters: number): number {
  let room = letters;
  const first = texts.findIndex((text) => (room -= text.length) < 0);
  return first === -1 ? texts.length : first;
}

/** Letters of titles and briefs that fit into a page which is a list and little else. */
const LIST_LETTERS = 17_000;

/** Whether such a page can tell about all things of its list. */
export const allFit = (texts: readonly string[]): boolean => howManyFit(texts, LIST_LETTERS) === texts.length;
