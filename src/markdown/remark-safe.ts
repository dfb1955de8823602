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
const VOID = new Set(['br', 'wbr', 'img', 'input', 'hr', 'meta', 'link', 'base', 'embed', 'source']);

/** Refuses raw HTML that is not on a short list, and takes out comments. */
export function remarkSafe() {
  return (tree: Root, file: VFile) => {
    const open: { name: string; node: Html }[] = [];
    visit(tree, 'html', (node) => {
      node.value = node.value.replace(/<!--[\s\S]*?-->/g, '');
      if (node.value.trim() === '') return;
      const tag = /^<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>$/i.exec(node.value);
      const name = tag?.[2]?.toLowerCase() ?? '';
      if (!tag) refuse(node, file);
      else if (tag[1]) close(name, node, file, open);
      else {
        checkTag(name, node, file);
        if (!VOID.has(name)) open.push({ name, node });
      }
    });
    for (const { name, node } of open.filter((one) => isAllowed(one.name))) fault(file, `<${name}> is never closed`, node);
  };
}

function isAllowed(name: string): boolean {
  return Object.hasOwn(ALLOWED, name);
}

function checkTag(name: string, node: Html, file: VFile): void {
  if (!isAllowed(name)) {
    refuse(node, file);
    return;
  }
  const [element] = fromHtml(node.value, { fragment: true }).children;
  const attributes = element?.type === 'element' ? Object.keys(element.properties) : [];
  for (const attribute of attributes) {
    if (!ALLOWED[name]?.includes(attribute)) fault(file, `<${name}> may not have the attribute “${attribute}”`, node);
  }
}

function close(name: string, node: Html, file: VFile, open: { name: string; node: Html }[]): void {
  if (open.at(-1)?.name === name) open.pop();
  else if (isAllowed(name)) fault(file, `</${name}> closes nothing that is open`, node);
}

function refuse({ value, position }: Html, file: VFile): void {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  fault(file, `the HTML “${shown}” is not allowed; a text may use ${Object.keys(ALLOWED).join(', ')}`, position && { ...position.start });
}
