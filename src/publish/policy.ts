import { createHash } from 'node:crypto';

/** The hashes that a content-security policy (https://www.w3.org/TR/CSP3/) needs to allow what is written into a page. */
export interface Inline {
  scripts: string[];
  styles: string[];
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The inside of a tag: attributes, of which a value may hold anything, also what looks like a tag. */
const INSIDE = String.raw`(?:[^>"']|"[^"]*"|'[^']*')*`;
/** Whatever begins with an angle: a comment, a style or script with its text, or any other tag. Goes through a page from its beginning. */
const TAGS = new RegExp(
  String.raw`<!--[\s\S]*?-->|<(style|script)\b(${INSIDE})>([\s\S]*?)</\1>\s*|<[a-z/!]${INSIDE}>`,
  'gi',
);

/** Puts all style of a page into one element, so that one hash allows it. The order stays. */
export function joinStyles(html: string): string {
  const styles = [...html.matchAll(TAGS)].flatMap(([, name, , text = '']) => (name === 'style' ? [text] : []));
  if (styles.length < 2) return html;
  let first = true;
  return html.replace(TAGS, (whole, name?: string) => {
    if (name !== 'style') return whole;
    const joined = first ? `<style>${styles.join('')}</style>` : '';
    first = false;
    return joined;
  });
}

/** The hashes of the scripts and styles in a page. Data such as JSON-LD does not run and needs none. */
export function inlineOf(html: string): Inline {
  const inline: Inline = { scripts: [], styles: [] };
  for (const [, name, attributes = '', text = ''] of html.matchAll(TAGS)) {
    if (name === 'style') inline.styles.push(hash(text));
    if (name === 'script' && !/\bsrc=|type="application\//.test(attributes)) inline.scripts.push(hash(text));
  }
  return inline;
}

/** Whether a page has the search, which needs WebAssembly and asks for its index. */
export function hasSearch(html: string): boolean {
  // Few pages have the words at all, and a look at every tag takes time.
  return (
    html.includes(' data-index=') &&
    [...html.matchAll(TAGS)].some(([tag]) => /^<[^>]* data-index=/.test(tag.replace(/"[^"]*"|'[^']*'/g, '')))
  );
}

/** A policy that allows only what is written here. `search` says that a page has the search. */
export function policyOf({ scripts, styles }: Inline, search: boolean): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...(search ? ["'wasm-unsafe-eval'"] : []), ...scripts].join(' ')}`,
    `style-src ${styles.join(' ') || "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    // Every page may ask this site for data: tools that judge a page read robots.txt as the page.
    "connect-src 'self'",
    ...(search ? ["worker-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${search ? "'self'" : "'none'"}`,
  ].join(';');
}

/** Writes the policy into the head of a page, before anything that it governs; `inline` is what the page has written into it. */
export function withPolicy(html: string, inline = inlineOf(html)): string {
  const policy = policyOf(inline, hasSearch(html));
  return html.replace(
    /<meta charset="utf-8"\s*\/?>/,
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
  );
}

/** One policy for a whole site, to be sent as a header: what any of its pages needs. Each page's own is stricter. */
export function sitePolicy(pages: Iterable<Inline>): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const inline of pages) {
    for (const one of inline.scripts) scripts.add(one);
    for (const one of inline.styles) styles.add(one);
  }
  return `${policyOf({ scripts: [...scripts].sort(), styles: [...styles].sort() }, true)};frame-ancestors 'none'`;
}
