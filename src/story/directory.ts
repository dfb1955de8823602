import { eventFilters } from './filters.ts';
import { groupSources, partsOfSources } from './groups.ts';
import { SOURCE_TYPE_NAMES } from './kinds.ts';
import type {
  Article,
  Change,
  Demand,
  Draft,
  Event,
  Explainer,
  Page,
  Picture,
  SectionPage,
  Source,
  Story,
  Term,
} from './story.ts';

/** A page of the site with what it is about. */
export type Listed = {
  /** From the root of the site. */
  address: string;
  title: string;
  /** The changes that show on it, the newest first. */
  changes: readonly Change[];
  /** The address of the page above it; undefined for the front page. */
  above: string | undefined;
} & (
  | { kind: 'home' | 'index' }
  | { kind: 'about'; page: Page }
  | { kind: 'explainer'; page: Explainer }
  | { kind: 'section'; page: SectionPage }
  | { kind: 'draft'; page: Draft }
  | { kind: 'article'; page: Article }
  | { kind: 'demand'; page: Demand }
  | { kind: 'event'; page: Event }
  | { kind: 'term'; page: Term }
  | { kind: 'source'; page: Source }
  | { kind: 'picture'; page: Picture }
);

export type PageKind = Listed['kind'];

/** Every page of the site, those above before those below; addresses that moved and the page for none are not among them. */
export function directory(story: Story): readonly Listed[] {
  return [...byAddress(story).values()];
}

/** The page at an address, or undefined when the directory has none there. */
export function pageAt(story: Story, address: string): Listed | undefined {
  return byAddress(story).get(address);
}

/** The pages above a page and the page itself, from the front page down. */
export function trailOf(story: Story, page: Listed): Listed[] {
  const above = page.above === undefined ? undefined : pageAt(story, page.above);
  return [...(above ? trailOf(story, above) : []), page];
}

const known = new WeakMap<Story, ReadonlyMap<string, Listed>>();

function byAddress(story: Story): ReadonlyMap<string, Listed> {
  let pages = known.get(story);
  if (!pages) known.set(story, (pages = new Map(list(story).map((page) => [page.address, page]))));
  return pages;
}

function list(story: Story): Listed[] {
  const { explainers, drafts, demands, events, terms, sources, pictures, changes } = story;
  const below = <Item extends Page>(above: string, { address, title, changes: own }: Item) => ({
    address,
    title,
    changes: own,
    above,
  });
  const index = (id: string, title: string, listed: readonly Page[]): Listed => {
    const lead = story.pages.get(id.replace('/', '-'));
    const touched = new Set([...listed, ...(lead ? [lead] : [])].flatMap((page) => page.changes));
    return {
      kind: 'index',
      address: `/${id}/`,
      title: lead?.title ?? title,
      changes: changes.filter((change) => touched.has(change)),
      above: '/',
    };
  };
  const about = story.pages.get('about');
  return [
    { kind: 'home', address: '/', title: story.title, changes, above: undefined },
    ...explainers.map((page): Listed => ({ kind: 'explainer', page, ...below('/', page) })),
    ...explainers.flatMap((page) =>
      page.sections.map((section): Listed => ({ kind: 'section', page: section, ...below(page.address, section) })),
    ),
    index(
      'drafts',
      'The drafts',
      drafts.flatMap((draft) => [draft, ...draft.articles]),
    ),
    ...drafts.map((page): Listed => ({ kind: 'draft', page, ...below('/drafts/', page) })),
    ...drafts.flatMap(({ address, articles }) =>
      articles.map((page): Listed => ({ kind: 'article', page, ...below(address, page) })),
    ),
    index('positions', 'The positions', demands),
    ...demands.map((page): Listed => ({ kind: 'demand', page, ...below('/positions/', page) })),
    index('timeline', 'Timeline', events),
    ...events.map((page): Listed => ({ kind: 'event', page, ...below('/timeline/', page) })),
    ...eventFilters(story).flatMap(({ filters }) =>
      filters.map(({ address, title, events: some }): Listed => ({
        ...index(address.slice(1, -1), `Timeline: ${title}`, some),
        above: '/timeline/',
      })),
    ),
    index('glossary', 'Glossary', terms),
    ...terms.map((page): Listed => ({ kind: 'term', page, ...below('/glossary/', page) })),
    index('sources', 'Sources', sources),
    ...groupSources(sources).map(({ type, sources: some }): Listed => ({
      ...index(`sources/${type}`, SOURCE_TYPE_NAMES[type].many, some),
      above: '/sources/',
    })),
    ...groupSources(sources).flatMap((group) =>
      partsOfSources(group).map(({ address, letters, sources: some }): Listed => ({
        ...index(address.slice(1, -1), `${SOURCE_TYPE_NAMES[group.type].many}, ${letters}`, some),
        above: `/sources/${group.type}/`,
      })),
    ),
    ...sources.map((page): Listed => ({ kind: 'source', page, ...below('/sources/', page) })),
    ...(pictures.length > 0 ? [index('pictures', 'Pictures', pictures)] : []),
    ...pictures.map((page): Listed => ({ kind: 'picture', page, ...below('/pictures/', page) })),
    { ...index('changes', 'Changes', []), changes },
    { ...index('search', 'Search', []), changes: changes.slice(-1) },
    ...(about ? [{ kind: 'about' as const, page: about, ...below('/', about) }] : []),
  ];
}
