import { slug } from 'github-slugger';
import { stringify } from 'yaml';
import { schemas, type Fields } from '../story/schema.ts';
import { TO_WRITE } from './folder.ts';
import { jsonSchemaOf, readManual, type JsonSchema, type Kind } from './manual.ts';

/** What can be begun, by the word for it, with the collection that it goes into. */
export const BEGINNINGS = {
  event: 'timeline',
  explainer: 'explainers',
  term: 'glossary',
  source: 'sources',
  demand: 'demands',
  document: 'drafts',
  picture: 'pictures',
  change: 'changes',
} as const satisfies Record<string, Kind>;
export type Beginning = keyof typeof BEGINNINGS;

/** What a template takes from the story that it is for. */
export interface Surroundings {
  story: Fields<'story'>;
  /** The next free place of each collection that has an order. */
  next: (collection: Kind) => number;
  /** The ids of what there is in a collection. */
  ids: (collection: Kind) => readonly string[];
  publishers: readonly string[];
  /** The day on which a source is read. */
  now: string;
}

/** As many words as a caption needs. */
const CAPTION = Array.from({ length: 14 }, () => `${TO_WRITE}.`).join(' ');

/** The path and text of a new file that says of each field what goes in. */
export function templateOf(
  what: Beginning,
  title: string,
  date: string,
  around: Surroundings,
): { path: string; text: string } {
  const collection = BEGINNINGS[what];
  const dated = ['timeline', 'changes', 'sources'].includes(collection) && !/^\d{4}/.test(title);
  const name = slug(inAscii(title, around.story.language).replace(/[^\p{ASCII}]/gu, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const path = `${collection}/${dated ? `${date}${name && '-'}` : ''}${name || (dated ? '' : what)}.md`;
  const front = frontMatter(collection, valuesOf(what, title, date, around));
  return { path, text: `---\n${front}---\n\n${what === 'picture' ? CAPTION : `${TO_WRITE}.`}\n` };
}

/** Letters that are no others with a mark, as addresses have them. */
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', þ: 'th' };
/** What German writes for a vowel with two dots where there are none. */
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** A title in letters that an address can have, as far as there are some for it. */
function inAscii(title: string, language: string): string {
  const letters = language.startsWith('de') ? { ...LETTERS, ...UMLAUTS } : LETTERS;
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFKD');
}

/** Values with which a file is whole, until its writer has better ones. */
function valuesOf(
  what: Beginning,
  title: string,
  date: string,
  { story, next, ids, publishers, now }: Surroundings,
): Record<string, unknown> {
  const brief = `${TO_WRITE}.`;
  const source = ids('sources')[0] ?? 'the-source';
  const [party] = story.parties;
  const values: Record<Beginning, () => Record<string, unknown>> = {
    event: () => ({ title, date, place: TO_WRITE, ...(story.strands[0] && { strand: story.strands[0].id }), brief }),
    explainer: () => ({ title, question: `${title.replace(/[?？؟]$/u, '')}?`, brief, order: next('explainers') }),
    term: () => ({ title, kind: 'idea', definition: brief }),
    source: () => ({
      title,
      publisher: publishers[0] ?? 'the-publisher',
      date,
      address: 'https://example.org/',
      accessed: now,
      type: 'reporting',
      language: story.language,
      read: 'whole',
    }),
    demand: () => ({
      title,
      order: next('demands'),
      asks: brief,
      positions: Object.fromEntries(story.parties.map(({ id }) => [id, { status: 'none-found', text: brief }])),
    }),
    document: () => ({
      title,
      official_title: title,
      short: title.split(' ').slice(0, 3).join(' '),
      order: next('drafts'),
      date,
      bound: party ? { everyone: { name: party.name, party: party.id } } : {},
      source,
      brief,
    }),
    picture: () => ({
      kind: 'events',
      title,
      brief,
      order: next('pictures'),
      events: ids('timeline').slice(0, 2),
    }),
    change: () => ({ title, date, kind: 'update', touches: 'all' }),
  };
  return values[what]();
}

/** Front matter that explains each field; those that can be left out are comments until they are used. */
export function frontMatter(kind: Kind, values: Record<string, unknown>): string {
  const whole = jsonSchemaOf(kind, readManual().get(kind));
  const schema = whole.oneOf?.find(({ properties }) => properties?.['kind']?.const === values['kind']) ?? whole;
  return Object.entries(schema.properties ?? {})
    .map(([name, field]) => {
      const choices = choicesOf(name === 'kind' && whole.oneOf ? { enum: whole.oneOf.map(kindOf) } : field);
      const said = [field.description ?? '', choices && `One of ${choices}.`].filter(Boolean).join(' ');
      const value = Object.hasOwn(values, name)
        ? stringify({ [name]: values[name] }, { lineWidth: 0, defaultStringType: 'PLAIN' })
        : `# ${name}: ${example(field)}\n`;
      return `${comment(said)}${value}`;
    })
    .join('');
}

const kindOf = ({ properties }: JsonSchema): unknown => properties?.['kind']?.const;

const choicesOf = (field: JsonSchema): string => (field.enum ?? []).map(String).join(', ');

/** How a field that is left out would begin. */
function example(field: JsonSchema): string {
  if (field.type === 'array') return '[]';
  if (field.type === 'boolean') return 'true';
  return field.type === 'object' ? '{}' : '…';
}

/** Words as lines of a comment. */
function comment(text: string): string {
  const lines = text.match(/\S.{0,96}(?=\s|$)/gu) ?? [];
  return lines.map((line) => `# ${line}\n`).join('');
}

/** The files of a story that builds at once. */
export function storyTemplate(title: string, language: string): { path: string; text: string }[] {
  const story = { title, tagline: TO_WRITE, description: `${TO_WRITE}.`, language, publisher: { name: TO_WRITE } };
  const explainer = { title: TO_WRITE, question: `${TO_WRITE}?`, brief: `${TO_WRITE}.`, order: 1 };
  return [
    { path: 'story.yaml', text: frontMatter('story', story) },
    {
      path: 'explainers/the-first-question.md',
      text: `---\n${frontMatter('explainers', explainer)}---\n\n${TO_WRITE}.\n`,
    },
  ];
}

/** The JSON Schemas of all kinds of files, by the names of their files. */
export function schemaFiles(): { path: string; text: string }[] {
  const manual = readManual();
  return (Object.keys(schemas) as Kind[]).map((kind) => ({
    path: `${kind}.json`,
    text: `${JSON.stringify(jsonSchemaOf(kind, manual.get(kind)), undefined, 2)}\n`,
  }));
}
