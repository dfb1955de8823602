import { directory, forKind, nameOf, type ForEachKind } from '../story/directory.ts';
import type { Story } from '../story/story.ts';

/** One search result. */
export interface SearchRecord {
  /** Its address from the root of the site. */
  address: string;
  title: string;
  /** What it is, in a word or two that the results show: “Event”. */
  kind: string;
  /** The text that is searched. */
  text: string;
}

/** One record for each section, article, event, term and so on; footnotes and navigation are not searched. */
export function searchRecords(story: Story): SearchRecord[] {
  return directory(story).flatMap((page) => {
    const found = forKind(FOUND, page, story);
    if (!found) return [];
    const { title = page.title, kind = nameOf(page.kind, story.words), lead = [] } = found;
    return [
      {
        address: page.address,
        title,
        kind,
        text: [page.title, ...lead, page.text?.plain ?? ''].join(story.words.punctuation.stop),
      },
    ];
  });
}

/** How the record of a page differs from what its title, kind and text say. */
interface Found {
  /** Its title in the list of results, if it is not that of the page. */
  title?: string;
  /** What it is, if that is not the name of its kind. */
  kind?: string;
  /** Texts of the page's head, such as its summary, which are searched before its text. */
  lead?: string[];
}

/** Pages that only list others, and explainers, whose sections are found one by one, have no record. */
const FOUND: ForEachKind<Found | undefined, [Story]> = {
  home: () => undefined,
  explainer: () => undefined,
  section: ({ item }, { words }) => ({ kind: words.explainers.sectionOf(item.explainer.title) }),
  drafts: () => undefined,
  draft: ({ item }) => ({ lead: [item.officialTitle, item.brief] }),
  article: ({ item }, { words }) => ({
    title: words.drafts.numbered(item.number, item.title),
    kind: item.draft.short,
    lead: [item.brief, item.answer.text],
  }),
  paragraph: ({ item }) => ({ kind: item.article.draft.short, lead: item.words }),
  positions: () => undefined,
  demand: ({ item }, { words }) => ({
    lead: [item.asks, ...item.positions.map(({ party, text }) => party.name + words.punctuation.colon + text)],
  }),
  timeline: () => undefined,
  event: ({ item }) => ({ lead: [item.when, item.place, item.brief] }),
  eventFilter: () => undefined,
  glossary: () => undefined,
  term: ({ item }) => ({
    lead: [...item.aliases, item.native?.text ?? '', item.definition, ...item.offices.map(({ title }) => title)],
  }),
  sources: () => undefined,
  sourceType: () => undefined,
  sourcePart: () => undefined,
  source: ({ item }) => ({ lead: [item.publisher.name, item.via?.name ?? ''] }),
  pictures: () => undefined,
  picture: () => ({}),
  changes: () => undefined,
  about: () => ({}),
  search: () => undefined,
  notFound: () => undefined,
};
