import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isByReference, targetOfLink } from './remark-links.ts';

/**
 * Keeps the text of an explainer as its writer wrote it, for those who read Markdown. It is cut at the addresses of its
 * links to content, which are those of the site: every second part is one. Runs right after remarkLinks.
 *
 * `See [Ada](../glossary/ada.md).` → `['See [Ada](', '/glossary/ada/', ').']`
 */
export function remarkCopy() {
  return (tree: Root, file: VFile) => {
    if (file.data.target?.collection !== 'explainers') return;
    const text = String(file);
    const parts: string[] = [];
    let from = tree.children[0]?.position?.start.offset ?? text.length;
    visit(tree, (node) => {
      const { start, end } = node.position ?? {};
      if (node.type !== 'link' && node.type !== 'definition' && node.type !== 'image') return;
      if (
        isByReference(node) ||
        !(targetOfLink(node) || node.type === 'image') ||
        start?.offset === undefined ||
        end?.offset === undefined
      )
        return;
      const isLink = node.type !== 'definition';
      const behind = isLink ? text.lastIndexOf('](', end.offset) + 2 : text.indexOf(']:', start.offset) + 2;
      const open = behind + (isLink ? 0 : (/^\s*/.exec(text.slice(behind, end.offset))?.[0].length ?? 0));
      const [written = ''] = /^[^\s)]*/.exec(text.slice(open, end.offset)) ?? [];
      parts.push(text.slice(from, open), node.url);
      from = open + written.length;
    });
    file.data.copy = [...parts, `${text.slice(from).trimEnd()}\n`];
  };
}
