import { TERM_KINDS, SOURCE_TYPE_NAMES, SOURCE_TYPES } from './kinds.ts';
import type { Event, Story } from './story.ts';

/** A part of the timeline that has a page of its own. */
export interface EventFilter {
  /** From the root of the site: `/timeline/strand/talks/`. */
  address: string;
  /** What it is called in a list of filters of its kind. */
  name: string;
  /** What it leaves, in words that follow “Timeline:”. */
  title: string;
  events: Event[];
}

/** Filters of one kind. */
export interface FilterGroup {
  /** `strand`, `actor` or `source`; also the part of the address. */
  by: 'strand' | 'actor' | 'source';
  name: string;
  filters: EventFilter[];
}

/** The filters of a story's timeline that leave at least one event: by strand, by actor, by type of source. */
export function eventFilters({ strands, terms, events }: Pick<Story, 'strands' | 'terms' | 'events'>): FilterGroup[] {
  const filter = (by: FilterGroup['by'], id: string, name: string, title: string, isIn: (event: Event) => boolean): EventFilter => ({
    address: `/timeline/${by}/${id}/`,
    name,
    title,
    events: events.filter(isIn),
  });
  const actors = TERM_KINDS.flatMap((kind) => terms.filter((term) => term.kind === kind));
  const groups: FilterGroup[] = [
    { by: 'strand', name: 'Strands', filters: strands.map(({ id, name }) => filter('strand', id, name, name, ({ strand }) => strand.id === id)) },
    { by: 'actor', name: 'Actors', filters: actors.map(({ id, title }) => filter('actor', id, title, title, (event) => event.actors.some((actor) => actor.id === id))) },
    {
      by: 'source',
      name: 'Sources',
      filters: SOURCE_TYPES.map((type) => {
        const { many, one } = SOURCE_TYPE_NAMES[type];
        return filter('source', type, many, `events with ${one} among their sources`, ({ cited }) => cited.some((source) => source.type === type));
      }),
    },
  ];
  return groups.map((group) => ({ ...group, filters: group.filters.filter((one) => one.events.length > 0) })).filter((group) => group.filters.length > 0);
}
