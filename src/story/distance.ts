import {
  millisecondsInDay as DAY,
  millisecondsInHour as HOUR,
  millisecondsInMinute as MINUTE,
} from 'date-fns/constants';
import type { TimeUnit, Words } from '../words/words.ts';
import { isDayLike, isoDay, lastOf, type Point, type When } from './dates.ts';

/** Mean lengths of a year and a month, in milliseconds: enough to tell or to draw how long something was. */
export const YEAR = 365.25 * DAY;
export const MONTH = YEAR / 12;

/** Units of length in milliseconds, each with the length up to which it is used. */
const UNITS = [
  { name: 'minute', length: MINUTE, until: 2 * HOUR },
  { name: 'hour', length: HOUR, until: 2 * DAY },
  { name: 'day', length: DAY, until: 2 * MONTH },
  { name: 'month', length: MONTH, until: 2 * YEAR },
  { name: 'year', length: YEAR, until: Infinity },
] as const satisfies { name: TimeUnit; length: number; until: number }[];

interface Length {
  many: number;
  unit: TimeUnit;
  /** Whether it is only about right. */
  isAbout: boolean;
}

/** A length of time in the unit that suits it. */
function lengthOf(milliseconds: number): Length {
  const { name, length } = UNITS.find(({ until }) => milliseconds < until) ?? UNITS[4];
  return { many: Math.max(1, Math.round(milliseconds / length)), unit: name, isAbout: false };
}

/** A length of time in words, from milliseconds: “32 years”, “56 days”, “50 minutes”. */
export function lengthInWords(milliseconds: number, words: Words): string {
  const { many, unit, isAbout } = lengthOf(milliseconds);
  return words.distances.length(many, unit, isAbout);
}

/** How long a date lasted, in words; undefined for a single point in time, and for a date less precise than a day. */
export function durationInWords({ from, to }: When, words: Words): string | undefined {
  if (from.precision === 'minute' && to?.precision === 'minute') return lengthInWords(to.first - from.first, words);
  if (from.precision === 'day' && to?.precision === 'day') return lengthInWords(to.last - from.first + 1, words);
  return undefined;
}

/**
 * How far a date is from the key moment, in words: “13 days before”, “about 11 years before”, “1 day after”, “on the
 * same day”, “at the same time”. Days are calendar days, each date in the offset that it was written with.
 */
export function distanceInWords(date: When, moment: When, words: Words): string {
  return distanceWith(date, moment, words.distances.alone);
}

/** The same with the key moment named: “13 days before the key moment”. */
export function distanceFromMoment(date: When, moment: When, words: Words): string {
  return distanceWith(date, moment, words.distances.fromMoment);
}

function distanceWith(date: When, moment: When, words: Words['distances']['alone']): string {
  const length = spanBetween(date, moment);
  const format = date.from.first > lastOf(moment) ? words.after : words.before;
  if (length) return format(length.many, length.unit, length.isAbout);
  const [a, b] = pointsBetween(date, moment);
  if (!isDayLike(a) || !isDayLike(b) || dayOf(b) > dayOf(a)) return words.aboutSameTime;
  return a.precision === 'minute' && b.precision === 'minute' ? words.sameTime : words.sameDay;
}

/**
 * The time between a date and the key moment, in words: “13 days”, “about 11 years”; undefined if they are not apart.
 */
export function lengthBetween(date: When, moment: When, { distances }: Words): string | undefined {
  const length = spanBetween(date, moment);
  return length && distances.length(length.many, length.unit, length.isAbout);
}

function spanBetween(date: When, moment: When): Length | undefined {
  const [a, b] = pointsBetween(date, moment);
  const days = (dayOf(b) - dayOf(a)) / DAY;
  const areDays = isDayLike(a) && isDayLike(b);
  if (a.precision === 'minute' && b.precision === 'minute' && days < 1)
    return b.first > a.first ? lengthOf(b.first - a.first) : undefined;
  if ((areDays && days < 1) || b.first <= a.last) return undefined;
  const away = areDays ? days * DAY : (b.first + b.last - a.first - a.last) / 2;
  const length: Length = areDays && days < 2 ? { many: 1, unit: 'day', isAbout: false } : lengthOf(away);
  return { ...length, isAbout: !areDays || Boolean(a.approximate || b.approximate) };
}

/** The two points between which the time from a date to the moment is measured, the earlier one first. */
function pointsBetween(date: When, moment: When): [Point, Point] {
  return date.from.first > lastOf(moment) ? [moment.to ?? moment.from, date.from] : [date.to ?? date.from, moment.from];
}

/** Midnight (UTC, in milliseconds since 1970) of the calendar day of a point, in the offset that the writer wrote. */
const dayOf = (point: Point) => (isDayLike(point) ? Date.parse(isoDay(point)) : point.first);
