import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { forbiddenCharactersIn } from './characters.ts';
import { fault } from './faults.ts';

/**
 * Refuses characters that no text may hold where they are written as character references, such as `&#x202e;` and
 * `&zwj;`; characters written directly were found when the file was read (decode.ts).
 */
export function remarkCharacters() {
  return (tree: Root, file: VFile) => {
    const written = String(file);
    visit(tree, (node) => {
      const values = node.type === 'text' ? [node.value] : node.type === 'link' ? [node.url, node.title ?? ''] : [];
      const { start, end } = node.position ?? {};
      if (values.length === 0 || !written.slice(start?.offset, end?.offset).includes('&')) return;
      for (const { reason } of values.flatMap(forbiddenCharactersIn)) fault(file, reason, node);
    });
  };
}
