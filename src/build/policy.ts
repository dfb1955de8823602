import { createHash } from 'node:crypto';

/** The hashes that a content-security policy (https://www.w3.org/TR/CSP3/) needs to allow what is written into a page. */
export interface Inline {
  scripts: string[];
  styles: string[];
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts all style of a page into one element, so that one hash allows it. The order stays. */
export function joinStyles(html: string): string {
  const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map((match) => match[1] ?? '');
  if (styles.length < 2) return html;
  let first = true;
  return html.replace(/<style>[\s\S]*?<\/style>\s*/g, () => {
    const joined = first ? `<style>${styles.join('')}</style>` : '';
    first = false;
    return joined;
  });
}

/** The hashes of the scripts and styles in a page. Data such as JSON-LD does not run and needs none. */
export function inlineOf(html: string): Inline {
  const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].filter(
    ([, attributes = '']) => !/\bsrc=/.test(attributes) && !/type="application\//.test(attributes),
  );
  return {
    scripts: scripts.map(([, , text = '']) => hash(text)),
    styles: [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text = '']) => hash(text)),
  };
}

/** Whether a page has the search, which needs WebAssembly and asks for its index. */
export const hasSearch = (html: string): boolean => html.includes('data-index=');

/** A policy that allows only what is written here. `search` says that a page has the search. */
export function policyOf({ scripts, styles }: Inline, search: boolean): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...(search ? ["'wasm-unsafe-eval'"] : []), ...scripts].join(' ')}`,
    `style-src ${styles.join(' ') || "'none'"}`,
    "img-src 'self'",
    "font-src 'self'",
    ...(search ? ["connect-src 'self'", "worker-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${search ? "'self'" : "'none'"}`,
  ].join(';');
}

/** Writes the policy into the head of a page, before anything that it governs. */
export function withPolicy(html: string): string {
  const policy = policyOf(inlineOf(html), hasSearch(html));
  return html.replace(/<meta charset="utf-8"\s*\/?>/, (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`);
}

/** One policy for a whole site, to be sent as a header: what any of its pages needs. Each page's own is stricter. */
export function sitePolicy(pages: Iterable<string>): string {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const html of pages) {
    const inline = inlineOf(html);
    for (const one of inline.scripts) scripts.add(one);
    for (const one of inline.styles) styles.add(one);
  }
  return `${policyOf({ scripts: [...scripts].sort(), styles: [...styles].sort() }, true)};frame-ancestors 'none'`;
}
