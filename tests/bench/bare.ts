import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'mdast-util-to-string';

/** What plain HTML keeps; every other element is taken away around its words. */
const KEPT = new Set([
  'h1',
  'h2',
  'h3',
  'p',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'caption',
  'blockquote',
  'a',
  'b',
  'strong',
  'em',
  'i',
  'sup',
  'br',
  'main',
  'nav',
]);
/** What shows no words. */
const WORDLESS = new Set(['script', 'style', 'template', 'noscript']);

/**
 * The bare control of a page: the words that it shows as plain HTML, without style and script. What is hidden until
 * it is
 * asked for is left out; a drawing is its words in a paragraph, of two shapes of one drawing only the first.
 */
export function barePage(html: string): string {
  const tree = fromHtml(html);
  const title = find(tree, 'title');
  const body = find(tree, 'body');
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title ? toString(title) : ''}</title>`;
  return `${head}<body>${toHtml({ type: 'root', children: body ? plain(body.children) : [] })}</body></html>`;
}

function find(node: Root | RootContent, tagName: string): Element | undefined {
  if (node.type === 'element' && node.tagName === tagName) return node;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

function plain(children: readonly RootContent[]): ElementContent[] {
  let drawn = false;
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element' || WORDLESS.has(child.tagName)) return [];
    const { tagName, properties, children: inner } = child;
    if (properties['popover'] !== undefined || properties['hidden'] !== undefined) return [];
    if (tagName === 'svg') {
      const words = drawn ? '' : toString(child).replace(/\s+/g, ' ').trim();
      drawn = true;
      return words === ''
        ? []
        : [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: words }] }];
    }
    if (!KEPT.has(tagName)) return plain(inner);
    return [
      {
        type: 'element',
        tagName,
        properties: tagName === 'a' && properties['href'] ? { href: properties['href'] } : {},
        children: plain(inner),
      },
    ];
  });
}
