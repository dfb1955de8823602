import type { Nodes, Parents, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/** Finds the sentences of a text, by language. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })));
  return segmenter;
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

/** A node of a block with the words around it, as plain text without the marks of notes. */
export interface InSentence {
  node: Nodes;
  /** The sentence that it is in or, at its end, follows. */
  sentence: string;
  /** The sentence before that one, to which “he” or “they” may point. */
  before: string;
}

/** Each node of a block that is wanted, with its sentence as the language of the text divides it. */
export function withSentences(block: Parents, language: string, isWanted: (node: Nodes) => boolean): InSentence[] {
  let text = '';
  const found: { node: Nodes; at: number }[] = [];
  visit(block, (node) => {
    if (isWanted(node))
      found.push({ node, at: node.type === 'footnoteReference' ? Math.max(0, text.length - 1) : text.length });
    if (node.type === 'footnoteReference') return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    return undefined;
  });
  const sentences = segmenterOf(language).segment(text);
  return found.map(({ node, at }) => {
    const own = sentences.containing(at);
    const before = own && own.index > 0 ? sentences.containing(own.index - 1)?.segment : undefined;
    return { node, sentence: (own?.segment ?? text).trim(), before: (before ?? '').trim() };
  });
}
