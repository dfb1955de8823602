import path from 'node:path/posix';
import type { Nodes, Root, Yaml } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { headingsOf } from '../../src/compiler/headings.ts';
import { readStoryFiles, type StoryFile } from '../../src/compiler/folder.ts';
import { targetOf } from '../../src/story/addresses.ts';
import type { Collection } from '../../src/story/page-kinds.ts';
import { storySite } from './sites.ts';

/** Fields of what readers type into the search, which no page shows. */
const UNSEEN = new Set(['also', 'synonyms']);

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A block of a text: a paragraph, a list item, or a row of a table with one line for each cell. */
export interface Passage {
  kind: 'paragraph' | 'row' | 'head' | 'heading';
  line: number;
  /** The id of the `h2` section; undefined before the first. */
  section: string | undefined;
  /** The kind of callout that it is in: DISPUTED or HINDSIGHT. */
  callout: string | undefined;
  /** Its words, without the marks of notes. */
  text: string;
  links: (Span & { path: string })[];
  bold: Span[];
  /** The labels of its notes, each with its place in the text. */
  notes: { at: number; label: string }[];
}

export interface Span {
  from: number;
  to: number;
}

/** One content file as its checks read it. */
export interface Text {
  path: string;
  collection: Collection | 'story';
  id: string;
  /** The fields of its front matter, as written. */
  fields: { name: string; text: string }[];
  passages: Passage[];
  /** The notes by label: their words, and the ids of the sources that they link. */
  notes: Map<string, { text: string; sources: string[] }>;
}

const files = readStoryFiles(storySite.story);
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm, { singleTilde: false }).freeze();

/** Every file of the story. */
export const texts = files
  .filter(({ path: name }) => /\.md$|^story\.yaml$/.test(name) && !name.startsWith('published/'))
  .map(readText);

/** Whether the files of each collection tell the story; one that is forgotten does not compile. */
const TELLS_STORY: Record<Collection, boolean> = {
  explainers: true,
  drafts: true,
  articles: true,
  demands: true,
  timeline: true,
  glossary: true,
  sources: false,
  pictures: true,
  pages: false,
  changes: false,
};

/** The files that tell the story and carry notes. */
export const cited = texts.filter(
  ({ collection, path: name }) => (collection !== 'story' && TELLS_STORY[collection]) || name === 'pages/home.md',
);

/** What a check found, with the place where the writer will find it. */
export const place = ({ path: name }: Text, { line }: Passage, fault: string): string => `${name}:${line} ${fault}`;

/** True for one of the versions that a disputed note lists. */
export const isVersion = ({ callout, bold: [first], text }: Passage): boolean =>
  callout === 'DISPUTED' &&
  first?.from === 0 &&
  text.slice(0, first.to).endsWith(':') &&
  !text.slice(0, first.to).endsWith('judgement:');

/** A text made up for the test of a check. */
export const sample = (markdown: string, name = 'explainers/sample.md'): Text => parseText(name, markdown);

function readText({ path: name, bytes }: StoryFile): Text {
  const source = new TextDecoder().decode(bytes);
  if (name !== 'story.yaml') return parseText(name, source);
  return {
    path: name,
    collection: 'story',
    id: 'story',
    fields: [...fieldsOf(parse(source))],
    passages: [],
    notes: new Map(),
  };
}

function parseText(name: string, source: string): Text {
  const tree = parser.parse(source);
  const yaml = tree.children.find((node): node is Yaml => node.type === 'yaml');
  const notes: Text['notes'] = new Map();
  visit(tree, 'footnoteDefinition', (node) => {
    const sources: string[] = [];
    visit(node, 'link', ({ url }) => void sources.push(path.basename(url, '.md')));
    notes.set(node.identifier, { text: toString(node), sources });
  });
  return {
    path: name,
    ...targetOf(name),
    fields: [...fieldsOf(yaml ? parse(yaml.value) : {})],
    passages: [...passagesOf(name, tree)],
    notes,
  };
}

function* fieldsOf(value: unknown, name = ''): Generator<{ name: string; text: string }> {
  if (typeof value === 'string' || typeof value === 'number') yield { name, text: String(value) };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      if (name !== '' || !UNSEEN.has(key)) yield* fieldsOf(inner, name === '' ? key : `${name}.${key}`);
}

function* passagesOf(name: string, tree: Root): Generator<Passage> {
  const ids = new Map(headingsOf(tree).map(({ heading, id }) => [heading as Nodes, id]));
  let section: string | undefined;
  for (const block of tree.children) {
    if (block.type === 'heading' && block.depth === 2) section = ids.get(block);
    const callout = block.type === 'blockquote' ? /^\[!(\w+)\]/.exec(toString(block))?.[1] : undefined;
    const found: Passage[] = [];
    visit(block, (node, at, parent) => {
      if (node.type === 'footnoteDefinition') return SKIP;
      const kind = node.type === 'tableRow' ? (parent?.type === 'table' && at === 0 ? 'head' : 'row') : node.type;
      if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'row' && kind !== 'head') return undefined;
      found.push({ kind, line: node.position?.start.line ?? 1, section, callout, ...wordsOf(name, node) });
      return SKIP;
    });
    yield* found;
  }
}

function wordsOf(name: string, block: Nodes): Pick<Passage, 'text' | 'links' | 'bold' | 'notes'> {
  const found: Pick<Passage, 'text' | 'links' | 'bold' | 'notes'> = { text: '', links: [], bold: [], notes: [] };
  const walk = (node: Nodes): void => {
    const from = found.text.length;
    if (node.type === 'footnoteReference') found.notes.push({ at: from, label: node.identifier });
    else if ('value' in node && node.type !== 'html')
      found.text += node.value.replace(/^\[!\w+\]\s*/, '').replaceAll('\n', ' ');
    else if ('children' in node) node.children.forEach(walk);
    const to = found.text.length;
    if (node.type === 'tableCell' && to > 0) found.text += '\n';
    if (node.type === 'strong') found.bold.push({ from, to });
    if (node.type === 'link' && !/^[a-z]+:/.test(node.url)) {
      const [file = '', section] = node.url.split('#');
      const target = file === '' ? name : path.join(path.dirname(name), file);
      found.links.push({ from, to, path: section === undefined ? target : `${target}#${section}` });
    }
  };
  walk(block);
  return found;
}
