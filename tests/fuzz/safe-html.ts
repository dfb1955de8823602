import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

const TEXT = new Set([
  'a',
  'abbr',
  'bdi',
  'blockquote',
  'br',
  'cite',
  'code',
  'del',
  'div',
  'em',
  'figure',
  'h2',
  'h3',
  'hr',
  'i',
  'li',
  'ol',
  'p',
  'pre',
  'q',
  'section',
  'span',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'time',
  'tr',
  'ul',
  'wbr',
]);
const PICTURE = [
  'svg',
  'g',
  'a',
  'title',
  'desc',
  'text',
  'tspan',
  'path',
  'line',
  'rect',
  'circle',
  'polyline',
  'polygon',
  'use',
  'defs',
  'clipPath',
  'pattern',
  'symbol',
  'marker',
];
/** All that a compiled text or a picture is made of. */
const ELEMENTS = new Set([...TEXT, ...PICTURE]);

/** Attributes of a text, by their names in HTML's syntax tree. */
const ATTRIBUTES = new Set([
  'href',
  'title',
  'lang',
  'dir',
  'className',
  'id',
  'role',
  'scope',
  'start',
  'ariaLabel',
  'ariaHidden',
  'dataHead',
  'dataCard',
  'dataParty',
  'dataPicture',
]);

/** An address that a page may lead to: of the site itself, or of the web or the post with all its parts. */
const ADDRESS = /^(\/(?![/\\])|#|https?:\/\/[^/?#\\\s]+|mailto:[^@\s]+@)/i;

const HIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/;

/** What is wrong with HTML or SVG that was made of content; nothing for what is safe to stand anywhere in a page. */
export function faultsOfHtml(html: string): string[] {
  const faults: string[] = [];
  const tree = fromHtml(html, { fragment: true, space: html.startsWith('<svg') ? 'svg' : 'html' });
  const ids = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'comment') faults.push(`a comment: ${node.value}`);
    if (node.type !== 'element') return;
    if (!ELEMENTS.has(node.tagName)) faults.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties))
      faults.push(...faultsOfAttribute(node, name, String(value)));
    const { id } = node.properties;
    if (id !== undefined && ids.has(String(id))) faults.push(`the id ${id} twice`);
    ids.add(String(id));
  });
  // What reads back as something else holds tags that open and never close, or close what was never open.
  if (!html.includes('<svg') && toHtml(tree, { characterReferences: { useNamedReferences: true } }) !== html)
    faults.push('it is not read as it is written');
  return [...faults, ...faultsOfText(html)];
}

function faultsOfAttribute({ tagName }: Element, name: string, value: string): string[] {
  if (name === 'href' || name === 'xLinkHref') return ADDRESS.test(value) ? [] : [`<${tagName}> leads to ${value}`];
  // Pictures have attributes without number; none of them may run, paint from elsewhere or bring its own style.
  const good =
    TEXT.has(tagName) && tagName !== 'a'
      ? ATTRIBUTES.has(name)
      : !/^(on.*|style|src.*)$/i.test(name) && (/^(aria|title$)/.test(name) || !/url\((?!#)/.test(value));
  return good ? [] : [`<${tagName} ${name}="${value}">`];
}

/** What is wrong with plain text that was made of content. */
export function faultsOfText(text: string): string[] {
  const hidden = HIDDEN.exec(text);
  return [
    ...(hidden
      ? [
          `the character U+${text.charCodeAt(hidden.index).toString(16)} near “${text.slice(Math.max(0, hidden.index - 20), hidden.index)}”`,
        ]
      : []),
    ...(text.isWellFormed() ? [] : ['half a character']),
  ];
}
