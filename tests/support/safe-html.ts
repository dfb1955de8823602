import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

const set = (names: string) => new Set(names.split(' '));

/** All that a compiled text is made of. */
const TEXT_ELEMENTS = set(
  'a abbr bdi blockquote br cite code del div em figcaption figure h2 h3 hr i li ol p pre q section span strong sub ' +
    'sup table tbody td th thead time tr ul wbr',
);
const TEXT_ATTRIBUTES = /^(title|lang|dir|className|id|role|scope|start|aria\w+|data\w+)$/;
const PICTURE_ELEMENTS = set(
  'svg g a title desc text tspan path line rect circle polyline polygon use defs clipPath pattern symbol marker',
);

/** An image or a picture of the site itself. */
const OWN_IMAGE = /^\/([\w-]+\/)*(images|pictures|assets)\/[\w./-]+$/;

/** An address that a page may lead to: of the site itself, or of the web or the post with all its parts. */
const ADDRESS = /^(\/(?![/\\])|#|https?:\/\/[^/?#\\\s]+|mailto:[^@\s]+@)/i;
const HIDDEN = /(?![\t\n])\p{Cc}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/u;
/** The site's own marks around words of another direction (story/typography.ts), opened and closed. */
const ISOLATED = /\u2068([^\u2066-\u2069]*)\u2069/gu;
/** What JavaScript writes for a value that is missing or no number. */
const NO_VALUE = /undefined|NaN|Infinity|\[object \w+\]/;

/** What is wrong with plain text that was made of content. */
export function faultsOfText(text: string): string[] {
  const hidden = HIDDEN.exec(text.replace(ISOLATED, '$1'));
  const code = hidden?.[0].charCodeAt(0).toString(16);
  return [
    ...(hidden ? [`U+${code} after “${text.slice(Math.max(0, hidden.index - 20), hidden.index)}”`] : []),
    ...(text.isWellFormed() ? [] : ['half a character']),
    ...(NO_VALUE.exec(text) ?? []),
  ];
}

/** What is wrong with HTML or SVG that was made of content; nothing for what may be put anywhere in a page. */
export function faultsOfHtml(html: string): string[] {
  const tree = fromHtml(html, { fragment: true, space: html.startsWith('<svg') ? 'svg' : 'html' });
  const faults = faultsOfText(html);
  const ids = new Set<unknown>();
  visit(tree, (node) => {
    if (node.type === 'comment') faults.push(`a comment: ${node.value}`);
    if (node.type !== 'element') return;
    const { tagName, properties } = node;
    if (!TEXT_ELEMENTS.has(tagName) && tagName !== 'img' && !PICTURE_ELEMENTS.has(tagName)) faults.push(`<${tagName}>`);
    for (const [name, value] of Object.entries(properties))
      if (!isSafe(tagName, name, String(value))) faults.push(`<${tagName} ${name}="${String(value)}">`);
    if (properties['id'] !== undefined && ids.has(properties['id'])) faults.push(`the id ${properties['id']} twice`);
    ids.add(properties['id']);
  });
  // What is written back differently has tags that are never closed, or closes some that were never open.
  if (!html.includes('<svg') && toHtml(tree, { characterReferences: { useNamedReferences: true } }) !== html)
    faults.push('it is not read as it is written');
  return faults;
}

/** Pictures have attributes without number; none of them may run, load, paint from elsewhere or bring its own style. */
function isSafe(tagName: string, name: string, value: string): boolean {
  if (name === 'href' || name === 'xLinkHref') return ADDRESS.test(value);
  if (tagName === 'img') return name === 'alt' || (name === 'src' && OWN_IMAGE.test(value));
  if (TEXT_ELEMENTS.has(tagName) && tagName !== 'a') return TEXT_ATTRIBUTES.test(name);
  return !/^(on.*|style|src.*)$/i.test(name) && (/^(aria|title$)/.test(name) || !/url\((?!#)/.test(value));
}
