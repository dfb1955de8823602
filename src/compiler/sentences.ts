import type { Nodes, Parents, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { segmenterOf } from '../story/counting.ts';

/** What a text is made of, each part with the id of the `h2` section that it is in. Runs after remarkHeadings. */
export function* childrenBySection(tree: Root): Generator<{ child: RootContent; section: string | undefined }> {
  let section: string | undefined;
  for (const child of tree.children) {
    if (child.type === 'heading' && child.depth === 2)
      section = (child.data?.hProperties as { id?: string } | undefined)?.id;
    yield { child, section };
  }
}

/** The innermost blocks of running text in a node: paragraphs and cells, notes left out. */
export function blocksOf(node: RootContent): Parents[] {
  const blocks: Parents[] = [];
  visit(node, (inner) => {
    if (inner.type === 'footnoteDefinition') return SKIP;
    if (inner.type !== 'paragraph' && inner.type !== 'tableCell') return undefined;
    blocks.push(inner);
    return SKIP;
  });
  return blocks;
}

/** A sentence of a block, as plain text without the marks of notes. */
export interface Sentence {
  text: string;
  /** The sentence before it, to which “he” or “they” may point. */
  before: string;
  /** Its links, and the marks of notes in it or right behind it. */
  nodes: Nodes[];
}

/** The sentences of a block, in order, as the language of the text divides it. */
export function sentencesOf(block: Parents, language: string): Sentence[] {
  let text = '';
  const found: { node: Nodes; at: number }[] = [];
  visit(block, (node) => {
    if (node.type === 'footnoteReference') found.push({ node, at: Math.max(0, text.length - 1) });
    if (node.type === 'link') found.push({ node, at: text.length });
    if (node.type === 'footnoteReference') return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    return undefined;
  });
  const segments = [...segmenterOf(language, 'sentence').segment(text)];
  if (segments.length === 0) return [{ text, before: '', nodes: found.map(({ node }) => node) }];
  return segments.map(({ segment, index }, at) => {
    const end = segments[at + 1]?.index ?? Infinity;
    return {
      text: segment.trim(),
      before: segments[at - 1]?.segment.trim() ?? '',
      nodes: found.filter((one) => one.at >= index && one.at < end).map(({ node }) => node),
    };
  });
}
