import type { Nodes, Parents, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

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

/** A node of a block with the words around it, as plain text without the marks of notes. */
export interface InSentence {
  node: Nodes;
  /** The sentence that it is in or, at its end, follows. */
  sentence: string;
  /** The sentence before that one, to which “he” or “they” may point. */
  before: string;
}

/** Each node of a block that is wanted, with its sentence. */
export function withSentences(block: Parents, isWanted: (node: Nodes) => boolean): InSentence[] {
  let text = '';
  const found: { node: Nodes; at: number }[] = [];
  visit(block, (node) => {
    if (isWanted(node))
      found.push({ node, at: node.type === 'footnoteReference' ? Math.max(0, text.length - 1) : text.length });
    if (node.type === 'footnoteReference') return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    return undefined;
  });
  const sentences = segmenter.segment(text);
  return found.map(({ node, at }) => {
    const own = sentences.containing(at);
    const before = own && own.index > 0 ? sentences.containing(own.index - 1)?.segment : undefined;
    return { node, sentence: (own?.segment ?? text).trim(), before: (before ?? '').trim() };
  });
}
