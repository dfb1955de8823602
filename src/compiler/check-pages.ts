import { paragraphPopover, pathOf } from '../story/addresses.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { SOURCE_TYPES } from '../story/kinds.ts';
import { hint } from '../story/nearest.ts';
import { addressOfPage, kindOf, leadId, PAGE_KINDS, pageKinds, type Collection } from '../story/page-kinds.ts';
import { allSections, useId, type Text } from '../story/text.ts';
import type { FileWithLines } from './checking.ts';
import { fault } from './faults.ts';

/** The ids that a file of `pages/` may have: those of the pages that take a title and an introduction from it. */
export const LEADS = pageKinds.flatMap((kind) => {
  if (!kindOf(kind).lead) return [];
  const addresses =
    kind === 'sourceType' ? SOURCE_TYPES.map((type) => addressOfPage(kind, type)) : [PAGE_KINDS[kind].address];
  return addresses.map(leadId);
});

/** Ids that every page of a text may have of its own. */
const EVERYWHERE = [
  'page-top',
  'site-menu',
  'main',
  'page-contents',
  'contents-label',
  'notes',
  'page-sources',
  'mentions',
];

/** Ids that the pages of a collection have of their own beside those, so that no section may be called so. */
const OWN_IDS: Record<Collection, readonly string[]> = {
  // The pages of sections and paragraphs are below the page, where its versions are.
  explainers: [...EVERYWHERE, 'versions'],
  drafts: [...EVERYWHERE, 'articles', 'document'],
  articles: [...EVERYWHERE, 'versions'],
  demands: EVERYWHERE,
  timeline: [...EVERYWHERE, 'ribbon', 'ribbon-end'],
  glossary: [...EVERYWHERE, 'events'],
  sources: EVERYWHERE,
  pages: [...EVERYWHERE, 'ribbon', 'ribbon-end', 'explainers', 'explainers-label', 'drafts-label', 'people-label'],
  pictures: EVERYWHERE,
  changes: EVERYWHERE,
};

/**
 * Checks that each text fits the page that it is shown on: that there is such a page, that it has room for sections and
 * notes, and that no section has an id that the page needs for itself.
 */
export function checkPages(entries: Entries, filesByPath: ReadonlyMap<string, FileWithLines>): void {
  const parties = entries.story.parties.map(({ id }) => id);
  for (const collection of Object.keys(OWN_IDS) as Collection[]) {
    for (const { id, text, data } of entries[collection] as Entry<{ moved?: Record<string, string> }>[]) {
      const { file, lineOf } = filesByPath.get(pathOf({ collection, id })) ?? {};
      const report = (reason: string, line = 1) => file && fault(file, reason, { line });
      const isLead = collection === 'pages' && id !== 'home' && id !== 'about';
      const isShort = collection === 'changes' || (collection === 'pages' && id !== 'about');
      if (collection === 'pages' && !LEADS.includes(id))
        report(`no page of the site shows this text; a file here is one of ${LEADS.join(', ')}${hint(id, LEADS)}`);
      if (isShort && text.sections.length > 0)
        report(
          'this text is shown on a page with others and can have no headings',
          file?.data.lines?.get(text.sections[0]?.id ?? ''),
        );
      if (isLead && text.notes.length > 0)
        report('this text is shown above a list and can have no notes', file?.data.noteUses?.[0]?.line);
      if (
        (collection === 'sources' && (SOURCE_TYPES as readonly string[]).includes(id)) ||
        (collection === 'articles' && id.endsWith('/versions'))
      )
        report(`“${id}” is an address of the site itself; choose another name`);
      const taken = idsOn(collection, id, text, parties);
      for (const section of allSections(text))
        if (taken(section.id))
          report(
            `a section cannot have the address #${section.id}, which the page needs itself; give it another heading`,
            file?.data.lines?.get(section.id),
          );
      for (const old of Object.keys(data.moved ?? {}))
        if (taken(old)) report(`moved: the page needs the address #${old} itself`, lineOf?.(['moved', old]));
    }
  }
}

/**
 * Tells whether the page of a text uses an id for itself: for its parts, its notes and what they cite, its pictures.
 */
function idsOn(
  collection: Collection,
  page: string,
  { notes, links }: Text,
  parties: readonly string[],
): (id: string) => boolean {
  const ids = new Set([
    ...OWN_IDS[collection],
    ...(collection === 'demands' ? parties : []),
    `${page}-wide`,
    `${page}-narrow`,
  ]);
  for (const { label, sources, uses } of notes) {
    for (const id of [`note-${label}`, `n-${label}`, ...sources.map((source) => `s-${source}`)]) ids.add(id);
    uses.forEach((_, at) => ids.add(useId(label, at + 1)));
  }
  for (const { target } of links) {
    ids.add(`term-${target.id}`);
    if (target.collection === 'articles') ids.add(`term-${paragraphPopover(target)}`);
  }
  return (id) => ids.has(id);
}
