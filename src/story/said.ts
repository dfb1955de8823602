import { segmenterOf } from './counting.ts';

/**
 * What a page said, as the ledger in `published/` keeps it: its title, the facts of its front matter, its text block by
 * block and its notes; words only, without links and marks. As Markdown it has a sentence on each line, so that a
 * difference can be read.
 */

/**
 * What each part of a fact is; what is no text is put into words only where it is shown. Names are added and never
 * taken out: the ledger has them.
 */
export const FACTS = {
  question: ['text'],
  brief: ['text'],
  definition: ['text'],
  asks: ['text'],
  /** A brief or a definition as it was at the key moment. */
  then: ['text'],
  officialTitle: ['text'],
  names: ['text'],
  date: ['date'],
  place: ['text'],
  force: ['text'],
  binds: ['text'],
  /** The operative words of a paragraph. */
  words: ['text'],
  office: ['text', 'date', 'date'],
  cast: ['text', 'text'],
  answer: ['text', 'status', 'date', 'text', 'text'],
  answerThen: ['text', 'status', 'date', 'text', 'text'],
  count: ['date', 'text', 'text', 'text', 'nature'],
  hour: ['date', 'text'],
  span: ['text', 'text', 'date', 'date', 'text'],
  joined: ['date', 'text'],
  disputed: ['text', 'text'],
  group: ['text', 'text'],
  places: ['text'],
} as const satisfies Record<string, readonly ('text' | 'date' | 'status' | 'nature')[]>;

export type FactName = keyof typeof FACTS;

/** A piece of what a page said. */
export interface Block {
  kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'item' | 'row' | 'fact' | 'note' | 'callout';
  /** Its words: one text, but for the cells of a row and the parts of a fact. A callout has its marker. */
  parts: readonly string[];
  /** The name of a fact, or the label of a note. */
  name?: string;
  /** Whether it is in a quotation or a callout. */
  quoted?: true;
}

/** Characters that the site puts between words, to keep lines and directions right; no writer may use them. */
const SET_BY_SITE = /[\u2060\u2066-\u2069\u200b]/gu;

/** Words as they are compared: letters with their accents, one plain space between words. */
export const normalise = (text: string): string =>
  text.normalize('NFC').replace(SET_BY_SITE, '').replace(/\s+/gu, ' ').trim();

/** The sentences of a text, as its language divides it, each with the space behind it. */
export const splitSentences = (text: string, language: string): string[] =>
  [...segmenterOf(language, 'sentence').segment(text)].map(({ segment }) => segment);

/** Whether two pages say the same. Where lines end says nothing: sentences may be found otherwise by a newer Node. */
export const saysTheSame = (one: readonly Block[], other: readonly Block[]): boolean =>
  one.length === other.length && one.every((block, at) => keyOf(block) === keyOf(other[at] as Block));

/** A text that two blocks share only if they say the same in the same form. */
export const keyOf = ({ kind, parts, name = '', quoted }: Block): string =>
  [kind, quoted ? 'quoted' : '', name, ...parts].join('\n');

const HEADINGS = { title: '# ', heading: '## ', subheading: '### ' } as const;

/** Blocks as Markdown. */
export function formatSaid(blocks: readonly Block[], language: string): string {
  let text = '';
  blocks.forEach((block, at) => {
    const before = blocks[at - 1];
    const isRun = before?.kind === block.kind && ['item', 'row', 'fact', 'note'].includes(block.kind);
    const quote = block.quoted ? '>' : '';
    if (before) text += isRun && before.quoted === block.quoted ? '' : before.quoted && block.quoted ? '>\n' : '\n';
    text += linesOf(block, language)
      .map((line) => (quote ? `${quote} ${line}` : line) + '\n')
      .join('');
    // A table begins with its heads, below which Markdown wants a line.
    if (block.kind === 'row' && !isRun) text += `${quote && '> '}|${'---|'.repeat(block.parts.length)}\n`;
  });
  return text;
}

function linesOf({ kind, parts, name = '' }: Block, language: string): string[] {
  const text = parts[0] ?? '';
  if (kind === 'callout') return [`[!${text}]`];
  if (kind === 'row') return [`| ${parts.map(escape).join(' | ')} |`];
  if (kind === 'fact') return [`- **${name}:** ${parts.map(escape).join(' | ')}`];
  if (kind in HEADINGS) return [HEADINGS[kind as keyof typeof HEADINGS] + escape(text)];
  const sentences = linesIn(text, language).map(escape);
  if (kind === 'item') return sentences.map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
  if (kind === 'note') return sentences.map((line, at) => (at === 0 ? `[^${name}]: ${line}` : `  ${line}`));
  return sentences;
}

/** A sentence on each line. A line ends where there is a space, so that nothing is lost when lines are joined again. */
function linesIn(text: string, language: string): string[] {
  const lines: string[] = [];
  for (const sentence of splitSentences(text, language))
    if (lines.length > 0 && !lines.at(-1)?.endsWith(' ')) lines.push(`${lines.pop() ?? ''}${sentence}`);
    else lines.push(sentence);
  return lines.map((line) => line.trim());
}

/** A backslash before what Markdown would take for a mark, anywhere or at the start of a line. */
const escape = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>#|]/g, String.raw`\$&`)
    .replace(/^[-+=~]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);

const unescape = (text: string): string => text.replace(/\\([\\`*_[\]<>#|\-+=~.)])/g, '$1');
const cells = (text: string): string[] => text.split(/(?<!(?<!\\)(?:\\\\)*\\)\|/).map((cell) => unescape(cell.trim()));

/** The title of a page in what `formatSaid` wrote of it. */
export const titleSaid = (text: string): string | undefined => parseSaid(text)?.[0]?.parts[0];

/** Reads what `formatSaid` wrote; undefined for a text that it would not write. */
export function parseSaid(text: string): Block[] | undefined {
  const blocks: Block[] = [];
  let open: (Block & { parts: string[] }) | undefined;
  const add = (block: Omit<Block, 'parts' | 'quoted'>, parts: string[], quoted: boolean) => {
    open = { ...block, parts, ...(quoted && { quoted: true as const }) };
    blocks.push(open);
  };
  for (const raw of text.split('\n')) {
    const quoted = raw.startsWith('>');
    const line = quoted ? raw.replace(/^> ?/, '') : raw;
    const [, marks = '', heading = ''] = /^(#{1,3}) (.*)$/.exec(line) ?? [];
    const fact = /^- \*\*(\w+):\*\* (.*)$/.exec(line);
    const note = /^\[\^([a-z0-9-]+)\]: (.*)$/.exec(line);
    const callout = /^\[!([A-Z]+)\]$/.exec(line);
    if (line === '') open = undefined;
    else if (/^\|(---\|)+$/.test(line)) continue;
    else if (marks)
      add(
        { kind: (['title', 'heading', 'subheading'] as const)[marks.length - 1] ?? 'title' },
        [unescape(heading)],
        quoted,
      );
    else if (callout) add({ kind: 'callout' }, [callout[1] ?? ''], quoted);
    else if (fact) {
      if (!Object.hasOwn(FACTS, fact[1] ?? '')) return undefined;
      add({ kind: 'fact', name: fact[1] ?? '' }, cells(fact[2] ?? ''), quoted);
    } else if (note) add({ kind: 'note', name: note[1] ?? '' }, [unescape(note[2] ?? '')], quoted);
    else if (line.startsWith('| ') && line.endsWith(' |')) add({ kind: 'row' }, cells(line.slice(2, -2)), quoted);
    else if (line.startsWith('- ')) add({ kind: 'item' }, [unescape(line.slice(2))], quoted);
    else if (open && (open.kind === 'paragraph' || line.startsWith('  '))) open.parts[0] += ` ${unescape(line.trim())}`;
    else add({ kind: 'paragraph' }, [unescape(line)], quoted);
  }
  return blocks[0]?.kind === 'title' ? blocks : undefined;
}
