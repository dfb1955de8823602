import { readPages } from '../support/pages.ts';

/** One page of every kind that a built site has; of kinds with many pages the one with the longest HTML. */
export function pageOfEachKind(folder: string): { kind: string; address: string }[] {
  const longest = new Map<string, { address: string; size: number }>();
  for (const { address, html } of readPages(folder)) {
    const kind = kindOf(address);
    if (html.length > (longest.get(kind)?.size ?? 0)) longest.set(kind, { address, size: html.length });
  }
  return [...longest].map(([kind, { address }]) => ({ kind, address }));
}

function kindOf(address: string): string {
  const parts = address.split('/').filter(Boolean);
  const [first = 'home', second] = parts;
  if (first === 'drafts') return ['drafts', 'draft', 'article'][parts.length - 1] ?? 'drafts';
  if (first === 'timeline' && parts.length === 3) return 'part of the timeline';
  if (first === 'sources' && second && !/\d/.test(second)) return 'sources of a type';
  if (['positions', 'timeline', 'glossary', 'sources', 'pictures', 'changes'].includes(first))
    return second ? `one of ${first}` : first;
  if (['home', '404.html', 'about', 'search'].includes(first)) return first;
  return second ? 'section' : 'explainer';
}
