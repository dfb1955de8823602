import { isoDay, lastOf, type Point, type When } from './dates.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Mean ones: they only tell how long something was. */
const YEAR = 365.25 * DAY;
const MONTH = YEAR / 12;

/** Units of length in milliseconds, each with the length up to which it is used. */
const UNITS = [
  { name: 'minute', length: MINUTE, until: 2 * HOUR },
  { name: 'hour', length: HOUR, until: 2 * DAY },
  { name: 'day', length: DAY, until: 2 * MONTH },
  { name: 'month', length: MONTH, until: 2 * YEAR },
  { name: 'year', length: YEAR, until: Infinity },
] as const;

/** A length of time in words, from milliseconds: “32 years”, “56 days”, “50 minutes”. */
export function lengthInWords(milliseconds: number): string {
  const { name, length } = UNITS.find(({ until }) => milliseconds < until) ?? UNITS[4];
  const count = Math.max(1, Math.round(milliseconds / length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** How long a date lasted, in words; undefined for a single point of time and for what is not known to the minute or day. */
export function durationInWords({ from, to }: When): string | undefined {
  if (from.precision === 'minute' && to?.precision === 'minute') return lengthInWords(to.first - from.first);
  if (from.precision === 'day' && to?.precision === 'day') return lengthInWords(to.last - from.first + 1);
  return undefined;
}

/**
 * How far a date is from the key moment, in words: “13 days before”, “about 11 years before”, “1 day after”, “on the same
 * day”, “at the same time”. Days are counted on the calendar, each date on the clock that it was written with.
 */
export function distanceInWords(date: When, moment: When): string {
  const length = lengthBetween(date, moment);
  if (length !== undefined) return `${length} ${date.from.first > lastOf(moment) ? 'after' : 'before'}`;
  const [a, b] = pointsBetween(date, moment);
  if (!isDay(a) || !isDay(b) || dayOf(b) > dayOf(a)) return 'at about the same time';
  return a.precision === 'minute' && b.precision === 'minute' ? 'at the same time' : 'on the same day';
}

/** The time between a date and the key moment, in words: “13 days”, “about 11 years”; undefined if they are not apart. */
export function lengthBetween(date: When, moment: When): string | undefined {
  const [a, b] = pointsBetween(date, moment);
  const days = (dayOf(b) - dayOf(a)) / DAY;
  const known = isDay(a) && isDay(b);
  if (a.precision === 'minute' && b.precision === 'minute' && days < 1)
    return b.first > a.first ? lengthInWords(b.first - a.first) : undefined;
  if ((known && days < 1) || b.first <= a.last) return undefined;
  const about = known && !a.approximate && !b.approximate ? '' : 'about ';
  const away = known ? days * DAY : (b.first + b.last - a.first - a.last) / 2;
  return `${about}${known && days < 2 ? '1 day' : lengthInWords(away)}`;
}

/** The ends of a date and of the moment between which the time between them lies, the earlier one first. */
function pointsBetween(date: When, moment: When): [Point, Point] {
  return date.from.first > lastOf(moment) ? [moment.to ?? moment.from, date.from] : [date.to ?? date.from, moment.from];
}

const isDay = ({ precision }: Point) => precision === 'day' || precision === 'minute';

/** Midnight, in milliseconds, of the day at the start as the writer's own clock showed it. */
const dayOf = (point: Point) => (isDay(point) ? Date.parse(isoDay(point)) : point.first);
