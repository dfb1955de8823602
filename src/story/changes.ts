import type { Body } from './text.ts';
import { dayInWords, parseWhen } from './dates.ts';
import { pageAt } from './directory.ts';
import { CHANGE_KIND_NAMES } from './kinds.ts';
import type { Change, Explainer, Story } from './story.ts';
import { typeset } from './typography.ts';

/** A page or section that a change touches. */
export interface Touched {
  title: string;
  /** Where it stands in the whole page, from the root of the site. */
  address: string;
  /** The page that holds it alone, where there is one; else the same address. */
  alone: string;
}

/** What a change touches, in its order; empty when that is the whole site. */
export function touchedBy(change: Change, story: Story): Touched[] {
  if (change.touches === 'all') return [];
  return change.touches.map((address) => {
    const [path = '', id] = address.split('#');
    const page = pageAt(story, path);
    if (!page) return { title: address, address: '/', alone: '/' };
    if (id === undefined || !('page' in page)) return { title: page.title, address, alone: address };
    const section = page.page.body.sections.find((one) => one.id === id);
    const title = `${page.title}: ${section?.title ?? id}`;
    const own =
      page.kind === 'explainer'
        ? page.page.sections.find((one) => placesIn(page.page.body, one.id).includes(id))
        : undefined;
    return { title, address, alone: own ? `${own.address}${own.id === id ? '' : `#${id}`}` : address };
  });
}

/** The ids of an `h2` section of a text and of the sections in it. */
export function placesIn({ sections }: Pick<Body, 'sections'>, id: string): string[] {
  const from = sections.findIndex((one) => one.id === id);
  const next = sections.findIndex((one, at) => at > from && one.depth === 2);
  return sections.slice(from, next < 0 ? undefined : next).map((one) => one.id);
}

/** Whether a page was only published and never changed since. */
export function isFirst(changes: readonly Change[]): boolean {
  return changes.length === 1 && changes[0]?.kind === 'new';
}

/** “Corrected 24 May 2024”. */
export function changeInWords({ kind, day }: Change): string {
  let words = days.get(day);
  if (words === undefined) days.set(day, (words = dayInWords(parseWhen(day))));
  return typeset(`${CHANGE_KIND_NAMES[kind]} ${words}`);
}

// Every page tells its last change, and reading a date takes longer than all else in that line.
const days = new Map<string, string>();

/**
 * The reason for a change as HTML that can stand anywhere, since several stand on one page: its notes follow the text
 * instead of being numbered.
 */
export function reasonOf({ html, notes }: Body): string {
  const text = html.replace(/<sup[^>]*><a [^>]*role="doc-noteref".*?<\/sup>/gs, '');
  return notes.length === 0
    ? text
    : `${text}<p>Sources: ${notes.map((note) => note.html.replace(/\.$/, '')).join('; ')}.</p>`;
}

/**
 * An explainer with a line below the heading of each section that has changed: the last change that touches that
 * section alone. `link` makes a link of an address.
 */
export function withSectionChanges(explainer: Explainer, link: (address: string) => string): Explainer {
  let { html, sections } = explainer.body;
  for (const { id, depth } of sections) {
    const change = explainer.changes.find(
      ({ touches }) => touches !== 'all' && touches.includes(`${explainer.address}#${id}`),
    );
    const section = sections.find((one) => one.id === id);
    if (!change || !section) continue;
    const end = `</h${depth}>`;
    const at = html.indexOf(end, section.from) + end.length;
    const line = `<p class="meta changed"><time datetime="${change.day}">${changeInWords(change)}</time>: <a href="${link(`/changes/#${change.id}`)}">${escapeHtml(typeset(change.title))}</a></p>`;
    html = `${html.slice(0, at)}${line}${html.slice(at)}`;
    const moved = (offset: number) => (offset < at ? offset : offset + line.length);
    sections = sections.map((one) => ({ ...one, from: moved(one.from), to: moved(one.to) }));
  }
  return { ...explainer, body: { ...explainer.body, html, sections } };
}

/** Text as it may stand in HTML and XML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
