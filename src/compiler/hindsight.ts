import type { Blockquote, Node, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** Whether a node is a note on what was known only later; made before or after remarkCallouts has run. */
export function isHindsight(node: { type: string } | undefined): boolean {
  if (node?.type !== 'blockquote') return false;
  const quote = node as Blockquote;
  const classes = quote.data?.hProperties?.['className'];
  return (Array.isArray(classes) && classes.includes('hindsight')) || toString(quote).startsWith('[!HINDSIGHT]');
}

/**
 * Everything in a text that was only known after the key moment: what stands in a `[!HINDSIGHT]` note, and sections
 * whose first block is one. Whoever quotes a sentence from elsewhere asks whether it is among these.
 */
export function laterNodes(tree: Root): ReadonlySet<Node> {
  const later = new Set<Node>();
  const addAll = (node: Node) => visit(node, (inner) => void later.add(inner));
  let laterFrom = Infinity;
  tree.children.forEach((child, at) => {
    if (child.type === 'heading' && child.depth <= laterFrom)
      laterFrom = isHindsight(tree.children[at + 1]) ? child.depth : Infinity;
    if (laterFrom < Infinity) addAll(child);
  });
  visit(tree, 'blockquote', (quote) => {
    if (isHindsight(quote)) addAll(quote);
  });
  return later;
}
