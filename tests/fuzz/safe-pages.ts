import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { attribute, textOf, type BuiltPage } from '../support/pages.ts';
import { faultsOfText } from './safe-html.ts';

const LOADING = [
  'img',
  'iframe',
  'frame',
  'source',
  'video',
  'audio',
  'embed',
  'object',
  'track',
  'base',
  'applet',
  'portal',
];
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What content got into a page that runs, loads or paints. `own` are the scripts of a page of harmless content, which
 * every page has: whatever else runs came from content.
 */
export function faultsOfPage({ html, elements }: BuiltPage, own: ReadonlySet<string>): string[] {
  const scripts = elements.filter(isScript);
  const styles = elements.filter(({ tagName }) => tagName === 'style');
  return [
    ...faultsOfText(html),
    ...elements.flatMap(faultsOfElement),
    ...scripts.filter((script) => !own.has(keyOf(script))).map((script) => `runs ${keyOf(script)}`),
    ...styles
      .map(textOf)
      .filter((css) => /evil|display:none\}<|@import|url\((?!["']?\/)/.test(css))
      .map(() => 'holds style of content'),
    ...faultsOfPolicy(elements, scripts, styles),
    ...(elements.filter(
      ({ tagName }) => tagName === 'html' || tagName === 'head' || tagName === 'body' || tagName === 'main',
    ).length === 4
      ? []
      : ['is not one page']),
  ];
}

/** Whether an element runs; structured data does not. */
export const isScript = (element: Element): boolean =>
  element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json';

/** What a script is, whatever letters its site has: its address, or its text, each without the hashes of files. */
export const keyOf = (script: Element): string =>
  (attribute(script, 'src') ?? textOf(script)).replace(/\/assets\/[\w.-]+/g, '/assets/…');

function faultsOfElement(element: Element): string[] {
  const faults = LOADING.includes(element.tagName) ? [`holds <${element.tagName}>`] : [];
  for (const [name, value] of Object.entries(element.properties)) {
    if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') faults.push(`<${element.tagName}> has ${name}`);
    const leads =
      name === 'href' || name === 'xLinkHref' || name === 'src' || name === 'action' || name === 'formAction';
    if (leads && !/^(\/(?!\/)|#|https?:\/\/|mailto:)/i.test(String(value)))
      faults.push(`<${element.tagName}> leads to ${String(value)}`);
  }
  if (element.tagName === 'meta' && attribute(element, 'httpEquiv')?.toLowerCase() === 'refresh')
    faults.push('leads away by itself');
  return faults;
}

/** The policy of a page allows the scripts and styles that it has, and no others. */
function faultsOfPolicy(
  elements: readonly Element[],
  scripts: readonly Element[],
  styles: readonly Element[],
): string[] {
  const policy = elements.flatMap((element) =>
    element.tagName === 'meta' && attribute(element, 'httpEquiv') === 'content-security-policy'
      ? [attribute(element, 'content') ?? '']
      : [],
  );
  const allowed = new Set(policy.join().match(/'sha256-[^']+'/g));
  const there = new Set(
    [...scripts.filter((script) => attribute(script, 'src') === undefined), ...styles].map((element) =>
      hash(textOf(element)),
    ),
  );
  const search = elements.some((element) => attribute(element, 'dataIndex') !== undefined);
  return [
    ...(policy.length === 1 ? [] : [`has ${policy.length} policies`]),
    ...[...allowed].filter((one) => !there.has(one)).map((one) => `allows ${one}, which it does not hold`),
    ...[...there].filter((one) => !allowed.has(one)).map((one) => `does not allow its own ${one}`),
    ...(!search && policy.join().includes('wasm') ? ['allows what only the search needs'] : []),
  ];
}
