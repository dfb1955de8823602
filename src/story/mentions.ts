import { addressOf, type Target } from './addresses.ts';
import { allSections } from './text.ts';
import type { Mention, Page, Source, Term } from './story.ts';

/** How to find what a text cites and names. */
export interface Finders {
  sourceOf: (id: string) => Source;
  termOf: (id: string) => Term;
}

/** A page with the file, or the section of a file, that it was made from. */
export interface Made {
  page: Page;
  target: Target;
}

/**
 * Joins the pages of a story by their links: each page gets the sources and terms of its text, and each thing the places
 * that mention it, in the order in which `pages` come. A page does not mention itself. `parts` are pages that repeat a
 * part of another, such as the paragraphs of an article: they are mentioned, and mention nothing.
 */
export function joinMentions(pages: readonly Made[], parts: readonly Made[], finders: Finders): void {
  const { sourceOf, termOf } = finders;
  const byAddress = new Map([...pages, ...parts].map(({ page, target }) => [addressOf(target), page]));
  for (const { page } of parts) joinPart(page, finders);
  const told = new Set<string>();
  for (const { page, target } of pages) {
    const { text } = page;
    page.cited = unique(text.notes.flatMap(({ sources }) => sources)).map(sourceOf);
    page.terms = unique(text.links.flatMap((link) => (link.target.collection === 'glossary' ? [link.target.id] : [])))
      .filter((id) => !(target.collection === 'glossary' && target.id === id))
      .map(termOf);
    const place = (section: string | undefined) => ({
      page,
      address: section === undefined ? page.address : `${page.address}#${section}`,
      section: allSections(text).find(({ id }) => id === section)?.title,
    });
    const mention = (address: string, section: string | undefined, sentence: string) => {
      const mentioned = byAddress.get(address);
      if (!mentioned || mentioned === page) return;
      const at = place(section);
      const key = [address, at.address, sentence].join('\n');
      if (!told.has(key)) mentioned.mentions.push({ ...at, sentence });
      told.add(key);
    };
    for (const { target: to, section, sentence } of text.links) {
      mention(addressOf({ collection: to.collection, id: to.id }), section, sentence);
      if (to.section !== undefined) mention(addressOf(to), section, sentence);
    }
    for (const { sources, uses, sentences } of text.notes) {
      for (const id of sources)
        uses.forEach((section, at) => mention(addressOf({ collection: 'sources', id }), section, sentences[at] ?? ''));
    }
  }
}

/** The same for pages that repeat a part of another, such as a section: they get sources and terms, and mention nothing. */
export function joinPart(part: Page, { sourceOf, termOf }: Finders): void {
  part.cited = unique(part.text.notes.flatMap(({ sources }) => sources)).map(sourceOf);
  part.terms = unique(
    part.text.links.flatMap(({ target }) => (target.collection === 'glossary' ? [target.id] : [])),
  ).map(termOf);
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Mentions by the page that they stand on, in their order. */
export function groupMentions(mentions: readonly Mention[]): { page: Page; mentions: Mention[] }[] {
  const groups = new Map<Page, Mention[]>();
  for (const mention of mentions) groups.set(mention.page, [...(groups.get(mention.page) ?? []), mention]);
  return [...groups].map(([page, own]) => ({ page, mentions: own }));
}
