import { slug } from 'github-slugger';
import { stringify } from 'yaml';
import { MOST_LETTERS_OF_ID } from '../story/addresses.ts';
import type { PictureKind } from '../story/kinds.ts';
import { schemas, type Fields } from '../story/schema.ts';
import { countWords } from '../story/counting.ts';
import { wordsOf } from '../words/words.ts';
import { CAPTION } from './check-pictures.ts';
import { jsonSchemaOf, readManual, type JsonSchema, type Kind } from './manual.ts';

/** What can be begun, by the word for it, with the kind of file that it goes into. */
export const BEGINNINGS = {
  explainer: 'explainers',
  event: 'timeline',
  term: 'glossary',
  publisher: 'publishers',
  source: 'sources',
  document: 'drafts',
  article: 'articles',
  demand: 'demands',
  picture: 'pictures',
  image: 'images',
  page: 'pages',
  change: 'changes',
} as const satisfies Record<string, Kind>;
export type Beginning = keyof typeof BEGINNINGS;

/** What a writer says of what is to be begun. */
export interface Wanted {
  title: string;
  date: string;
  /** Of a picture or a term: which kind of it. */
  kind?: string | undefined;
  /** Of an article: the id of its document, and its number, or `preamble`. */
  document?: string | undefined;
  number?: string | undefined;
}

/** The same with the document and number of an article. */
type Resolved = Wanted & { document: string; number: string };

/** What a template takes from the story that it is for. */
export interface Surroundings {
  story: Fields<'story'>;
  /** The next free place of each collection that has an order; of the articles of a document the next number. */
  next: (collection: Kind, document?: string) => number;
  /** The source that a document names as itself. */
  sourceOf: (document: string) => string | undefined;
  /** The ids of what there is in a collection. */
  ids: (collection: Kind) => readonly string[];
  /** A source, one that carries a claim by itself if there is any. */
  source: string | undefined;
  publishers: readonly string[];
  /** The day on which a source is read. */
  now: string;
}

/** What stands in a new file, in the language of the story, until its writer has better words. */
const toWriteIn = (language: string): string => wordsOf(language).texts.toWrite;

/** A title as a question, with the marks of the language: Spanish has one where it begins too. */
const questionIn = (language: string, title: string): string =>
  wordsOf(language).texts.question(title.replace(/^¿|\s*[?？؟]$/gu, ''));

/** The path and text of a new file that says of each field what goes in; of a publisher, the lines for its file. */
export function templateOf(what: Beginning, asked: Wanted, around: Surroundings): { path: string; text: string } {
  const kind = BEGINNINGS[what];
  const document = asked.document ?? around.ids('drafts')[0] ?? 'the-document';
  const wanted = { ...asked, document, number: asked.number ?? String(around.next('articles', document)) };
  const values = valuesOf(what, wanted, around);
  if (what === 'publisher') {
    const id = slugOf(wanted.title, around.story.language) || what;
    const { additionalProperties } = jsonSchemaOf(kind, readManual().get(kind));
    const lines = indented(fieldsOf(additionalProperties || {}, values, 'whole'));
    const open = [
      'its kind',
      ...(around.story.parties.length > 0 ? ['and whose voice it is, if it speaks for a party'] : []),
    ];
    return {
      path: 'publishers.yaml',
      text: `# ${toWriteIn(around.story.language)}: ${open.join(', ')}.\n${id}:\n${lines.join('\n')}\n`,
    };
  }
  const front = frontMatter(kind, values);
  const path = pathFor(what, wanted, around);
  return { path, text: what === 'image' ? front : `---\n${front}---\n\n${textOf(what, around)}\n` };
}

function textOf(what: Beginning, { story: { language } }: Surroundings): string {
  const sentence = `${toWriteIn(language)}.`;
  if (what === 'article') return `## ${paragraphHeading(language)}\n\n${sentence}`;
  if (what !== 'picture') return sentence;
  const { least, most } = CAPTION;
  const caption = Array.from({ length: Math.ceil(least / countWords(sentence)) }, () => sentence).join(' ');
  const asked = `The caption: what it shows and what follows from it, in ${least} to ${most} words, with notes.`;
  return `<!-- ${asked} -->\n\n${caption}`;
}

/** The heading of the first paragraph of an article. */
const paragraphHeading = (language: string): string => `${wordsOf(language).pageKinds.paragraph.name} 1`;

function pathFor(what: Beginning, { title, date, document, number }: Resolved, around: Surroundings): string {
  const collection = BEGINNINGS[what];
  if (what === 'article') return `drafts/${document}/${number === 'preamble' ? number : `article-${number}`}.md`;
  if (what === 'page') return `${collection}/${title}.md`;
  if (what === 'image') return title.replace(/\.[a-z]+$/i, '.yaml');
  const dated = ['timeline', 'changes', 'sources'].includes(collection) && !/^\d{4}/.test(title);
  const name = slugOf(title, around.story.language);
  // Of a range the first day, and of a day that is not certain, or has its hours, the day.
  const [day = ''] = dated ? (/^\d{4}(-\d\d){0,2}/.exec(date) ?? []) : [];
  return `${collection}/${shortened([day, name].filter(Boolean).join('-')) || what}.md`;
}

/** A name that an address can have at most: of one that is longer, the words that fit. */
const shortened = (name: string): string =>
  name.length > MOST_LETTERS_OF_ID ? name.slice(0, MOST_LETTERS_OF_ID + 1).replace(/-?[^-]*$/, '') : name;

/**
 * The name of a file, in letters that an address can have; empty where a title has none. An apostrophe divides two
 * words, “l’accord”, but in English it stands within one: “Russia’s”.
 */
const slugOf = (title: string, language: string): string =>
  slug(inAscii(title.replace(APOSTROPHE, language.startsWith('en') ? '' : '-'), language).replace(/[^\p{ASCII}]/gu, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const APOSTROPHE = /(?<=\p{L})['’ʼ](?=\p{L})/gu;
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
  { title, date, kind, document, number }: Resolved,
  { story, next, sourceOf, ids, source = 'the-source', publishers, now }: Surroundings,
): Record<string, unknown> {
  const { language, parties, strands } = story;
  const toWrite = toWriteIn(language);
  const brief = `${toWrite}.`;
  const sources = [source];
  const [party] = parties;
  const values: Record<Beginning, () => Record<string, unknown>> = {
    event: () => ({ title, date, place: toWrite, ...(strands[0] && { strand: strands[0].id }), brief }),
    explainer: () => ({ title, question: questionIn(language, title), brief, order: next('explainers') }),
    term: () => ({ title, kind: kind ?? 'idea', definition: brief }),
    publisher: () => ({ name: title, kind: 'other' }),
    source: () => ({
      title,
      publisher: publishers[0] ?? 'the-publisher',
      date,
      address: 'https://example.org/',
      accessed: now,
      type: 'reporting',
      language,
      read: 'whole',
    }),
    demand: () => ({
      title,
      order: next('demands'),
      asks: brief,
      positions: Object.fromEntries(parties.map(({ id }) => [id, { status: 'none-found', text: brief }])),
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
    article: () => ({
      title,
      ...(number !== 'preamble' && { number: Number(number) }),
      brief,
      paragraphs: {
        [slug(paragraphHeading(language))]: { binds: [], words: [], language, source: sourceOf(document) ?? source },
      },
      answer: { status: 'none-found', brief },
    }),
    picture: () => ({ title, brief, order: next('pictures'), ...pictureOf((kind ?? 'events') as PictureKind) }),
    image: () => ({ credit: toWrite, licence: toWrite }),
    page: () => ({ title: toWrite, description: brief }),
    change: () => ({ title, date, kind: ids('changes').length > 0 ? 'update' : 'new', touches: 'all' }),
  };
  function pictureOf(one: PictureKind): Record<string, unknown> {
    const state = { code: '276', name: toWrite };
    const pictures: Record<PictureKind, Record<string, unknown>> = {
      counts: { unit: toWrite, entries: [{ date, counter: toWrite, figure: 1, counted: brief, sources }] },
      hours: { entries: [{ date, what: brief, sources }] },
      map: {
        frame: { west: -10, south: 36, east: 32, north: 62 },
        narrow: { west: -4, south: 40, east: 24, north: 60 },
        groups: [{ what: toWrite, states: [state], sources }],
      },
      spans: { rows: [{ name: toWrite, spans: [{ from: date, sources }] }] },
      events: { events: ids('timeline').slice(0, 2) },
      answers: { demands: ids('demands').slice(0, 1), parties: parties.slice(0, 2).map(({ id }) => id) },
    };
    return { kind: one, ...pictures[one] };
  }
  return values[what]();
}

/** Front matter that explains each field; those that can be left out are comments until they are used. */
export function frontMatter(kind: Kind, values: Record<string, unknown>): string {
  const whole = jsonSchemaOf(kind, readManual().get(kind));
  const schema = whole.oneOf?.find(({ properties }) => properties?.['kind']?.const === values['kind']) ?? whole;
  const kinds = whole.oneOf && { kind: { enum: whole.oneOf.map(kindOf) } };
  const lines = fieldsOf({ properties: { ...schema.properties, ...kinds } }, values, 'whole');
  return lines.map((line) => `${line}\n`).join('');
}

const kindOf = ({ properties }: JsonSchema): unknown => properties?.['kind']?.const;

const choicesOf = (field: JsonSchema): string => (field.enum ?? []).map(String).join(', ');

/**
 * How fields are written: `whole`, each explained, and those without a value as comments; as an `example`, explained;
 * or `bare`, where an example beside them explains enough.
 */
type Style = 'whole' | 'example' | 'bare';

/** The fields of a schema as lines of YAML. */
function fieldsOf({ properties = {} }: JsonSchema, values: Record<string, unknown>, style: Style): string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const isGiven = Object.hasOwn(values, name);
    if (!isGiven && style !== 'whole') return [];
    const [example] = field.examples ?? [];
    const isFilled = example !== undefined && style === 'whole';
    const given = isGiven ? entryOf(name, field, values[name], isFilled ? 'bare' : style) : [];
    const left = isFilled
      ? entryOf(name, field, example, 'example')
      : isGiven
        ? []
        : [`${name}: ${placeholder(field)}`];
    return [
      ...(style === 'bare' ? [] : explained(field)),
      ...given,
      ...(isGiven && isFilled ? ['# Such as:'] : []),
      ...left.map((line) => `# ${line}`),
    ];
  });
}

/** A field with its value; of several things that are alike, the first is explained. */
function entryOf(name: string, field: JsonSchema, value: unknown, style: Style): string[] {
  const styleOf = (at: number): Style => (at === 0 ? style : 'bare');
  const { items, properties, additionalProperties: table } = field;
  if (Array.isArray(value) && value.length > 0 && items?.properties)
    return [`${name}:`, ...value.flatMap((one, at) => itemOf(fieldsOf(items, one as Values, styleOf(at))))];
  if (isTable(value) && properties) return [`${name}:`, ...indented(fieldsOf(field, value, style))];
  if (isTable(value) && table && table.properties) {
    const lines = Object.entries(value).flatMap(([key, one], at) => entryOf(key, table, one, styleOf(at)));
    return [`${name}:`, ...indented(lines)];
  }
  const plain = {
    lineWidth: 0,
    defaultStringType: 'PLAIN',
    collectionStyle: 'flow',
    flowCollectionPadding: false,
  } as const;
  return [`${name}: ${stringify(value, plain).trim()}`];
}

type Values = Record<string, unknown>;
const isTable = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** Lines as an item of a list: its first field has the hyphen. */
function itemOf(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => !line.startsWith('#'));
  return lines.map((line, at) => (at < first ? `  ${line}` : at === first ? `  - ${line}` : `    ${line}`));
}

/** What a field is, and the values that it may have, as lines of a comment. */
function explained(field: JsonSchema): string[] {
  const choices = choicesOf(field);
  const said = [field.description ?? '', choices && `One of ${choices}.`].filter(Boolean).join(' ');
  return (said.match(/\S.{0,96}(?=\s|$)/gu) ?? []).map((line) => `# ${line}`);
}

/** How a field that is left out would begin. */
function placeholder(field: JsonSchema): string {
  if (field.type === 'array') return '[]';
  if (field.type === 'boolean') return 'true';
  return field.type === 'object' ? '{}' : '…';
}

/** The files of a story that builds at once. */
export function storyTemplate(title: string, language: string): { path: string; text: string }[] {
  const toWrite = toWriteIn(language);
  const story = { title, tagline: toWrite, description: `${toWrite}.`, language, publisher: { name: toWrite } };
  const explainer = { title: toWrite, question: questionIn(language, toWrite), brief: `${toWrite}.`, order: 1 };
  // Its name says what it is, in the language of the story: nobody knows its question yet.
  const name = slugOf(wordsOf(language).pageKinds.explainer.name, language) || 'explainer';
  return [
    { path: 'story.yaml', text: frontMatter('story', story) },
    {
      path: `explainers/${name}.md`,
      text: `---\n${frontMatter('explainers', explainer)}---\n\n${toWrite}.\n`,
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
