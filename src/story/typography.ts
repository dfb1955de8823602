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

/** In characters, as much as search engines show of a title and of a description, and what they find too short. */
const TITLE = 70;
const DESCRIPTION = { least: 50, most: 200 };

/**
 * The title of a document: what the page is called, what it is, and the site. What is too long leaves out the site
 * first, and then ends the other two early rather than lose what tells the page from one of the same name.
 */
export function documentTitle(title: string, what: string | undefined, site: string): string {
  const rest = what === undefined ? '' : ` · ${what}`;
  const whole = `${title}${rest} · ${site}`;
  if (whole.length <= TITLE) return whole;
  const end = cutAtWord(rest, TITLE - Math.min(title.length, Math.floor(TITLE / 3)));
  return cutAtWord(title, TITLE - end.length) + end;
}

/**
 * The description of a document for search engines and shared links: as many whole sentences as there is room for, or
 * else the beginning; one that is too short to say anything ends with the title.
 */
export function documentDescription(text: string, title: string, language: string): string {
  if (text.length < DESCRIPTION.least) return cutAtWord(`${text} ${title}`, DESCRIPTION.most);
  if (text.length <= DESCRIPTION.most) return text;
  let short = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    if ((short + segment).trimEnd().length > DESCRIPTION.most) break;
    short += segment;
  }
  return short.length < DESCRIPTION.least ? cutAtWord(text, DESCRIPTION.most) : short.trimEnd();
}
