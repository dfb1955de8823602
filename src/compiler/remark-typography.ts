import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { typeset } from '../story/typography.ts';

/** Keeps what belongs together on one line, in every text: `30 December` → `30&nbsp;December`. */
export function remarkTypography() {
  return (tree: Root) => {
    visit(tree, 'text', (node) => {
      node.value = typeset(node.value);
    });
  };
}
