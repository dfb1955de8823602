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

/** About as much of a title as search engines show, and of a description, in characters. */
const MOST_OF_TITLE = 70;
const MOST_OF_DESCRIPTION = 200;

/**
 * The title of a document: what the page is called, what it is, and the site. What is too long leaves out the site
 * first, and then ends the page's own title early rather than lose what tells it from a page of the same name.
 */
export function documentTitle(title: string, what: string | undefined, site: string): string {
  const rest = what === undefined ? '' : ` · ${what}`;
  const whole = `${title}${rest} · ${site}`;
  if (whole.length <= MOST_OF_TITLE) return whole;
  return cutAtWord(title, Math.max(MOST_OF_TITLE - rest.length, MOST_OF_TITLE / 3)) + rest;
}

/** As many whole sentences of a text as a description has room for, or else its beginning. */
export function shortDescription(text: string, language: string): string {
  if (text.length <= MOST_OF_DESCRIPTION) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if ((short + segment).trimEnd().length > MOST_OF_DESCRIPTION) break;
    short += segment;
  }
  return short === '' ? cutAtWord(text, MOST_OF_DESCRIPTION) : short.trimEnd();
}
