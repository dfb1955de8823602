import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { typeset } from '../story/typography.ts';

/** Keeps what belongs together on one line, as the language has it: `30 December` → `30&nbsp;December`. */
export function remarkTypography() {
  return (tree: Root, file: VFile) => {
    const { index } = file.data;
    if (!index) throw new Error('remarkTypography needs the index of the story');
    visit(tree, 'text', (node) => {
      node.value = typeset(node.value, index.words);
    });
  };
}
