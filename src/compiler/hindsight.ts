import type { Node, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isHindsight } from './remark-callouts.ts';

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
