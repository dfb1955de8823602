import { millisecondsInDay as DAY } from 'date-fns/constants';
import type { Words } from '../words/words.ts';
import { allLater, dayInWords, isDayLike, isoDay, parseWhen, yearOf } from './dates.ts';
import { SOURCE_TYPES, TERM_KINDS, type SourceType, type TermKind } from './kinds.ts';
import { addressOfPage } from './page-kinds.ts';
import type { Event, Party, Source, Story, Term } from './story.ts';

/** A year with more events than these is divided into its months, and a kind with more terms into letters. */
const MANY = 40;

/** The terms of one kind. */
export interface TermGroup {
  kind: TermKind;
  name: string;
  terms: Term[];
  /** The same by their first letters, where they are very many. */
  letters: { id: string; letter: string; terms: Term[] }[];
}

/** Terms by kind, in the order of the kinds; kinds without terms are left out. */
export function groupTerms(terms: readonly Term[], words: Words): TermGroup[] {
  return TERM_KINDS.map((kind) => {
    const own = terms.filter((term) => term.kind === kind);
    const letters = own.length > MANY ? Map.groupBy(own, ({ sort }) => letterOf(sort, words.language)) : [];
    return {
      kind,
      name: words.kinds.terms[kind].many,
      terms: own,
      letters: [...letters].map(([letter, some]) => ({ id: `${kind}-${idOf(letter)}`, letter, terms: some })),
    };
  }).filter((group) => group.terms.length > 0);
}

const idOf = (letter: string): string => (letter === OTHER_LETTERS ? 'other' : letter.toLowerCase().replace('–', '-'));

/** What begins each row of the Japanese syllabary, by which names in it are sorted. */
const KANA = [...'あかさたなはまやらわ'];

/**
 * The letter under which the language sorts a name: “É” is an E in French, “Й” no “И” in Russian. Digits are together,
 * and so is what has no letters, such as kanji, whose sound `sort` gives.
 */
export function letterOf(name: string, language: string): string {
  const [first] = /[\p{L}\p{N}]/u.exec(name.normalize('NFC')) ?? [];
  if (first === undefined || /\p{Script=Han}/u.test(first)) return OTHER_LETTERS;
  if (/\p{N}/u.test(first)) return '0–9';
  if (/[ァ-ヶ]/.test(first)) return letterOf(String.fromCharCode(first.charCodeAt(0) - 0x60), language);
  if (/[ぁ-ゖ]/.test(first)) return KANA.findLast((row) => row <= first) ?? 'あ';
  const capital = first.toLocaleUpperCase(language);
  const [plain = capital] = capital.normalize('NFD');
  return new Intl.Collator(language, { sensitivity: 'base' }).compare(capital, plain) === 0 ? plain : capital;
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
const MAX_DISTANCE = 7 * DAY;

/** The events of a month, with its heading; those of a year with few have none. */
interface MonthGroup {
  id: string | undefined;
  title: string | undefined;
  days: DayGroup[];
}

/** The events of a year. */
export interface YearGroup {
  id: string;
  title: string;
  months: MonthGroup[];
}

type Dated = Pick<Event, 'date'>;

/** The place of an event on a timeline: the id of its year, `y2021`, or in a year with very many that of its month. */
export function placeOnTimeline({ date }: Dated, events: readonly Dated[]): string {
  const year = yearOf(date);
  const isDivided = date.from.precision !== 'year' && (countsOf(events).get(year) ?? 0) > MANY;
  return `y${isDivided ? isoDay(date.from).slice(0, 7) : year}`;
}

/** How many of some events each year has; counted once, because each of them asks. */
function countsOf(events: readonly Dated[]): ReadonlyMap<number, number> {
  let counts = counted.get(events);
  if (!counts) {
    counts = new Map([...Map.groupBy(events, ({ date }) => yearOf(date))].map(([year, some]) => [year, some.length]));
    counted.set(events, counts);
  }
  return counts;
}

const counted = new WeakMap<readonly Dated[], ReadonlyMap<number, number>>();

/** Events by year, in a year with very many by month, and near the key moment by day; all in order. */
export function groupEvents(events: readonly Event[], moment: Event | undefined, words: Words): YearGroup[] {
  return [...Map.groupBy(events, ({ date }) => yearOf(date))].map(([year, ofYear]) => {
    const months = Map.groupBy(ofYear, (event) => placeOnTimeline(event, ofYear));
    const id = `y${year}`;
    return {
      id,
      title: String(year),
      // What is only known to have been in the year is before its months.
      months: [...months]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([place, some]) => ({
          id: place === id ? undefined : place,
          title: place === id ? undefined : dayInWords(parseWhen(place.slice(1)), words),
          days: daysOf(some, moment, words),
        })),
    };
  });
}

function daysOf(events: readonly Event[], moment: Event | undefined, words: Words): DayGroup[] {
  const days: DayGroup[] = [];
  for (const event of events) {
    const day = isNear(event, moment) ? dayInWords({ edtf: '', from: event.date.from }, words) : undefined;
    const run = days.at(-1);
    if (run && run.day === day) run.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}

/** Those of some things that were known at the key moment. */
export const knownOf = <Thing extends { later: boolean }>(things: readonly Thing[]): Thing[] =>
  things.filter(({ later }) => !later);

/** Whether all of what some days tell came after the key moment. */
export const areLater = (days: readonly DayGroup[]): boolean => allLater(days.flatMap(({ events }) => events));

/** What the contents of a timeline name: its years, and of a year that is divided its months. */
export function contentsOfTimeline(years: readonly YearGroup[]): { id: string; title: string; later: boolean }[] {
  return years.flatMap(({ id, title, months }) =>
    months.map((month) => ({ id: month.id ?? id, title: month.title ?? title, later: areLater(month.days) })),
  );
}

function isNear({ date: { from } }: Event, moment: Event | undefined): boolean {
  return moment !== undefined && isDayLike(from) && Math.abs(from.first - moment.date.from.first) <= MAX_DISTANCE;
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

const MAX_PER_PAGE = 100;

/** Fixed ranges, however many sources there are: a link to a part always leads to the same publishers. */
const LETTERS = ['A–E', 'F–M', 'N–R', 'S–Z'];
/** The part of names in other scripts, and of terms without letters. */
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
      address: addressOfPage('sourcePart', type, idOf(letters)),
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
