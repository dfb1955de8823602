import type { Words } from '../words/words.ts';

const NBSP = '\u00a0';

/**
 * Prevents line breaks where the language of the story forbids them: a day and its month, a number and its unit,
 * “Article 4”, a title and a name. Changes spaces to no-break spaces and nothing else.
 */
export function typeset(text: string, { typography }: Words): string {
  const unbreak = (found: string) => found.slice(0, -1) + NBSP;
  return typography.unbroken.reduce((done, pattern) => done.replace(pattern, unbreak), text);
}

/** The beginning of a text, at most `most` characters long, cut after a whole word and marked with an ellipsis. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[\s,;:–—.]+$/u, '')}…`;
}
