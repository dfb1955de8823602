import { millisecondsInDay } from 'date-fns/constants';
import { dayInWords, type When } from '../story/dates.ts';
import { placeOnTimeline } from '../story/groups.ts';
import { PAGE_KINDS } from '../story/page-kinds.ts';
import type { Event, Strand } from '../story/story.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { TARGET } from './boxes.ts';
import { middleOf, spanOf, timeScale, type TimeScale } from './time-scale.ts';

/** The fields of an event that the ribbon needs. */
export type RibbonEvent = Pick<Event, 'id' | 'title' | 'address' | 'date' | 'strand' | 'isMoment' | 'later'> & {
  mentions: { length: number };
};

/** The parts of a story that the ribbon needs. Events are in order of time and include the key moment. */
export interface RibbonStory {
  events: readonly RibbonEvent[];
  strands: readonly Strand[];
  moment: RibbonEvent;
}

/** How a group is drawn: an event on a certain day, on an uncertain day, over several days, or several events. */
export type Look = 'day' | 'uncertain' | 'lasted' | 'several';

/** One event, or several too close together for a mark each. Places on the axis are from 0 (earliest) to 1 (latest). */
export interface EventGroup {
  at: number;
  /** Where the time that its dates cover begins and ends. */
  from: number;
  to: number;
  look: Look;
  /** Its link, from the root of the site. */
  address: string;
  /** The accessible name of the link: title and date. */
  name: string;
  title: string;
  /** Its importance to the story, from the number of mentions; 0 for several events. */
  weight: number;
  /** Whether one of its events came after the key moment. */
  later: boolean;
  /** In order of time. */
  events: readonly [RibbonEvent, ...RibbonEvent[]];
}

/** Converts a place on the axis, from 0 to 1, to units of a drawing. */
export type Axis = (at: number) => number;

/** Whether a story has a key moment, around which the ribbon is drawn. */
export function hasMoment<Story extends { moment?: RibbonEvent | undefined }>(
  story: Story,
): story is Story & { moment: NonNullable<Story['moment']> } {
  return story.moment !== undefined;
}

/** The time axis of a story. The key moment takes the share `band` of it, from 0 to 1. */
export function scaleOf({ events, moment }: RibbonStory, band: number): TimeScale {
  const others = events.filter(({ isMoment }) => !isMoment);
  return timeScale(
    spanOf(moment.date),
    others.map(({ date }) => spanOf(date)),
    band,
  );
}

/** The earliest event before the key moment and the latest one after it. */
export function reachOf({ events, moment }: RibbonStory): { before?: RibbonEvent; after?: RibbonEvent } {
  const { first, last } = spanOf(moment.date);
  const before = events.find(({ date }) => date.from.first < first);
  const after = events.findLast(({ date }) => date.from.first > last);
  return { ...(before && { before }), ...(after && { after }) };
}

/** A group with a single event. */
export function groupOf(event: RibbonEvent, scale: TimeScale, words: Words): EventGroup {
  const { date, address, title, mentions, later } = event;
  const span = spanOf(date);
  return {
    at: scale.at(middleOf(span)),
    from: scale.at(span.first),
    to: scale.at(span.last),
    look: lookOf(date),
    address,
    name: words.pictures.eventOn(title, dayInWords(date, words)),
    title: typeset(title, words),
    weight: 1 + Math.log2(1 + mentions.length),
    later,
    events: [event],
  };
}

function lookOf({ from, to }: When): Look {
  const isUncertain = ({ precision, approximate, uncertain }: When['from']) =>
    precision === 'year' || precision === 'month' || approximate || uncertain;
  if (isUncertain(from) || (to && isUncertain(to))) return 'uncertain';
  return to && to.last - from.first > millisecondsInDay ? 'lasted' : 'day';
}

/**
 * In CSS pixels. An event that lasts longer on the axis gets no room to itself: its bar is drawn behind its neighbours.
 */
const LONGEST = 4 * TARGET;

/**
 * Where a group is on an axis, and how much room it needs before and after: for a finger, and for the bar of its dates.
 */
export function roomAlong(group: EventGroup, axis: Axis): { at: number; before: number; after: number } {
  const at = Math.round(axis(group.at));
  const [from, to] = [axis(group.from), axis(group.to)];
  const isDrawn = group.look !== 'several' && to - from <= LONGEST;
  return {
    at,
    before: Math.max(TARGET / 2, isDrawn ? at - from + 3 : 0),
    after: Math.max(TARGET / 2, isDrawn ? to - at + 3 : 0),
  };
}

/** How many rows groups need so that none overlap; the groups are in order of time. Stops counting above `most`. */
export function rowsNeeded(groups: readonly EventGroup[], axis: Axis, most = Infinity): number {
  const ends: number[] = [];
  for (const group of groups) {
    const { at, before, after } = roomAlong(group, axis);
    const row = ends.findIndex((end) => at - before >= end);
    ends[row < 0 ? ends.length : row] = at + after;
    if (ends.length > most) break;
  }
  return ends.length;
}

/**
 * Joins neighbouring groups of one strand, the closest pair first, until `fits` returns true. Their order stays. What
 * came before the key moment is joined with what came after it only if nothing else is left to join.
 */
export function joinUntil(
  groups: readonly EventGroup[],
  fits: (groups: readonly EventGroup[]) => boolean,
  { events }: Pick<RibbonStory, 'events'>,
  words: Words,
): EventGroup[] {
  const joined = [...groups];
  const gap = (at: number) => {
    const [a, b] = [joined[at - 1], joined[at]];
    return a && b ? b.at - a.at + Number(a.later !== b.later) : 0;
  };
  while (joined.length > 1 && !fits(joined)) {
    let closest = 1;
    for (let at = 2; at < joined.length; at += 1) if (gap(at) < gap(closest)) closest = at;
    const [a, b] = joined.slice(closest - 1, closest + 1);
    if (a && b) joined.splice(closest - 1, 2, join(a, b, events, words));
  }
  return joined;
}

function join(a: EventGroup, b: EventGroup, all: RibbonStory['events'], words: Words): EventGroup {
  const events = [...a.events, ...b.events] as const;
  const [first, last = first] = [events[0], events.at(-1)];
  return {
    at: (a.at * a.events.length + b.at * b.events.length) / events.length,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    look: 'several',
    address: `${PAGE_KINDS.timeline.address}#${placeOnTimeline(first, all)}`,
    name: words.pictures.severalEvents(events.length, dayInWords(first.date, words), dayInWords(last.date, words)),
    title: '',
    weight: 0,
    later: a.later || b.later,
    events,
  };
}

/** The groups of a strand, or of several small ones. */
export interface Lane {
  name: string;
  /** All of its events, the key moment among them if it belongs here. */
  events: readonly RibbonEvent[];
  /** In the order of time, without the key moment. */
  groups: EventGroup[];
}

/** The most rows in a lane, lanes in a ribbon, and groups (each is a link) in a ribbon. */
const MOST = { rows: 2, lanes: 9, groups: 100 };

/** A lane for each strand with events. Events are joined into groups until rows and groups are within the limits. */
export function lanesOf(story: RibbonStory, scale: TimeScale, axis: Axis, words: Words): Lane[] {
  const lanes = strandsOf(story, words).map((lane) => {
    const groups = lane.events.filter(({ isMoment }) => !isMoment).map((event) => groupOf(event, scale, words));
    return { ...lane, groups: joinUntil(groups, (now) => rowsNeeded(now, axis, MOST.rows) <= MOST.rows, story, words) };
  });
  const atMost = (many: number) =>
    lanes.map((lane) => ({ ...lane, groups: joinUntil(lane.groups, (now) => now.length <= many, story, words) }));
  const count = (some: readonly Lane[]) => some.reduce((sum, { groups }) => sum + groups.length, 0);
  let many = Math.max(1, ...lanes.map(({ groups }) => groups.length));
  while (many > 1 && count(atMost(many)) > MOST.groups) many -= 1;
  return atMost(many);
}

/**
 * The events of each strand that has some; a story without strands has one lane. If there are too many strands, the
 * smallest ones share the last lane.
 */
function strandsOf({ events, strands }: RibbonStory, words: Words): Omit<Lane, 'groups'>[] {
  if (strands.length === 0) return [{ name: '', events: [...events] }];
  const all = strands
    .map(({ id, name }) => ({ name: typeset(name, words), events: events.filter(({ strand }) => strand?.id === id) }))
    .filter((lane) => lane.events.length > 0);
  if (all.length <= MOST.lanes) return all;
  const large = all.toSorted((a, b) => b.events.length - a.events.length).slice(0, MOST.lanes - 1);
  const own = all.filter((lane) => large.includes(lane));
  const rest = new Set(all.filter((lane) => !large.includes(lane)).flatMap((lane) => lane.events));
  return [...own, { name: words.pictures.otherStrands, events: events.filter((event) => rest.has(event)) }];
}

/**
 * Groups with one event, in the order in which to label them: the first and the last in time, then repeatedly the one
 * with the highest weight times distance to the nearest group already chosen. `apart` is the distance of two groups;
 * distances above `far` count as `far`.
 */
export function byImportance(
  groups: readonly EventGroup[],
  apart: (a: EventGroup, b: EventGroup) => number,
  far: number,
): EventGroup[] {
  const left = groups.filter(({ look }) => look !== 'several').sort((a, b) => a.at - b.at);
  const nearest = new Map<EventGroup, number>();
  const order: EventGroup[] = [];
  const take = (group: EventGroup | undefined) => {
    if (!group) return;
    left.splice(left.indexOf(group), 1);
    order.push(group);
    for (const other of left) nearest.set(other, Math.min(nearest.get(other) ?? far, apart(group, other)));
  };
  take(left[0]);
  take(left.at(-1));
  const score = (group: EventGroup) => (nearest.get(group) ?? far) * group.weight;
  while (left.length > 0) take(left.reduce((best, group) => (score(group) > score(best) ? group : best)));
  return order;
}
