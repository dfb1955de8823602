import { isUnspaced, wordsIn } from '../words/unspaced.ts';
import { dayInWords, dayOfYear, isDayLike, isoDay, type When } from '../story/dates.ts';
import {
  directory,
  forKind,
  nameOf,
  type ForEachKind,
  type NamedKind,
  type PageOfKind,
  type SitePage,
} from '../story/directory.ts';
import { leadId } from '../story/page-kinds.ts';
import type { Story, Term } from '../story/story.ts';
import { typeset } from '../story/typography.ts';

/** One page that the search can find. */
export interface SearchRecord {
  /** Its address from the root of the site. */
  address: string;
  /** What the results call it; no two pages are called the same. */
  title: string;
  /** What it is, in a few words that the results show: “Event, 30 December 2021”. */
  kind: string;
  /** What the results say of it, unless they show words of its text. */
  brief: string;
  /** The same as it was at the key moment, where that was something else. */
  then?: string | undefined;
  /** All that it is called: a query that is one of these names the page. */
  names: string[];
  /** What else its head says. */
  more: string[];
  /** What the page is called that it is a part of. */
  within: string[];
  /** How much it counts among others that match as well: 1 is ordinary. */
  weight: number;
  /** Whether it is there to explain things: explainers and their sections. */
  explains?: boolean | undefined;
  /** Whether it is about what came after the key moment. */
  later?: boolean | undefined;
  /** Its text, which Pagefind searches. */
  text: string;
}

/** What the script of the search page loads; browser/search-ranking.ts says how it is used. */
export interface SearchPages {
  pages: Omit<SearchRecord, 'text'>[];
  same: string[][];
  words: string;
}

/** The records of all pages that can be found, sources left out: a reader asks for those apart. */
export const pageRecords = (story: Story): SearchRecord[] => recordsOf(story, ({ kind }) => kind !== 'source');

/** The records of sources. */
export const sourceRecords = (story: Story): SearchRecord[] => recordsOf(story, ({ kind }) => kind === 'source');

function recordsOf(story: Story, isWanted: (page: SitePage) => boolean): SearchRecord[] {
  const records = directory(story)
    .filter(isWanted)
    .flatMap((page) => {
      const found = forKind(FOUND, page, story);
      if (!found) return [];
      const { title = page.title, names = [], later, ...more } = found;
      const { also = [], later: isLater } = (page.item ?? {}) as { also?: readonly string[]; later?: boolean };
      return [
        {
          more: [],
          within: [],
          weight: 1,
          text: page.kind === 'section' ? withoutTitle(page.text?.plain ?? '', page.title) : (page.text?.plain ?? ''),
          ...more,
          later: (later ?? isLater) || undefined,
          address: page.address,
          title,
          names: unique([page.title, title, ...names, ...also]).filter(Boolean),
        },
      ];
    });
  return unlike(records);
}

/** A text without the heading that it begins with, which the results show above it. */
const withoutTitle = (text: string, title: string) => (text.startsWith(title) ? text.slice(title.length).trim() : text);

/** Gives those records that are called the same what they are into their titles, and their addresses if need be. */
function unlike(records: SearchRecord[]): SearchRecord[] {
  let result = records;
  for (const more of ['kind', 'address'] as const) {
    const titles = Map.groupBy(result, ({ title }) => title.toLowerCase());
    result = result.map((record) =>
      (titles.get(record.title.toLowerCase())?.length ?? 0) > 1
        ? { ...record, title: `${record.title} (${record[more]})` }
        : record,
    );
  }
  return result;
}

/** What the script of the search page loads of some records. */
export function searchPages(story: Story, records: readonly SearchRecord[]): SearchPages {
  return {
    pages: records.map(({ text: _text, ...page }) => page),
    same: sameNames(story),
    words: vocabularyOf(records.map(({ text }) => text)),
  };
}

/** Names of the same party or entry, and the synonyms of the story, of which each finds the others. */
function sameNames({ parties, terms, synonyms }: Story): string[][] {
  const ofParties = parties.map(({ name, short, also, term }) => [
    ...[name, short, ...also],
    ...terms.filter(({ id }) => id === term.id).map(({ title }) => title),
  ]);
  const ofTerms = terms.map((term) =>
    term.kind === 'person' ? [term.title, ...surnames(term)] : [term.title, ...term.aliases, ...native(term)],
  );
  return [...ofParties, ...ofTerms, ...synonyms].map((group) => unique(group)).filter((group) => group.length > 1);
}

const native = ({ native: name }: Term): string[] => (name ? [name.text] : []);

/** What a person is called in short: names of one word, and the last word of the name in its own script. */
function surnames({ kind, sort, aliases, ...term }: Term): string[] {
  if (kind !== 'person') return [];
  const [first = ''] = sort.split(',');
  return unique([
    ...(sort.includes(',') ? [first] : []),
    ...aliases.filter((alias) => !alias.includes(' ')),
    ...native(term as Term).map((name) => name.split(' ').at(-1) ?? name),
  ]);
}

/** All words of some texts, each once, in an order that compresses well. */
function vocabularyOf(texts: readonly string[]): string {
  const words = texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? []).flatMap(wordsIn);
  return unique(words.filter((word) => word.length > 2 || isUnspaced(word)))
    .sort()
    .join(' ');
}

const unique = <One>(items: readonly One[]): One[] => [...new Set(items)];

/** What a record says of a page, beside what follows from its title and text. */
interface Found {
  title?: string;
  kind: string;
  brief: string;
  then?: string | undefined;
  names?: string[];
  more?: string[];
  within?: string[];
  weight?: number;
  explains?: boolean;
  later?: boolean;
  text?: string;
}

/**
 * A page that lists things is found by its names, and says what its introduction says to search engines; put back to
 * the key moment, only what every story says of such a list, since its own words may know more.
 */
const list =
  (description: (words: Story['words']) => string) =>
  ({ kind, address }: PageOfKind<NamedKind>, { pages, words, moment }: Story): Found => {
    const lead = pages.get(leadId(address));
    return {
      kind: nameOf(kind, words),
      brief: lead?.description ?? description(words),
      then: lead && moment && description(words),
      names: [nameOf(kind, words), ...(lead?.also ?? [])],
      weight: 0.8,
    };
  };

/** A date as readers type it: with its year and without. */
function daysOf(when: When, words: Story['words']): string[] {
  const whole = dayInWords(when, words);
  const { from, to } = when;
  const isDay = isDayLike(from) && (!to || isoDay(to) === isoDay(from));
  return isDay ? [whole, dayOfYear(when, words)] : [whole];
}

/** How each kind of page is found. Pages that only repeat parts of others, and tools, are not. */
const FOUND: ForEachKind<Found | undefined, [Story]> = {
  home: () => undefined,
  explainer: ({ item }, { words }) => ({
    kind: words.pageKinds.explainer.name,
    brief: item.brief,
    then: item.briefThen,
    names: item.question === undefined ? [] : [item.question],
    weight: 1.4,
    explains: true,
    text: [item.question ?? '', item.brief].join(' '),
  }),
  section: ({ item }, { words }) => ({
    title: words.explainers.sectionIn(item.explainer.title, item.title),
    kind: words.pageKinds.section.name,
    brief: item.description,
    within: [item.explainer.title, item.explainer.question ?? ''],
    weight: 1.25,
    explains: true,
  }),
  drafts: list(({ drafts }) => drafts.description),
  draft: ({ item }, { words }) => ({
    kind: words.pageKinds.draft.name,
    brief: item.brief,
    names: [item.officialTitle, item.short],
    within: [words.pageKinds.drafts.name],
    more: daysOf(item.date, words),
  }),
  article: ({ item }, { words }) => {
    const name = words.drafts.article(item.number);
    return {
      title: words.explainers.sectionIn(item.draft.short, words.drafts.articleHeading(item.number, item.title)),
      kind: words.pageKinds.article.name,
      brief: item.brief,
      names: [name, words.drafts.articleOf(item.number, item.draft.short)],
      more: [item.answer.text],
      within: [item.draft.title, words.pageKinds.drafts.name],
    };
  },
  paragraph: ({ item, title }, { words }) => ({
    title: words.explainers.sectionIn(item.article.draft.short, title),
    kind: words.pageKinds.paragraph.name,
    brief: item.description,
    names: [`${item.article.draft.short} ${title}`],
    more: item.words,
    within: [item.article.title],
    weight: 0.6,
    later: item.article.later,
  }),
  positions: list(({ positions }) => positions.description),
  demand: ({ item, title }, { words }) => ({
    title: words.pageKinds.demand.name + words.punctuation.colon + title,
    kind: words.pageKinds.positions.name,
    brief: item.asks,
    more: item.positions.map(({ party, text }) => party.name + words.punctuation.colon + text),
    weight: 1.1,
  }),
  timeline: list(({ timeline }) => timeline.description),
  event: ({ item }, { words }) => ({
    kind: typeset(words.search.dated(words.pageKinds.event.name, dayInWords(item.date, words)), words),
    brief: item.brief,
    names: daysOf(item.date, words),
    more: [item.when, item.place, item.strand?.name ?? '', ...item.actors.map(({ title }) => title)],
  }),
  eventFilter: () => undefined,
  glossary: list(({ glossary }) => glossary.description),
  term: ({ item }, { words, parties }) => ({
    kind: words.search.dated(words.pageKinds.term.name, words.kinds.terms[item.kind].one),
    brief: item.definition,
    then: item.definitionThen,
    names: [
      ...item.aliases,
      ...native(item),
      ...surnames(item),
      ...parties.flatMap(({ name, short, also, term }) => (term.id === item.id ? [name, short, ...also] : [])),
    ],
    more: [item.cast?.office ?? '', item.cast?.did ?? '', ...item.offices.map(({ title }) => title)],
  }),
  sources: list(({ sources }) => sources.description),
  sourceType: () => undefined,
  sourcePart: () => undefined,
  source: ({ item }, { words }) => ({
    kind: typeset(words.search.dated(item.publisher.name, item.date ? dayInWords(item.date, words) : ''), words),
    brief: item.description,
    more: [item.publisher.name, item.via?.name ?? '', item.date ? dayInWords(item.date, words) : ''],
  }),
  pictures: list(({ pictures }) => pictures.description),
  picture: ({ item }, { words }) => ({
    kind: words.kinds.pictures[item.kind],
    brief: item.brief,
    weight: 0.9,
  }),
  changes: (page, story) => ({ ...list(({ changes }) => changes.description)(page, story), later: true }),
  about: ({ item }, { words }) => item && { kind: words.pageKinds.about.name, brief: item.description, weight: 0.8 },
  versions: () => undefined,
  version: () => undefined,
  all: () => undefined,
  search: () => undefined,
  notFound: () => undefined,
};
