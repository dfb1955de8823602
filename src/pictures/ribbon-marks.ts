import { lastOf, yearOf, type When } from '../story/dates.ts';
import { dayInWords } from './english.ts';
import type { Event, Strand } from '../story/story.ts';
import { TARGET, type Box } from './boxes.ts';
import { middle, type Span, type TimeScale } from './time-scale.ts';

/** What the ribbon asks of an event. */
export type RibbonEvent = Pick<Event, 'id' | 'title' | 'address' | 'date' | 'strand' | 'isMoment'> & {
  mentions: { length: number };
};

/** What the ribbon asks of a story; its events are in the order of time, with the key moment among them. */
export interface RibbonStory {
  events: readonly RibbonEvent[];
  strands: readonly Strand[];
  moment: RibbonEvent;
}

/** What a mark tells of its date: the day is known, it is not, it lasted, or the mark stands for several events. */
export type Look = 'day' | 'vague' | 'lasted' | 'several';

/** A mark of the ribbon: one event, or several that stand too close to be told apart. Places run from 0 to 1. */
export interface Mark {
  at: number;
  /** All of the time that the date covers. */
  from: number;
  to: number;
  look: Look;
  /** From the root of the site. */
  address: string;
  /** The title and the date. */
  name: string;
  title: string;
  /** How much it matters to the story. */
  weight: number;
  events: readonly RibbonEvent[];
}

/** A mark with its place in a drawing, and its label where there is room for one. */
export interface Placed {
  mark: Mark;
  x: number;
  y: number;
  /** The room that it has for a finger, and for the time that its date covers. */
  box: Box;
  label?: Label;
}

export interface Label {
  lines: readonly string[];
  side: 'left' | 'right';
  /** How far it stands from its usual place beside the mark, to the right and downwards. */
  dx: number;
  dy: number;
  box: Box;
}

/** The type that labels are set in. */
export const LABEL = { size: 14, leading: 15 };

/** The time that a date covers. */
export function spanOf(date: When): Span {
  return { first: date.from.first, last: lastOf(date) };
}

/** The mark of one event. */
export function markOf(event: RibbonEvent, scale: TimeScale): Mark {
  const { date, address, title, mentions } = event;
  const span = spanOf(date);
  return {
    at: scale.at(middle(span)),
    from: scale.at(span.first),
    to: scale.at(span.last),
    look: lookOf(date),
    address,
    name: `${title}, ${dayInWords(date)}`,
    title,
    weight: 1 + Math.log2(1 + mentions.length),
    events: [event],
  };
}

/** A longer time is drawn behind its neighbours. */
const LONGEST = 4 * TARGET;

/** Where a mark stands on an axis in pixels, and the room along it: for the finger, and for the time that its date covers. */
export function along(mark: Mark, place: (at: number) => number): { at: number; before: number; after: number } {
  const at = Math.round(place(mark.at));
  const [from, to] = [place(mark.from), place(mark.to)];
  const drawn = mark.look !== 'several' && to - from <= LONGEST;
  return {
    at,
    before: Math.max(TARGET / 2, drawn ? at - from + 3 : 0),
    after: Math.max(TARGET / 2, drawn ? to - at + 3 : 0),
  };
}

/** How many rows marks need so that each has its room; `place` gives their places on the axis. Beyond `most` it does not count on. */
export function rowsNeeded(marks: readonly Mark[], place: (at: number) => number, most = Infinity): number {
  const ends: number[] = [];
  for (const mark of marks) {
    const { at, before, after } = along(mark, place);
    const row = ends.findIndex((end) => at - before >= end);
    ends[row < 0 ? ends.length : row] = at + after;
    if (ends.length > most) break;
  }
  return ends.length;
}

/**
 * Joins marks that stand next to each other, the closest first, until `fits` says that they fit. The marks are those of
 * one strand in order; the result is too.
 */
export function joinUntil(marks: readonly Mark[], fits: (marks: readonly Mark[]) => boolean): Mark[] {
  const joined = [...marks];
  const gapAfter = (at: number) => (joined[at + 1]?.at ?? 0) - (joined[at]?.at ?? 0);
  const gaps = joined.slice(1).map((_, at) => gapAfter(at));
  while (joined.length > 1 && !fits(joined)) {
    const at = gaps.indexOf(Math.min(...gaps));
    const [a, b] = joined.slice(at, at + 2);
    if (!a || !b) break;
    joined.splice(at, 2, join(a, b));
    gaps.splice(at, 1);
    for (const changed of [at - 1, at]) if (changed >= 0 && changed < gaps.length) gaps[changed] = gapAfter(changed);
  }
  return joined;
}

function join(a: Mark, b: Mark): Mark {
  const events = [...a.events, ...b.events];
  const [from, to] = [events[0]?.date, events.at(-1)?.date];
  const [start, end] = from && to ? [dayInWords(from), dayInWords(to)] : ['', ''];
  const words = start === end ? start : `${start} to ${end}`;
  return {
    at: (a.at * a.events.length + b.at * b.events.length) / events.length,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    look: 'several',
    address: `/timeline/#y${from ? yearOf(from) : ''}`,
    name: `${events.length} events, ${words}`,
    title: '',
    weight: 0,
    events,
  };
}

function lookOf({ from, to }: When): Look {
  const ends = to ? [from, to] : [from];
  if (
    ends.some(
      ({ precision, approximate, uncertain }) =>
        precision === 'year' || precision === 'month' || approximate || uncertain,
    )
  )
    return 'vague';
  return to && to.last - from.first > 86_400_000 ? 'lasted' : 'day';
}

/**
 * Marks in the order in which they should get labels: the first and the last, then always the one that matters most among
 * those far from the ones that already have one. `apart` tells how far two marks are from each other, and `far` at what
 * distance only their weight counts.
 */
export function byImportance(marks: readonly Mark[], apart: (a: Mark, b: Mark) => number, far: number): Mark[] {
  const left = new Set(marks.filter(({ look }) => look !== 'several'));
  const nearest = new Map<Mark, number>();
  const order: Mark[] = [];
  const take = (mark: Mark | undefined) => {
    if (!mark || !left.delete(mark)) return;
    order.push(mark);
    for (const other of left) nearest.set(other, Math.min(nearest.get(other) ?? Infinity, apart(mark, other)));
  };
  const inTime = [...left].sort((a, b) => a.at - b.at);
  take(inTime[0]);
  take(inTime.at(-1));
  while (left.size > 0) {
    let best: Mark | undefined;
    let most = -1;
    for (const mark of inTime) {
      if (!left.has(mark)) continue;
      const score = Math.min(nearest.get(mark) ?? far, far) * mark.weight;
      if (score > most) [best, most] = [mark, score];
    }
    take(best);
  }
  return order;
}
