import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { attribute, textOf, type BuiltPage } from './pages.ts';

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
/** Elements that load something when they are shown, or that change what addresses mean. */
const LOADING = set('iframe frame source video audio embed object track base applet portal');

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

/** Whether an element runs; structured data does not. */
const isScript = (element: Element): boolean =>
  element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json';
/** What a script is, whatever its site: its address or its text, without hashes of files. */
const scriptKey = (script: Element): string =>
  (attribute(script, 'src') ?? textOf(script)).replace(/\/assets\/[\w.-]+/g, '/assets/…');

/** The scripts of pages with harmless content. */
export const scriptsOf = (pages: readonly BuiltPage[]): Set<string> =>
  new Set(pages.flatMap(({ elements }) => elements.filter(isScript).map(scriptKey)));

/** What content got into a built page that runs, loads or paints. `own` are the scripts that every page may have. */
export function faultsOfPage({ html, elements }: BuiltPage, own: ReadonlySet<string>): string[] {
  const scripts = elements.filter(isScript);
  const styles = elements.filter(({ tagName }) => tagName === 'style').map(textOf);
  const count = (name: string) => elements.filter(({ tagName }) => tagName === name).length;
  return [
    ...faultsOfText(html),
    ...elements.flatMap(faultsOfElement),
    ...scripts.flatMap((script) => (own.has(scriptKey(script)) ? [] : [`runs ${scriptKey(script)}`])),
    ...styles.flatMap((css) => (/evil|display:none\}<|@import|url\((?!["']?\/)/.test(css) ? ['style of content'] : [])),
    ...['html', 'head', 'body', 'main'].flatMap((name) => (count(name) === 1 ? [] : [`${count(name)} <${name}>`])),
    ...faultsOfPolicy(elements, [
      ...styles,
      ...scripts.filter((script) => attribute(script, 'src') === undefined).map(textOf),
    ]),
  ];
}

function faultsOfElement(element: Element): string[] {
  const { tagName, properties } = element;
  const faults = Object.entries(properties).filter(
    ([name, value]) =>
      /^on|^style$|^srcDoc$/i.test(name) ||
      (/^(href|xLinkHref|src|action|formAction)$/.test(name) && !ADDRESS.test(String(value))),
  );
  const isRefresh = tagName === 'meta' && /refresh/i.test(attribute(element, 'httpEquiv') ?? '');
  const isForeignImage = tagName === 'img' && !OWN_IMAGE.test(attribute(element, 'src') ?? '');
  return [
    ...(LOADING.has(tagName) || isRefresh || isForeignImage ? [`holds <${tagName}>`] : []),
    ...faults.map(([name, value]) => `<${tagName} ${name}="${String(value)}">`),
  ];
}

/** The policy of a page allows the inline scripts and styles that it has, and no others. */
function faultsOfPolicy(elements: readonly Element[], inline: readonly string[]): string[] {
  const policies = elements.flatMap((element) =>
    attribute(element, 'httpEquiv') === 'content-security-policy' ? [attribute(element, 'content') ?? ''] : [],
  );
  const allowed = new Set(policies.join().match(/'sha256-[^']+'/g));
  const needed = new Set(inline.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`));
  const searches = elements.some((element) => attribute(element, 'dataIndex') !== undefined);
  return [
    ...(policies.length === 1 ? [] : [`has ${policies.length} policies`]),
    ...(!searches && policies.join().includes('wasm') ? ['allows what only the search needs'] : []),
    ...[...allowed].filter((hash) => !needed.has(hash)).map((hash) => `allows ${hash}, which it does not hold`),
    ...[...needed].filter((hash) => !allowed.has(hash)).map((hash) => `does not allow its own ${hash}`),
  ];
}
