const NBSP = '\u00a0';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const UNITS =
  'per cent|million|billion|thousand|km|kilometres|metres|miles|minutes|hours|days|weeks|months|years|states|members|articles|troops|votes';
const NAMED = 'Articles?|Art\\.|paragraphs?|point|points|resolution|Resolution|chapter|page|pages|No\\.';

const PAIRS = [
  new RegExp(`(\\d) (?=(?:${MONTHS}|${UNITS})\\b)`, 'g'),
  new RegExp(`\\b(${NAMED}) (?=\\d)`, 'g'),
  /\b(Mr|Mrs|Ms|Dr|St|[A-Z]\.) (?=\p{Lu})/gu,
];

/**
 * Keeps what belongs together on one line: a day and its month, a number and its unit, “Article 4”, a title and a name.
 * Changes spaces to no-break spaces and nothing else.
 */
export function typeset(text: string): string {
  return PAIRS.reduce((done, pair) => done.replace(pair, `$1${NBSP}`), text);
}

/** The beginning of a text, at most `most` characters long, cut after a whole word and marked with an ellipsis. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > 0 ? end : cut.length).replace(/[\s,;:–—.]+$/u, '')}…`;
}

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** The English name of a language given as a BCP 47 tag. */
export function languageName(tag: string): string {
  return LANGUAGES.of(tag) ?? tag;
}
