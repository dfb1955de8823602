import { isoDay, type Point, type When } from '../story/dates.ts';
import type { Words } from '../words/words.ts';

/** A short date without its year, which a heading gives: “2–3 Nov”, “about 8 Dec”, “Jan”. A bare year stays a year. */
export function shortDate({ from, to }: When, { language, dates }: Words): string {
  const look = (point: Point) => new Intl.DateTimeFormat(language, { ...SHORT[precisionOf(point)], timeZone: 'UTC' });
  const [start, end] = [dayOf(from), to && dayOf(to)];
  const written =
    to && end && isoDay(from) !== isoDay(to)
      ? precisionOf(from) === precisionOf(to)
        ? look(from).formatRange(start, end)
        : `${look(from).format(start)}–${look(to).format(end)}`
      : look(from).format(start);
  // Intl puts spaces around the dash of a range; without them it fits into a narrow column.
  const tight = written.replace(/\s*–\s*/gu, '–').replaceAll(' ', '\u00a0');
  return from.approximate || from.uncertain ? dates.about(tight) : tight;
}

const SHORT = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  day: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The month and year in which a date begins, or only the year if it has no month: “November 2021”. */
export function monthOf({ from }: When, { language }: Words): string {
  const month = precisionOf(from) === 'year' ? undefined : ('long' as const);
  return new Intl.DateTimeFormat(language, { year: 'numeric', month, timeZone: 'UTC' }).format(dayOf(from));
}

const precisionOf = ({ precision }: Point) => (precision === 'minute' ? 'day' : precision);

/** The day on the writer's own clock, as midnight in UTC. */
const dayOf = (point: Point) => new Date(isoDay(point));

/** A time (milliseconds, UTC since 1970) as a clock in an IANA time zone shows it, with 24 hours: “15:35”. */
export function clockTime(time: number, timeZone: string, { language }: Words): string {
  const format = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  return format.format(time);
}

/** The day in an IANA time zone at a time (milliseconds, UTC since 1970): “30 Dec”. */
export function dayThere(time: number, timeZone: string, { language }: Words): string {
  return new Intl.DateTimeFormat(language, { ...SHORT.day, timeZone }).format(time);
}

/** A length of time in words: “10 years”. `unit` is one of Intl.NumberFormat. */
export function lengthOf(count: number, unit: string, { language }: Words): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
