import { addressOf, type Target } from './addresses.ts';
import type { Mention, Page, Paragraph, Source, Term } from './story.ts';
import { allSections } from './text.ts';

/** How to find what a text cites and names. */
export interface ReferenceLookups {
  sourceOf: (id: string) => Source;
  termOf: (id: string) => Term;
  /** The paragraph of a document that a target is; undefined for any other section. */
  paragraphAt: (target: Target) => Paragraph | undefined;
}

/** A page with the file, or the section of a file, that it was made from. */
export interface PageOfTarget {
  page: Page;
  target: Target;
}

/**
 * Joins the pages of a story by their links, in place: each page gets the sources and terms of its text, and the places
 * that mention it, in the order of `pages`. A page does not mention itself. `parts` are pages that repeat a part of
 * another, such as the paragraphs of an article: other pages mention them, but their own links are not counted again.
 */
export function joinMentions(
  pages: readonly PageOfTarget[],
  parts: readonly PageOfTarget[],
  lookups: ReferenceLookups,
): void {
  const byAddress = new Map([...pages, ...parts].map(({ page, target }) => [addressOf(target), page]));
  for (const { page } of [...pages, ...parts]) joinReferences(page, lookups);
  const joined = new Set<string>();
  for (const { page } of pages) {
    const { text } = page;
    const titles = new Map(allSections(text).map(({ id, title }) => [id, title]));
    const mention = (to: Target, section: string | undefined, sentence: string, later: boolean) => {
      const mentioned = byAddress.get(addressOf(to));
      // An article does not mention its own paragraphs: whoever reads these has it open.
      if (!mentioned || mentioned === page || ('article' in mentioned && mentioned.article === page)) return;
      const address = section === undefined ? page.address : `${page.address}#${section}`;
      const key = [mentioned.address, address, sentence].join('\n');
      if (!joined.has(key))
        mentioned.mentions.push({
          page,
          address,
          section: titles.get(section ?? ''),
          sentence,
          later: page.later || later,
        });
      joined.add(key);
    };
    for (const { target: to, section, sentence, later } of text.links) {
      mention({ collection: to.collection, id: to.id }, section, sentence, later);
      if (to.section !== undefined) mention(to, section, sentence, later);
    }
    for (const { sources, paragraphs, uses, sentences, later } of text.notes) {
      const cited = sources.map((id): Target => ({ collection: 'sources', id }));
      // A note that names several paragraphs does not say which of them its sentence is about.
      if (paragraphs.length === 1) cited.push(...paragraphs);
      for (const to of cited)
        uses.forEach((section, at) => mention(to, section, sentences[at] ?? '', later[at] ?? false));
    }
  }
}

/** Gives a page the sources, terms and paragraphs of its text. */
export function joinReferences(part: Page, { sourceOf, termOf, paragraphAt }: ReferenceLookups): void {
  const { notes, links } = part.text;
  part.cited = unique(notes.flatMap(({ sources }) => sources)).map(sourceOf);
  const terms = links.flatMap(({ target }) => (target.collection === 'glossary' ? [target.id] : [])).map(termOf);
  part.terms = unique(terms).filter((term) => term !== part);
  const targets = [...links.map(({ target }) => target), ...notes.flatMap(({ paragraphs }) => paragraphs)];
  part.linkedParagraphs = unique(targets.flatMap((target) => paragraphAt(target) ?? []));
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

/** Mentions on one page, in its order. */
export interface MentionGroup {
  page: Page;
  mentions: Mention[];
}

/** Mentions by the page that holds them: explainers first, then by the number of mentions. */
export function groupMentions(mentions: readonly Mention[]): MentionGroup[] {
  const groups = [...Map.groupBy(mentions, ({ page }) => page)].map(([page, own]) => ({ page, mentions: own }));
  const rank = ({ page }: MentionGroup) => ('question' in page ? 0 : 1);
  return groups.toSorted((a, b) => rank(a) - rank(b) || b.mentions.length - a.mentions.length);
}

/**
 * The most telling mentions, one from each page, at most `most`; and the rest by page. A whole sentence tells more than
 * what stands in the cell of a table or in a heading.
 */
export function tellingMentions(
  mentions: readonly Mention[],
  most: number,
): { first: Mention[]; rest: MentionGroup[] } {
  const groups = groupMentions(mentions);
  const first = groups.slice(0, most).flatMap(({ mentions: own }) => own.find(isSentence) ?? own[0] ?? []);
  const rest = groups
    .map(({ page, mentions: own }) => ({ page, mentions: own.filter((one) => !first.includes(one)) }))
    .filter(({ mentions: left }) => left.length > 0);
  return { first, rest };
}

const isSentence = ({ sentence }: Mention) => /\p{Sentence_Terminal}\P{L}*$/u.test(sentence);
