import type { Words } from '../words/words.ts';
import { placedWords, segmenterOf, widthOf } from './counting.ts';

const NBSP = '\u00a0';

/**
 * Prevents line breaks where the language of the story forbids them: a day and its month, a number and its unit,
 * “Article 4”, a title and a name. Changes spaces to no-break spaces, isolates words of the other direction, and
 * changes nothing else.
 */
export function typeset(text: string, { typography }: Words): string {
  const unbreak = (found: string) => found.slice(0, -1) + NBSP;
  return isolate(typography.unbroken.reduce((done, pattern) => done.replace(pattern, unbreak), text));
}

/** Letters that run from the right: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and their kin. */
const FROM_RIGHT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const LETTER_FROM_RIGHT = new RegExp(`[${FROM_RIGHT}]`, 'gu');
const RUN_FROM_RIGHT = new RegExp(`[${FROM_RIGHT}](?:[${FROM_RIGHT}\\P{L}]*[${FROM_RIGHT}])?`, 'gu');

/** What `bdi` is in HTML, for text that also becomes an attribute, a feed or a card: FSI and PDI of Unicode. */
const [ISOLATE, END] = ['\u2068', '\u2069'];

/**
 * Keeps words that run from the right from changing the order of what stands around them: isolates a text that begins
 * with them and has few others as a whole, with its figures and marks, and otherwise each run of them.
 */
export function isolate(text: string): string {
  const count = text.match(LETTER_FROM_RIGHT)?.length ?? 0;
  if (count === 0 || text.includes(ISOLATE)) return text;
  const letters = text.match(/\p{L}/gu) ?? [];
  if (count * 2 > letters.length && letters[0]?.match(LETTER_FROM_RIGHT)) return ISOLATE + text + END;
  return text.replace(RUN_FROM_RIGHT, `${ISOLATE}$&${END}`);
}

/**
 * The beginning of a text, at most `most` characters wide (those of East Asia are two wide), cut after a whole word and
 * marked with an ellipsis: at a space, or between words of Chinese, Japanese or Thai, which are written without.
 */
export function cutAtWord(text: string, most: number): string {
  if (widthOf(text) <= most) return text;
  let [cut, width] = ['', 0];
  for (const letter of text) {
    width += widthOf(letter);
    if (width >= most) break;
    cut += letter;
  }
  const space = cut.lastIndexOf(' ');
  const end =
    space > cut.length / 2 ? space : (placedWords(text).findLast(({ index }) => index <= cut.length)?.index ?? space);
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[\s,;:–—.、。]+$/u, '')}…`;
}

/** In characters, as much as search engines show of a title and of a description, and what they find too short. */
const TITLE = 70;
const DESCRIPTION = { least: 50, most: 200 };

/**
 * The title of a document: what the page is called, what it is, and the site. What is too long leaves out the site
 * first, and then ends the other two early rather than lose what tells the page from one of the same name.
 */
export function documentTitle(title: string, what: string | undefined, site: string): string {
  const rest = what === undefined ? '' : ` · ${isolate(what)}`;
  const whole = `${isolate(title)}${rest} · ${site}`;
  if (widthOf(whole) <= TITLE) return whole;
  const end = cutAtWord(rest, TITLE - Math.min(widthOf(title), Math.floor(TITLE / 3)));
  return isolate(cutAtWord(title, TITLE - widthOf(end))) + end;
}

/** Gives the document of a page its title. */
export type TitleDocument = typeof documentTitle;

/** The same, but no title is given twice: one that was given already gets a number. */
export function distinctTitles(): TitleDocument {
  const given = new Set<string>();
  return (title, what, site) => {
    let whole = documentTitle(title, what, site);
    for (let nth = 2; given.has(whole); nth += 1)
      whole = documentTitle(title, what === undefined ? String(nth) : `${nth} · ${what}`, site);
    given.add(whole);
    return whole;
  };
}

/**
 * The description of a document for search engines and shared links: as many whole sentences as there is room for, or
 * else the beginning; one that is too short to say anything ends with the title.
 */
export function documentDescription(text: string, title: string, language: string): string {
  if (widthOf(text) < DESCRIPTION.least) return cutAtWord(`${text} ${title}`, DESCRIPTION.most);
  if (widthOf(text) <= DESCRIPTION.most) return text;
  let short = '';
  for (const { segment } of segmenterOf(language, 'sentence').segment(text)) {
    if (widthOf((short + segment).trimEnd()) > DESCRIPTION.most) break;
    short += segment;
  }
  return widthOf(short) < DESCRIPTION.least ? cutAtWord(text, DESCRIPTION.most) : short.trimEnd();
}
