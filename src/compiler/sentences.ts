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

/** Each node of a block that is wanted, with the sentence that it stands in or, at its end, behind: plain text without marks of notes. */
export function withSentences(block: Parents, isWanted: (node: Nodes) => boolean): { node: Nodes; sentence: string }[] {
  let text = '';
  const found: { node: Nodes; at: number }[] = [];
  visit(block, (node) => {
    if (isWanted(node))
      found.push({ node, at: node.type === 'footnoteReference' ? Math.max(0, text.length - 1) : text.length });
    if (node.type === 'footnoteReference') return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') text += node.value;
    return undefined;
  });
  return found.map(({ node, at }) => ({
    node,
    sentence: (segmenter.segment(text).containing(at)?.segment ?? text).trim(),
  }));
}
