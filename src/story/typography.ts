import type { Words } from '../words/words.ts';
import { piecesOf, widthOf } from './text.ts';

const NBSP = '\u00a0';

/**
 * Prevents line breaks where the language of the story forbids them: a day and its month, a number and its unit,
 * “Article 4”, a title and a name. Changes spaces to no-break spaces and nothing else.
 */
export function typeset(text: string, { typography }: Words): string {
  const unbreak = (found: string) => found.slice(0, -1) + NBSP;
  return typography.unbroken.reduce((done, pattern) => done.replace(pattern, unbreak), text);
}

/** The beginning of a text, at most `most` columns wide, cut after a whole word and marked with an ellipsis. */
export function cutAtWord(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let cut = '';
  let width = 1;
  for (const letter of text) {
    width += widthOf(letter);
    if (width > most) break;
    cut += letter;
  }
  const pieces = piecesOf(cut);
  // The last word may be half a one; a single word that is longer than the room is cut within.
  const half = cut.endsWith(' ') || pieces.length < 2 ? 0 : (pieces.at(-1)?.text.length ?? 0);
  return `${cut.slice(0, cut.length - half).replace(/[\s,;:–—.、。]+$/u, '')}…`;
}

/** In columns, as much as search engines show of a title and of a description, and what they find too short. */
const TITLE = 70;
const DESCRIPTION = { least: 50, most: 200 };

/**
 * The title of a document: what the page is called, what it is, and the site. What is too long leaves out the site
 * first, and then ends the other two early rather than lose what tells the page from one of the same name.
 */
export function documentTitle(title: string, what: string | undefined, site: string): string {
  const rest = what === undefined ? '' : ` · ${what}`;
  const whole = `${title}${rest} · ${site}`;
  if (widthOf(whole) <= TITLE) return whole;
  const end = cutAtWord(rest, TITLE - Math.min(widthOf(title), Math.floor(TITLE / 3)));
  return cutAtWord(title, TITLE - widthOf(end)) + end;
}

/**
 * The description of a document for search engines and shared links: as many whole sentences as there is room for, or
 * else the beginning; one that is too short to say anything ends with the title.
 */
export function documentDescription(text: string, title: string, language: string): string {
  if (widthOf(text) < DESCRIPTION.least) return cutAtWord(`${text} ${title}`, DESCRIPTION.most);
  if (widthOf(text) <= DESCRIPTION.most) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if (widthOf((short + segment).trimEnd()) > DESCRIPTION.most) break;
    short += segment;
  }
  return widthOf(short) < DESCRIPTION.least ? cutAtWord(text, DESCRIPTION.most) : short.trimEnd();
}
