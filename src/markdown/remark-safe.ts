import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fault } from './faults.ts';

/** The raw HTML that a text may hold: element, and the attributes it may have. */
const ALLOWED: Record<string, readonly string[]> = {
  abbr: ['title'],
  bdi: ['dir'],
  br: [],
  cite: [],
  i: ['lang'],
  q: ['lang'],
  span: ['lang', 'dir'],
  sub: [],
  sup: [],
  wbr: [],
};
const VOID = new Set(['br', 'wbr']);

/** Refuses raw HTML that is not on a short list, and takes out comments. */
export function remarkSafe() {
  return (tree: Root, file: VFile) => {
    const open: { name: string; node: Html }[] = [];
    visit(tree, 'html', (node) => {
      const text = node.value.replace(/<!--[\s\S]*?-->/g, '');
      node.value = text;
      const closing = /^<\/([a-z0-9]+)\s*>$/i.exec(text)?.[1]?.toLowerCase();
      if (closing !== undefined) {
        if (open.at(-1)?.name === closing) open.pop();
        else fault(file, `</${closing}> closes nothing that is open`, node);
        return;
      }
      const { children } = fromHtml(text, { fragment: true });
      for (const child of children) {
        if (child.type === 'element' && child.children.length === 0) check(child, node, file, open);
        else if (child.type !== 'text' || child.value.trim() !== '') refuse(text, node, file);
      }
      // Some elements vanish when they stand alone: a parser leaves out a cell without its table, for one.
      if (children.length === 0 && text.trim() !== '') refuse(text, node, file);
    });
    for (const { name, node } of open) fault(file, `<${name}> is never closed`, node);
  };
}

function check(element: Element, node: Html, file: VFile, open: { name: string; node: Html }[]): void {
  const { tagName, properties } = element;
  const attributes = ALLOWED[tagName];
  const extra = Object.keys(properties).find((name) => !attributes?.includes(name));
  if (!Object.hasOwn(ALLOWED, tagName) || !attributes) refuse(node.value, node, file);
  else if (extra !== undefined) fault(file, `<${tagName}> may not have the attribute “${extra}”`, node);
  else if (!VOID.has(tagName)) open.push({ name: tagName, node });
}

function refuse(text: string, node: Html, file: VFile): void {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  fault(file, `the HTML “${shown}” is not allowed; a text may use ${Object.keys(ALLOWED).join(', ')}`, node);
}
