import type { Words } from '../words/words.ts';
import { dayInWords, yearOf } from './dates.ts';
import { SOURCE_TYPES, TERM_KINDS, type SourceType, type TermKind } from './kinds.ts';
import { addressOfPage } from './page-kinds.ts';
import type { Event, Party, Source, Story, Term } from './story.ts';

/** Terms by kind, in the order of the kinds; kinds without terms are left out. */
export function groupTerms(terms: readonly Term[], words: Words): { kind: TermKind; name: string; terms: Term[] }[] {
  return TERM_KINDS.map((kind) => ({
    kind,
    name: words.kinds.terms[kind].many,
    terms: terms.filter((term) => term.kind === kind),
  })).filter((group) => group.terms.length > 0);
}

/**
 * Those who act in the story, by the party they speak for and by their `cast.order`; the party of the first actor comes
 * first.
 */
export function castOf(terms: readonly Term[]): { party: Party | undefined; members: Actor[] }[] {
  const actors = terms.flatMap((term) => (term.cast ? [{ ...term, cast: term.cast }] : []));
  actors.sort((a, b) => a.cast.order - b.cast.order);
  return [...Map.groupBy(actors, ({ party }) => party)].map(([party, members]) => ({ party, members }));
}

/** A term with a part in the story. */
export type Actor = Term & { cast: NonNullable<Term['cast']> };

/** Events of one day near the key moment, or of a run of days further from it. */
export interface DayGroup {
  /** The day, where it has a heading of its own. */
  day: string | undefined;
  events: Event[];
}

/** Within this time of the key moment, in milliseconds, each day of the timeline gets a heading. */
const MAX_DISTANCE = 7 * 86_400_000;

/** Events by year and, near the key moment, by day; all in order. */
export function groupEvents(
  events: readonly Event[],
  moment: Event | undefined,
  words: Words,
): { year: number; days: DayGroup[] }[] {
  const groups: { year: number; days: DayGroup[] }[] = [];
  for (const event of events) {
    const year = yearOf(event.date);
    let last = groups.at(-1);
    if (last?.year !== year) groups.push((last = { year, days: [] }));
    const day = isNear(event, moment) ? dayInWords({ edtf: '', from: event.date.from }, words) : undefined;
    const run = last.days.at(-1);
    if (run && run.day === day) run.events.push(event);
    else last.days.push({ day, events: [event] });
  }
  return groups;
}

function isNear({ date: { from } }: Event, moment: Event | undefined): boolean {
  if (!moment) return false;
  const precise = from.precision === 'day' || from.precision === 'minute';
  return precise && Math.abs(from.first - moment.date.from.first) <= MAX_DISTANCE;
}

/** The sources of one type. */
export interface SourceGroup {
  type: SourceType;
  /** What several such sources are called. */
  name: string;
  sources: Source[];
}

/** Sources by type, in the order of the types; types without sources are left out. */
export function groupSources({ sources, words }: Pick<Story, 'sources' | 'words'>): SourceGroup[] {
  return SOURCE_TYPES.map((type) => ({
    type,
    name: words.kinds.sourceTypes[type].many,
    sources: sources.filter((source) => source.type === type),
  })).filter((group) => group.sources.length > 0);
}

/** Sources of one type that are listed on a page of their own. */
export interface SourcePart {
  /** From the root of the site. */
  address: string;
  /** The first letters of their publishers: `A–E`. */
  letters: string;
  sources: Source[];
}

/** The most sources that one page lists. */
const MAX_PER_PAGE = 100;

/** Fixed ranges, however many sources there are: a link to a part always leads to the same publishers. */
const LETTERS = ['A–E', 'F–M', 'N–R', 'S–Z'];
/** The part of names in other scripts. */
const OTHER_LETTERS = '…';

/**
 * The parts into which a long list of sources of a type is divided, by the first letter of the publisher; none if the
 * list is short.
 */
export function partsOfSources({ type, sources }: { type: SourceType; sources: readonly Source[] }): SourcePart[] {
  if (sources.length <= MAX_PER_PAGE) return [];
  const parts = Map.groupBy(
    sources,
    ({ publisher }) => LETTERS.find((letters) => initialOf(publisher.name) <= (letters.at(-1) ?? '')) ?? OTHER_LETTERS,
  );
  return [...LETTERS, OTHER_LETTERS]
    .map((letters) => ({
      address: addressOfPage(
        'sourcePart',
        type,
        letters === OTHER_LETTERS ? 'other' : letters.toLowerCase().replace('–', '-'),
      ),
      letters,
      sources: parts.get(letters) ?? [],
    }))
    .filter((part) => part.sources.length > 0);
}

/**
 * The first letter of a name as a capital without its accent; A for digits and signs, which are sorted before letters.
 */
function initialOf(name: string): string {
  const letter = name.normalize('NFD').charAt(0).toUpperCase();
  return letter < 'A' ? 'A' : letter;
}
