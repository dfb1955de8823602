import type {
  Data,
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Paragraph,
  Parents,
  Root,
  RootContent,
  Text as TextNode,
} from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { pathOf, type Target } from '../story/addresses.ts';
import type { PartyColour } from '../story/kinds.ts';
import { hint } from '../story/nearest.ts';
import { useId, type Note } from '../story/text.ts';
import { typeset } from '../story/typography.ts';
import { languages, wordsOf, type Words } from '../words/words.ts';
import type { NoteUse, StoryIndex } from './context.ts';
import { fault } from './faults.ts';
import { laterNodes } from './hindsight.ts';
import { targetOfLink } from './remark-links.ts';
import { blocksOf, childrenBySection, sentencesOf } from './sentences.ts';
import { serialise } from './serialise.ts';

/**
 * Takes the notes out of the text and leaves numbered marks. Runs after remarkLinks.
 *
 * `It rained.[^paper]` with `[^paper]: [Evening Paper](../sources/paper.md), page 3.` →
 * `It rained.<sup><a href="#note-paper" id="ref-paper" role="doc-noteref">1</a></sup>`
 *
 * Beside its sources a note may link the paragraphs of documents that it means.
 *
 * A note that begins `According to <party> only:`, in the words of its language, is the word of that side alone.
 */
export function remarkNotes() {
  return (tree: Root, file: VFile) => {
    const { index } = file.data;
    if (!index) throw new Error('remarkNotes needs the index of the story');
    const definitions = takeDefinitions(tree, file);
    const notes = new Map<string, Note>();
    const places = new Map<Nodes, Omit<NoteUse, 'label' | 'line'> & { sentence: string }>();
    const uses: NoteUse[] = [];
    const heads = headsOfCells(tree);
    const later = laterNodes(tree);
    // Several changes stand on one page, where numbers would clash: their sources follow the text instead.
    const listed = file.data.target?.collection === 'changes';
    for (const { child, section } of childrenBySection(tree)) {
      for (const block of blocksOf(child)) {
        let until = '';
        let links: Target[] = [];
        for (const { text, before, nodes } of sentencesOf(block, index.words.language)) {
          const context = [before, text, ...(heads.get(block) ?? [])].join(' ');
          until = `${until} ${text}`;
          links = [...links, ...nodes.flatMap((node) => targetOfLink(node) ?? [])];
          for (const node of nodes) places.set(node, { sentence: text, context, until, links });
        }
      }
      visit(child, 'footnoteReference', (node, at, parent) => {
        const definition = definitions.get(node.identifier);
        if (!definition) return undefined;
        const note = notes.get(node.identifier) ?? toNote(definition, notes.size + 1, file, index);
        notes.set(node.identifier, note);
        note.uses.push(section);
        note.later.push(later.has(node));
        const { sentence, ...place } = places.get(node) ?? { sentence: '', context: '', until: '', links: [] };
        note.sentences.push(sentence);
        uses.push({ label: note.label, line: node.position?.start.line ?? 1, ...place });
        if (listed) {
          parent?.children.splice(at ?? 0, 1);
          return [SKIP, at ?? 0];
        }
        mark(node, note, parent?.children[(at ?? 0) - 1]);
        return undefined;
      });
    }
    // Of the mark that should use it the writer is told already.
    for (const [label, definition] of definitions)
      if (file.data.meant?.has(label) && !notes.has(label))
        notes.set(label, toNote(definition, notes.size + 1, file, index));
    checkLabels(definitions, notes, file);
    if (listed && notes.size > 0)
      tree.children.push(
        sourcesOf(
          [...notes.keys()].map((label) => definitions.get(label)),
          index.words,
        ),
      );
    file.data.notes = [...notes.values()];
    file.data.notesSaid = new Map(
      [...notes.keys()].map((label) => {
        const definition = definitions.get(label);
        return [label, { words: toString(definition), line: definition?.position?.start.line ?? 1 }];
      }),
    );
    file.data.noteUses = uses;
  };
}

/** Every note is used, and none has a label that is also the address of another use of another note. */
function checkLabels(
  definitions: ReadonlyMap<string, FootnoteDefinition>,
  notes: ReadonlyMap<string, Note>,
  file: VFile,
): void {
  for (const [label, definition] of definitions)
    if (!notes.has(label)) fault(file, `the note [^${label}] is defined but no text uses it`, definition);
  for (const [label, definition] of definitions) {
    const other = [...notes.values()].find(
      (note) => note.label !== label && note.uses.some((_, at) => useId(note.label, at + 1) === useId(label, 1)),
    );
    if (other)
      fault(
        file,
        `the note [^${label}] has the address of another use of [^${other.label}]; give it another label`,
        definition,
      );
  }
}

/** The words at the head of the row and the column of each cell in the tables of a text. */
function headsOfCells(tree: Root): Map<Parents, string[]> {
  const heads = new Map<Parents, string[]>();
  visit(tree, 'table', ({ children: [top, ...rows] }) => {
    const columns = top?.children.map((cell) => toString(cell)) ?? [];
    for (const { children } of rows)
      children.forEach((cell, at) => heads.set(cell, [columns[at] ?? '', children[0] ? toString(children[0]) : '']));
  });
  return heads;
}

function takeDefinitions(tree: Root, file: VFile): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node, at, parent) => {
    const label = node.identifier;
    if (definitions.has(label)) fault(file, `the note [^${label}] is defined twice`, node);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(label))
      fault(file, `the note [^${label}] needs a label of the letters a to z, digits and single hyphens`, node);
    definitions.set(label, node);
    parent?.children.splice(at ?? 0, 1);
    return [SKIP, at ?? 0];
  });
  return definitions;
}

function toNote(definition: FootnoteDefinition, number: number, file: VFile, index: StoryIndex): Note {
  const label = definition.identifier;
  const [paragraph, more] = definition.children;
  if (more || paragraph?.type !== 'paragraph') fault(file, `the note [^${label}] must be one paragraph`, definition);
  const sources: string[] = [];
  const paragraphs: Target[] = [];
  // A link that leads nowhere is told of already: what it should have led to may be a source.
  let isLost = false;
  visit(definition, (node) => {
    const target = targetOfLink(node);
    if (target?.collection === 'articles') {
      const known = index.paragraphs.get(pathOf(target)) ?? [];
      if (known.length > 0 && (target.section === undefined || !known.includes(target.section)))
        fault(file, `the note [^${label}] must name a paragraph of ${pathOf(target)}, such as #${known[0]}`, node);
      paragraphs.push(target);
    } else if (target?.collection === 'sources') {
      sources.push(target.id);
      // The page lists the sources of its notes, each with all that a reader needs to judge it.
      if (node.type === 'link' && file.data.target?.collection !== 'changes') node.url = `#s-${target.id}`;
    } else if (node.type === 'link' && /^[^:]*\.md(?:#|$)/.test(node.url)) isLost = true;
    else if (node.type === 'link')
      fault(file, `the note [^${label}] may link sources and paragraphs of documents only`, node);
    if (node.type === 'footnoteReference') fault(file, `the note [^${label}] holds another note`, node);
  });
  if (sources.length === 0 && !isLost) fault(file, `the note [^${label}] links no source`, definition);
  const { claim, claimedBy } = index.words.texts;
  const claimant = claim.exec(toString(definition))?.[1];
  const party = claimant === undefined ? undefined : index.parties.get(claimant);
  if (claimant !== undefined && party === undefined)
    fault(
      file,
      `the note [^${label}] names “${claimant}”, which is no party of the story${hint(claimant, index.parties.keys())}`,
      definition,
    );
  const opening = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined;
  const claimed = opening?.type === 'text' ? claim.exec(opening.value)?.[0] : undefined;
  if (claimant !== undefined && claimed === undefined)
    fault(
      file,
      `the note [^${label}] must begin with “${claimedBy(claimant)}” in plain words, without links and marks`,
      definition,
    );
  else if (claimant === undefined && nearlyClaims(beforeLink(paragraph), index))
    fault(
      file,
      `the note [^${label}] gives its claim to one side in other words than these: “${claimedBy('…')}”`,
      definition,
    );
  else if (party && opening?.type === 'text' && claimed !== undefined && paragraph?.type === 'paragraph')
    markClaim(paragraph, opening, claimed, party.colour);
  return {
    label,
    number,
    html: innerHtml(paragraph, index.words),
    sources,
    paragraphs,
    ...(party && { claimedBy: party.id }),
    uses: [],
    later: [],
    sentences: [],
  };
}

/** The words of a note before its first link, which are its writer's own. */
function beforeLink(paragraph: RootContent | undefined): string {
  const children = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const link = children.findIndex(({ type }) => type === 'link' || type === 'linkReference');
  return toString({ type: 'paragraph', children: link < 0 ? children : children.slice(0, link) });
}

/**
 * Whether a note gives a claim to one party in other words than those that are read: it begins like them, has those of
 * another language or a verb that takes a side, or names a party before its first colon with another word in place of
 * those, “By Brack:”.
 */
function nearlyClaims(head: string, { words, parties }: StoryIndex): boolean {
  const { claim, claimedBy } = words.texts;
  const [begin = '', end = ''] = claimedBy('\0').split('\0');
  const [, lead = ''] = /^([^:：]*)[:：]/u.exec(head) ?? [];
  // “According to the minutes of May” gives nothing to a party.
  const mayName = lead !== '' || [...parties.keys()].some((name) => head.includes(name));
  if (begin !== '' && head.toLowerCase().startsWith(begin.toLowerCase()) && mayName) return true;
  const isElsewhere = (tag: string) => {
    const { claim: its, takesSide } = wordsOf(tag).texts;
    return its.test(head) || takesSide.test(head);
  };
  if (languages.some(isElsewhere)) return true;
  const own = begin.toLowerCase().split(' ');
  const [, ...others] = lead.split(' ');
  const named = others.filter((word) => !own.includes(word.toLowerCase())).join(' ');
  return parties.has(claim.exec(`${begin}${named}${end}`)?.[1] ?? '');
}

/** Sets the opening words of a one-sided note, “According to … only:”, in the colour of that side. */
function markClaim(paragraph: Paragraph, opening: TextNode, words: string, colour: PartyColour): void {
  opening.value = opening.value.slice(words.length);
  paragraph.children.unshift({
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['party'], dataParty: colour } },
    children: [{ type: 'text', value: words }],
  });
}

/** The notes of a text as one paragraph, “Sources: …; ….”, for a text whose notes have no place of their own. */
function sourcesOf(definitions: readonly (FootnoteDefinition | undefined)[], { texts, punctuation }: Words): Paragraph {
  const paragraphs = definitions.flatMap((definition) => {
    const [paragraph] = definition?.children ?? [];
    return paragraph?.type === 'paragraph' ? [paragraph] : [];
  });
  for (const { children } of paragraphs) {
    const last = children.at(-1);
    if (last?.type === 'text') last.value = last.value.replace(/\.$/, '');
  }
  const listed = paragraphs.flatMap(({ children }, at) => [
    { type: 'text' as const, value: at === 0 ? texts.sources : punctuation.semicolon },
    ...children,
  ]);
  return { type: 'paragraph', children: [...listed, { type: 'text', value: punctuation.end }] };
}

const fromRaw = rehypeRaw();

function innerHtml(paragraph: RootContent | undefined, words: Words): string {
  const element = paragraph?.type === 'paragraph' ? toHast(paragraph, { allowDangerousHtml: true }) : undefined;
  if (element?.type !== 'element') return '';
  // Notes are out of the tree when its words are set.
  visit(element, 'text', (node) => void (node.value = typeset(node.value, words)));
  return serialise(fromRaw({ type: 'root', children: element.children }, new VFile()));
}

/** The type that a reference gets, so that the step to HTML no longer takes it for a footnote. */
const MARK = 'noteMark';

/** Makes a numbered mark of a reference. `before` is what stands before it: after another mark there is a comma. */
function mark(node: FootnoteReference, note: Note, before: Nodes | undefined): void {
  const link = {
    type: 'element' as const,
    tagName: 'a',
    properties: { href: `#note-${note.label}`, id: useId(note.label, note.uses.length), role: 'doc-noteref' },
    children: [{ type: 'text' as const, value: String(note.number) }],
  };
  node.data = { hName: 'sup', hChildren: [link] };
  Object.assign(node, { type: MARK });
  if ((before?.type as string | undefined) !== MARK || !before?.data) return;
  // Each leaves room for the other, so that both stand together and are large enough to touch.
  addClass(before.data, 'followed');
  addClass(node.data, 'next');
  node.data.hChildren = [{ type: 'text', value: ', ' }, link];
}

function addClass(data: Data, name: string): void {
  const names = data.hProperties?.['className'];
  data.hProperties = { ...data.hProperties, className: [...(Array.isArray(names) ? names : []), name] };
}
