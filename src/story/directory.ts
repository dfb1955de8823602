import type { Words } from '../words/words.ts';
import { DATA_SETS } from './addresses.ts';
import { dayInWords, parseWhen } from './dates.ts';
import { eventFilters, type EventFilter } from './filters.ts';
import { groupSources, partsOfSources, type SourceGroup, type SourcePart } from './groups.ts';
import { datesPages } from './kinds.ts';
import { addressOfPage, kindOf, leadId, PAGE_KINDS, pageKinds, type KindWith, type PageKind } from './page-kinds.ts';
import type {
  Article,
  Change,
  Demand,
  Draft,
  Event,
  Explainer,
  History,
  Page,
  Paragraph,
  Picture,
  SectionPage,
  ShownText,
  Source,
  Story,
  Term,
  Version,
} from './story.ts';

/** What a page of each kind is about; pages that list things are about all of them. */
interface ItemOf {
  home: Story;
  explainer: Explainer;
  section: SectionPage;
  drafts: readonly Draft[];
  draft: Draft;
  article: Article;
  paragraph: Paragraph;
  positions: readonly Demand[];
  demand: Demand;
  timeline: readonly Event[];
  event: Event;
  eventFilter: EventFilter;
  glossary: readonly Term[];
  term: Term;
  sources: readonly Source[];
  sourceType: SourceGroup;
  sourcePart: SourcePart;
  source: Source;
  pictures: readonly Picture[];
  picture: Picture;
  changes: readonly Change[];
  about: Page | undefined;
  all: Story;
  versions: History;
  version: { history: History; version: Version; before: Version | undefined };
  search: Story;
  notFound: Story;
}

/** A page of a kind. */
export interface PageOfKind<Kind extends PageKind> {
  kind: Kind;
  item: ItemOf[Kind];
  /** From the root of the site. */
  address: string;
  title: string;
  /** The changes that show on it, the newest first. */
  changes: readonly Change[];
  /** Its text, where it has one of its own. */
  text?: ShownText;
}

/** A page of the site, whatever its kind, with what it is about. */
export type SitePage = { [Kind in PageKind]: PageOfKind<Kind> }[PageKind];

/** A function for each kind of page: a kind that is forgotten does not compile. */
export type ForEachKind<Result, More extends readonly unknown[] = []> = {
  [Kind in PageKind]: (page: PageOfKind<Kind>, ...more: More) => Result;
};

/** Calls the function for the kind of a page. */
export function forKind<Result, More extends readonly unknown[]>(
  functions: ForEachKind<Result, More>,
  page: SitePage,
  ...more: More
): Result {
  return (functions[page.kind] as (page: SitePage, ...more: More) => Result)(page, ...more);
}

/** Makes all pages of a kind. */
type PagesOf<Kind extends PageKind> = (story: Story) => Omit<PageOfKind<Kind>, 'kind'>[];

const ownPage = <Item extends Page>(item: Item) => ({
  item,
  address: item.address,
  title: item.title,
  changes: item.changes,
  text: item.text,
});

/** The page of a list, which is there only if the list holds something. */
const ifAny = <One>(list: readonly unknown[], page: () => One): One[] => (list.length > 0 ? [page()] : []);

/** A page that lists things, called by its kind. */
const listing = <Item>(kind: NamedKind, story: Story, item: Item, listed: readonly Page[]) =>
  listingAt(PAGE_KINDS[kind].address, nameOf(kind, story.words), story, item, listed);

/** A page that lists things. Its changes are those of its introduction and of what it lists. */
function listingAt<Item>(
  address: string,
  title: string,
  { pages, changes }: Story,
  item: Item,
  listed: readonly Page[],
) {
  const introduction = pages.get(leadId(address));
  const touched = new Set([...listed, ...(introduction ? [introduction] : [])].flatMap((page) => page.changes));
  return {
    item,
    address,
    title: introduction?.title ?? title,
    changes: changes.filter((change) => touched.has(change)),
  };
}

const PAGES: { [Kind in PageKind]: PagesOf<Kind> } = {
  home: (story) => [
    {
      item: story,
      address: PAGE_KINDS.home.address,
      title: story.title,
      changes: story.changes.filter(datesPages),
    },
  ],
  explainer: ({ explainers }) => explainers.map(ownPage),
  section: ({ explainers }) => explainers.flatMap(({ sections }) => sections.map(ownPage)),
  drafts: (story) =>
    ifAny(story.drafts, () =>
      listing(
        'drafts',
        story,
        story.drafts,
        story.drafts.flatMap((draft) => [draft, ...draft.articles]),
      ),
    ),
  draft: ({ drafts }) => drafts.map(ownPage),
  article: ({ drafts }) => drafts.flatMap(({ articles }) => articles.map(ownPage)),
  paragraph: ({ drafts }) =>
    drafts.flatMap(({ articles }) => articles.flatMap(({ paragraphs }) => paragraphs.map(ownPage))),
  positions: (story) => ifAny(story.demands, () => listing('positions', story, story.demands, story.demands)),
  demand: ({ demands }) => demands.map(ownPage),
  timeline: (story) => ifAny(story.events, () => listing('timeline', story, story.events, story.events)),
  event: ({ events }) => events.map(ownPage),
  eventFilter: (story) =>
    eventFilters(story).flatMap(({ filters }) =>
      filters.map((filter) =>
        listingAt(
          filter.address,
          story.words.timeline.part(nameOf('timeline', story.words), filter.title),
          story,
          filter,
          filter.events,
        ),
      ),
    ),
  glossary: (story) => ifAny(story.terms, () => listing('glossary', story, story.terms, story.terms)),
  term: ({ terms }) => terms.map(ownPage),
  sources: (story) => ifAny(story.sources, () => listing('sources', story, story.sources, story.sources)),
  sourceType: (story) =>
    groupSources(story).map((group) =>
      listingAt(addressOfPage('sourceType', group.type), group.name, story, group, group.sources),
    ),
  sourcePart: (story) =>
    groupSources(story).flatMap((group) =>
      partsOfSources(group).map((part) =>
        listingAt(part.address, story.words.sources.part(group.name, part.letters), story, part, part.sources),
      ),
    ),
  source: ({ sources }) => sources.map(ownPage),
  pictures: (story) => ifAny(story.pictures, () => listing('pictures', story, story.pictures, story.pictures)),
  picture: ({ pictures }) => pictures.map(ownPage),
  changes: (story) =>
    ifAny(story.changes, () => ({
      ...listing('changes', story, story.changes, []),
      changes: story.changes.filter(datesPages),
    })),
  about: ({ pages }) => {
    const about = pages.get('about');
    return about ? [ownPage(about)] : [];
  },
  versions: ({ histories, words }) =>
    histories.map((item) => ({ item, address: item.address, title: words.versions.of(item.title), changes: [] })),
  version: ({ histories, words }) =>
    histories.flatMap((history) =>
      history.versions.map((version, at) => ({
        item: { history, version, before: history.versions[at + 1] },
        address: version.address,
        title: words.versions.on(history.title, dayInWords(parseWhen(version.day), words)),
        changes: [],
      })),
    ),
  all: (story) => (story.explainers.length > 1 ? [listing('all', story, story, story.explainers)] : []),
  search: (story) => [{ ...listing('search', story, story, []), changes: story.changes.filter(datesPages).slice(-1) }],
  notFound: (story) => [listing('notFound', story, story, [])],
};

/** The words of a language for a kind of page in the navigation. */
interface KindWords {
  name: string;
  /** What the navigation calls it, if that is another word. */
  navigation?: string;
}

/** The kinds of page that are called something; the others are called by what they are about. */
export type NamedKind = keyof Words['pageKinds'];

/** What a kind of page is called where a reader sees it: above its list, in search and on cards. */
export function nameOf(kind: NamedKind, words: Words): string {
  return words.pageKinds[kind].name;
}

/** Every page of the site, kind after kind. Addresses that moved are not among them. */
export function directory(story: Story): readonly SitePage[] {
  return [...byAddress(story).values()];
}

/** The page at an address, or undefined when the directory has none there. */
export function pageAt(story: Story, address: string): SitePage | undefined {
  return byAddress(story).get(address);
}

/** The pages that show only one part of a page: sections of an explainer, paragraphs of an article. */
export function ownPagesOf(page: SitePage): readonly Page[] {
  if (page.kind === 'explainer') return page.item.sections;
  return page.kind === 'article' ? page.item.paragraphs : [];
}

/** The pages above a page and the page itself, from the front page down. */
export function trailOf(story: Story, page: SitePage): SitePage[] {
  const above = aboveOf(story, page);
  return [...(above ? trailOf(story, above) : []), page];
}

/** The page above a page: the one of the kind above whose address its own begins with. */
function aboveOf(story: Story, { kind, address }: SitePage): SitePage | undefined {
  const { above } = kindOf(kind);
  if (above === undefined) return undefined;
  const parts = PAGE_KINDS[above].address.split('/').length;
  return pageAt(story, [...address.split('/').slice(0, parts - 1), ''].join('/'));
}

/** The kinds in the navigation for which the story has pages, each with where it leads. */
export function navigation(story: Story): { kind: PageKind; address: string; name: string }[] {
  // A kind in the navigation without a word in words/en.ts does not compile here.
  const names: Record<KindWith<'navigation'>, KindWords> = story.words.pageKinds;
  return pageKinds.flatMap((kind) => {
    const { navigation: address } = kindOf(kind);
    if (address === undefined || !pageAt(story, address.replace(/#.*/, ''))) return [];
    const { name, navigation: short = name } = names[kind as KindWith<'navigation'>];
    return [{ kind, address, name: short }];
  });
}

/** The sets of data that the site offers for download: those of which it has a page, and all addresses. */
export function dataSets(story: Story): (typeof DATA_SETS)[number][] {
  return DATA_SETS.filter((name) => name === 'addresses' || pageAt(story, PAGE_KINDS[name].address));
}

const directoryCache = new WeakMap<Story, ReadonlyMap<string, SitePage>>();

function byAddress(story: Story): ReadonlyMap<string, SitePage> {
  let pages = directoryCache.get(story);
  if (!pages) {
    const all = pageKinds.flatMap((kind) => PAGES[kind](story).map((page) => ({ kind, ...page }) as SitePage));
    directoryCache.set(story, (pages = new Map(all.map((page) => [page.address, page]))));
  }
  return pages;
}
