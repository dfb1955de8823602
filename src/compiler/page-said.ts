import type { Element, ElementContent, Root, RootContent } from 'hast';
import { allUsed } from '../story/assembling.ts';
import type { When } from '../story/dates.ts';
import type { Entries, Entry } from '../story/entries.ts';
import type { Collection } from '../story/page-kinds.ts';
import { normalise, type Block, type FactName } from '../story/said.ts';
import type { Fields } from '../story/schema.ts';
import type { Path } from './checking.ts';
import { plainText } from './sections.ts';

/** A block of a page, with where in its file it stands: a line, or a field of the front matter. */
export interface PlacedBlock extends Block {
  from: number | Path;
}

/** The collections whose pages the ledger records: those with words of their own for readers. */
const RECORDED = ['explainers', 'drafts', 'articles', 'demands', 'timeline', 'glossary', 'pictures', 'pages'] as const;
type Recorded = (typeof RECORDED)[number];

/** The blocks of a compiled text: its headings, paragraphs, items and rows in order, without marks of notes. */
export function blocksOfText(tree: Root): PlacedBlock[] {
  return [...blocksOf(tree.children, false, 1)];
}

type Content = RootContent | ElementContent;

/** The line of a node; what the step to HTML put in has none. */
const lineAt = (node: Content | undefined, otherwise: number): number =>
  (node?.position as { start?: { line: number } } | undefined)?.start?.line ?? otherwise;

function* blocksOf(nodes: readonly Content[], quoted: boolean, line: number): Generator<PlacedBlock> {
  let run: Content[] = [];
  const block = (kind: Block['kind'], parts: readonly (readonly Content[])[], from: number): PlacedBlock => ({
    kind,
    parts: parts.map((part) => normalise(plainText(part))),
    ...(quoted && { quoted: true }),
    from,
  });
  const endRun = function* () {
    const inline = block('paragraph', [run], lineAt(run[0], line));
    run = [];
    if (inline.parts[0] !== '') yield inline;
  };
  for (const node of nodes) {
    const from = lineAt(node, line);
    if (node.type !== 'element' || !BLOCKS.has(node.tagName)) {
      run.push(node);
      continue;
    }
    yield* endRun();
    const { tagName, children } = node;
    if (tagName === 'h2' || tagName === 'h3')
      yield block(tagName === 'h2' ? 'heading' : 'subheading', [children], from);
    else if (tagName === 'ul' || tagName === 'ol') {
      for (const item of elementsIn(node)) {
        const inner = [...blocksOf(item.children, quoted, lineAt(item, from))];
        for (const [at, one] of inner.entries())
          yield at === 0 && one.kind === 'paragraph' ? { ...one, kind: 'item' } : one;
      }
    } else if (tagName === 'table') {
      for (const row of rowsIn(node))
        yield block(
          'row',
          elementsIn(row).map((cell) => cell.children),
          lineAt(row, from),
        );
    } else if (tagName === 'blockquote' || tagName === 'div') {
      const marker = markerOf(node);
      if (marker !== undefined) yield { kind: 'callout', parts: [marker], quoted: true, from };
      yield* blocksOf(marker === undefined ? children : children.filter((child) => !isLabel(child)), true, from);
    } else {
      const one = block('paragraph', [children], from);
      if (one.parts[0] !== '') yield one;
    }
  }
  yield* endRun();
}

const BLOCKS = new Set(['p', 'pre', 'figure', 'h2', 'h3', 'ul', 'ol', 'table', 'blockquote', 'div', 'hr']);

const elementsIn = ({ children }: Element): Element[] => children.filter((child) => child.type === 'element');

const rowsIn = (table: Element): Element[] =>
  elementsIn(table).flatMap((part) => (part.tagName === 'tr' ? [part] : rowsIn(part)));

const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : [];

/** The kind of a callout, as its writer marked it. */
function markerOf(node: Element): string | undefined {
  const classes = classesOf(node);
  return classes.includes('callout') ? classes.at(-1)?.toUpperCase() : undefined;
}

/** Whether a node is the label of a callout, in the site's words. */
const isLabel = (node: Content): boolean => node.type === 'element' && classesOf(node).includes('label');

interface Fact {
  name: FactName;
  parts: readonly (string | When | undefined)[];
  at: Path;
  /** The section that it stands in, below its heading. */
  section?: string;
}

/**
 * What a page says: its title, the facts of its front matter, its text and its notes. `notes` are the words of each
 * note by its label, `ids` the ids of its headings in order.
 */
export function pageSaid<Name extends Recorded>(
  collection: Name,
  entry: Entry<Fields<Name>>,
  entries: Entries,
  {
    text,
    notes,
    ids,
  }: {
    text: readonly PlacedBlock[];
    notes: ReadonlyMap<string, { words: string; line: number }>;
    ids: readonly string[];
  },
): PlacedBlock[] {
  const facts = (FACTS_OF[collection] as (data: Fields<Name>, entries: Entries, id: string) => Fact[])(
    entry.data,
    entries,
    entry.id,
  ).filter(({ parts }) => parts.some((part) => part !== undefined && part !== ''));
  const toBlock = ({ name, parts, at }: Fact): PlacedBlock => ({
    kind: 'fact',
    name,
    parts: parts.map((part) => normalise(typeof part === 'string' ? part : (part?.edtf ?? ''))),
    from: at,
  });
  let heading = -1;
  return [
    { kind: 'title', parts: [normalise(entry.data.title)], from: ['title'] },
    ...facts.filter(({ section }) => section === undefined).map(toBlock),
    ...text.flatMap((block) => {
      const isHeading = block.kind === 'heading' || block.kind === 'subheading';
      const section = isHeading ? ids[(heading += 1)] : undefined;
      return section === undefined
        ? [block]
        : [block, ...facts.filter((fact) => fact.section === section).map(toBlock)];
    }),
    ...[...notes].map(([name, { words, line }]): PlacedBlock => ({
      kind: 'note',
      name,
      parts: [normalise(words)],
      from: line,
    })),
  ];
}

const fact = (name: FactName, at: string, ...parts: Fact['parts']): Fact => ({ name, parts, at: [at] });

type AnswerFields = Omit<Fields<'articles'>['answer'], 'brief' | 'then'>;

/** An answer, and the one that stood at the key moment. */
function answerFacts<One extends AnswerFields>(
  answer: One & { then?: One | undefined },
  textOf: (one: One) => string,
  at: Path,
  party = '',
): Fact[] {
  const read = (one: One, name: FactName): Fact => {
    const { status, date, by, sources: _sources, ...rest }: AnswerFields = one;
    allUsed(rest);
    return { name, parts: [party, status, date, by, textOf(one)], at };
  };
  return [read(answer, 'answer'), ...(answer.then ? [read(answer.then, 'answerThen')] : [])];
}

/** The facts of the files of each collection; a field that is new does not compile until it is one, or is left out. */
const FACTS_OF: { [Name in Recorded]: (data: Fields<Name>, entries: Entries, id: string) => Fact[] } = {
  explainers: ({
    title: _title,
    question,
    brief,
    brief_then,
    order: _order,
    later: _later,
    also: _also,
    moved: _moved,
    ...rest
  }) => {
    allUsed(rest);
    return [
      fact('question', 'question', question),
      fact('brief', 'brief', brief),
      fact('then', 'brief_then', brief_then),
    ];
  },
  drafts: ({ title: _title, official_title, short: _short, order: _order, date, bound: _bound, force, ...data }) => {
    const { source: _source, brief, also: _also, moved: _moved, ...rest } = data;
    allUsed(rest);
    return [
      fact('officialTitle', 'official_title', official_title),
      fact('date', 'date', date),
      fact('force', 'force', force),
      fact('brief', 'brief', brief),
    ];
  },
  articles: ({ title: _title, number: _number, brief, paragraphs, binds, answer, ...data }, { drafts }, articleId) => {
    const { also: _also, moved: _moved, ...rest } = data;
    allUsed(rest);
    const bound = drafts.find(({ id }) => id === articleId.split('/')[0])?.data.bound ?? {};
    const names = (ids: readonly string[]) => ids.map((id) => bound[id]?.name ?? id).join('; ');
    return [
      fact('brief', 'brief', brief),
      ...(Object.keys(paragraphs).length > 0 ? [] : [fact('binds', 'binds', names(binds))]),
      ...answerFacts(answer, (one) => one.brief, ['answer']),
      ...Object.entries(paragraphs).flatMap(([section, paragraph]) => {
        const { words, binds: those, demand: _demand, language: _language, source: _source, ...more } = paragraph;
        allUsed(more);
        const at: Path = ['paragraphs', section];
        return [
          ...words.map((part): Fact => ({ name: 'words', parts: [part], at, section })),
          { name: 'binds' as const, parts: [names(those)], at, section },
        ];
      }),
    ];
  },
  demands: (
    { title: _title, order: _order, asks, paragraphs: _paragraphs, positions, also: _also, ...rest },
    { story },
  ) => {
    allUsed(rest);
    return [
      fact('asks', 'asks', asks),
      ...story.parties.flatMap(({ id, name }) => {
        const position = Object.hasOwn(positions, id) ? positions[id] : undefined;
        return position ? answerFacts(position, ({ text }) => text, ['positions', id], name) : [];
      }),
    ];
  },
  timeline: ({ title: _title, date, place, strand: _strand, actors: _actors, brief, also: _also, ...rest }) => {
    allUsed(rest);
    return [fact('date', 'date', date), fact('place', 'place', place), fact('brief', 'brief', brief)];
  },
  glossary: ({ title: _title, kind: _kind, sort: _sort, aliases, also: _also, native, party: _party, ...data }) => {
    const { offices, definition, definition_then, cast, ...rest } = data;
    allUsed(rest);
    const names = [...(native ? [native.text] : []), ...aliases];
    return [
      ...(names.length > 0 ? [fact('names', 'aliases', names.join('; '))] : []),
      fact('definition', 'definition', definition),
      fact('then', 'definition_then', definition_then),
      ...offices.map(({ title, from, until, source: _source, ...more }, at): Fact => {
        allUsed(more);
        return { name: 'office', parts: [title, from, until], at: ['offices', at] };
      }),
      ...(cast ? [fact('cast', 'cast', cast.office, cast.did)] : []),
    ];
  },
  pictures: (data) => [fact('brief', 'brief', data.brief), ...picture(data)],
  pages: ({ title: _title, description: _description, also: _also, moved: _moved, ...rest }) => {
    allUsed(rest);
    return [];
  },
};

/** What a picture shows, entry by entry. */
function picture(data: Fields<'pictures'>): Fact[] {
  const entry = (name: FactName, field: string, parts: readonly Fact['parts'][]): Fact[] =>
    parts.map((one, at) => ({ name, parts: one, at: [field, at] }));
  if (data.kind === 'counts')
    return entry(
      'count',
      'entries',
      data.entries.map(({ date, counter, figure, said, counted, nature }) => [
        date,
        counter,
        said ?? [...new Set(figure)].join('–'),
        counted,
        nature,
      ]),
    );
  if (data.kind === 'hours')
    return entry(
      'hour',
      'entries',
      data.entries.map(({ date, what }) => [date, what]),
    );
  if (data.kind === 'spans')
    return data.rows.flatMap(({ name, about, spans }, at) =>
      spans.map(({ from, until, what }): Fact => ({
        name: 'span',
        parts: [name, about, from, until, what],
        at: ['rows', at],
      })),
    );
  // What these show is said by the events and the demands themselves.
  if (data.kind === 'events' || data.kind === 'answers') return [];
  return [
    ...entry(
      'joined',
      'joined',
      data.joined.map(({ date, states }) => [date, states.map(({ name }) => name).join('; ')]),
    ),
    ...entry(
      'group',
      'groups',
      data.groups.map(({ what, states }) => [what, states.map(({ name }) => name).join('; ')]),
    ),
    ...entry(
      'disputed',
      'disputed',
      data.disputed.map(({ name, text }) => [name, text]),
    ),
    ...entry(
      'places',
      'places',
      data.places.map(({ name }) => [name]),
    ),
  ];
}

/** Whether a file has a page whose words are recorded; the leads of lists are not. */
export const isRecorded = (collection: Collection, id: string): collection is Recorded =>
  (RECORDED as readonly string[]).includes(collection) && (collection !== 'pages' || id === 'home' || id === 'about');
