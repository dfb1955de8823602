import { TERM_KINDS, SOURCE_TYPES } from './kinds.ts';
import { addressOfPage } from './page-kinds.ts';
import type { Event, Story } from './story.ts';

/** A part of the timeline that has a page of its own. */
export interface EventFilter {
  /** From the root of the site: `/timeline/strand/talks/`. */
  address: string;
  /** What it is called in a list of filters of its kind. */
  name: string;
  /** Which events it shows, in words that follow “Timeline:”. */
  title: string;
  /** What these events have in common; only strands have such a sentence. */
  brief?: string;
  events: Event[];
}

/** Filters of one kind. */
export interface FilterGroup {
  /** `strand`, `actor` or `source`; also the part of the address. */
  by: 'strand' | 'actor' | 'source';
  name: string;
  filters: EventFilter[];
  /** Those with most events, to which the page of another filter is limited. */
  largest: ReadonlySet<EventFilter>;
}

type TimelineFields = Pick<Story, 'strands' | 'terms' | 'events' | 'words'>;

/** At most so many filters of a group are offered on the page of one filter, to keep that page small. */
const MAX_OFFERED = 60;

/** Every page of the timeline lists all filters, so they are found only once for each story. */
const filterCache = new WeakMap<TimelineFields, FilterGroup[]>();

/** The filters of a story's timeline that leave at least one event: by strand, by actor, by type of source. */
export function eventFilters(story: TimelineFields): FilterGroup[] {
  const found = filterCache.get(story) ?? findFilters(story);
  filterCache.set(story, found);
  return found;
}

function findFilters({ strands, terms, events, words }: TimelineFields): FilterGroup[] {
  const byActor = eventsBy(events, ({ actors }) => actors.map(({ id }) => id));
  const bySource = eventsBy(events, ({ cited }) => cited.map(({ type }) => type));
  const filter = (by: FilterGroup['by'], id: string, name: string, title: string, some: Event[] = []): EventFilter => ({
    address: addressOfPage('eventFilter', by, id),
    name,
    title,
    events: some,
  });
  const actors = TERM_KINDS.flatMap((kind) => terms.filter((term) => term.kind === kind));
  const groups: Omit<FilterGroup, 'largest'>[] = [
    {
      by: 'strand',
      name: words.timeline.strands,
      filters: strands.map(({ id, name, brief }) => {
        const some = events.filter(({ strand }) => strand?.id === id);
        return { ...filter('strand', id, name, name, some), brief };
      }),
    },
    {
      by: 'actor',
      name: words.timeline.actors,
      filters: actors.map(({ id, title }) => filter('actor', id, title, title, byActor.get(id))),
    },
    {
      by: 'source',
      name: words.timeline.sources,
      filters: SOURCE_TYPES.map((type) => {
        const { many, one } = words.kinds.sourceTypes[type];
        return filter('source', type, many, words.timeline.withSource(one), bySource.get(type));
      }),
    },
  ];
  return groups.flatMap((group) => {
    const filters = group.filters.filter((one) => one.events.length > 0);
    const largest = filters.toSorted((a, b) => b.events.length - a.events.length).slice(0, MAX_OFFERED);
    return filters.length > 0 ? [{ ...group, filters, largest: new Set(largest) }] : [];
  });
}

/** Events by each of their keys, in the order of the events; an event comes once for each key. */
function eventsBy<Key>(events: readonly Event[], keysOf: (event: Event) => readonly Key[]): Map<Key, Event[]> {
  const found = new Map<Key, Event[]>();
  for (const event of events) {
    for (const key of new Set(keysOf(event))) {
      const some = found.get(key);
      if (some) some.push(event);
      else found.set(key, [event]);
    }
  }
  return found;
}

/**
 * The filters that the page at `address` offers. The timeline itself offers all; where a group has very many, the page
 * of one filter offers those with most events, in their order, and itself.
 */
export function offeredFilters(story: TimelineFields, address: string | undefined): FilterGroup[] {
  const groups = eventFilters(story);
  if (address === undefined) return groups;
  return groups.map((group) => ({
    ...group,
    filters: group.filters.filter((filter) => group.largest.has(filter) || filter.address === address),
  }));
}
