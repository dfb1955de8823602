import { yearOf } from './dates.ts';
import { SOURCE_TYPES, TERM_KINDS, TERM_KIND_NAMES, type SourceType, type TermKind } from './kinds.ts';
import type { Event, Source, Term } from './story.ts';

/** Terms by kind, in the order of the kinds; kinds without terms are left out. */
export function groupTerms(terms: readonly Term[]): { kind: TermKind; name: string; terms: Term[] }[] {
  return TERM_KINDS.map((kind) => ({ kind, name: TERM_KIND_NAMES[kind].many, terms: terms.filter((term) => term.kind === kind) })).filter(
    (group) => group.terms.length > 0,
  );
}

/** Events by year, both in order. */
export function groupEvents(events: readonly Event[]): { year: number; events: Event[] }[] {
  const groups: { year: number; events: Event[] }[] = [];
  for (const event of events) {
    const year = yearOf(event.date);
    const last = groups.at(-1);
    if (last?.year === year) last.events.push(event);
    else groups.push({ year, events: [event] });
  }
  return groups;
}

/** Sources by type, in the order of the types; types without sources are left out. */
export function groupSources(sources: readonly Source[]): { type: SourceType; sources: Source[] }[] {
  return SOURCE_TYPES.map((type) => ({ type, sources: sources.filter((source) => source.type === type) })).filter(
    (group) => group.sources.length > 0,
  );
}

