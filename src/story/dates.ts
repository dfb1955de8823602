import { tz } from '@date-fns/tz/tz';
import { format } from 'date-fns/format';
import type { Words } from '../words/words.ts';

/**
 * A date or a range of dates, exactly as precise as the writer wrote it.
 * Written in EDTF (ISO 8601-2, https://www.loc.gov/standards/datetime/).
 */
export interface When {
  /** The text as written, e.g. `2024-04-13~`. */
  edtf: string;
  from: Point;
  /** The end of a range; absent when the date is a single point. */
  to?: Point;
}

/** One end of a date. */
export interface Point {
  precision: 'year' | 'month' | 'day' | 'minute';
  /** First and last millisecond that the point covers, in UTC since 1970. */
  first: number;
  last: number;
  /** Minutes east of UTC as written; only a clock time (`minute`) has it. */
  offset?: number;
  approximate?: true;
  uncertain?: true;
}

/** A place whose clock is shown for clock times. `zone` is an IANA name such as `Europe/Istanbul`. */
export interface Clock {
  place: string;
  zone: string;
}

/** What of EDTF this site uses: a year, month, day or clock time, and after the first three a sign for the whole. */
const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::[0-5]\d)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?((?<!T.*)[~?%])?$/;
/** What else EDTF has: unknown digits, decades, signs for a part, long years, sets. */
const OTHER_EDTF = /^(?:[~?%]?-?[\dX]{3,4}[~?%]?(?:-[~?%]?[\dX]{2}[~?%]?){0,2}|Y-?\d.*|[[{].*[\]}])$/;

/** Reads an EDTF date. Throws an Error whose message tells the writer what is wrong and what is allowed. */
export function parseWhen(edtf: string): When {
  if (edtf.length > 80) throw new Error(`“${edtf}” is too long for a date`);
  const meant = slipIn(edtf);
  if (meant !== undefined) throw new Error(`“${edtf}” is not a date as the site reads it; ${meant}`);
  const ends = edtf.split('/');
  if (ends.length > 2) throw new Error(`“${edtf}” has more than two ends`);
  const [from, to] = ends.map((end) => parsePoint(end, edtf));
  if (!from) throw new Error('the date is empty');
  if (!to) return { edtf, from };
  if ((from.precision === 'minute') !== (to.precision === 'minute'))
    throw new Error(`“${edtf}” has a clock time at one end only`);
  if (to.last < from.first) throw new Error(`“${edtf}” ends before it starts`);
  return { edtf, from, to };
}

/** How a date is written that is in the order or with the signs of everyday: `14/03/2024`, `2024-3-4`. */
function slipIn(written: string): string | undefined {
  const dashed = written.replace(/(?<=\d)\s*[–—]\s*(?=\d)|(?<=\d)\s+-\s+(?=\d)/u, '/');
  if (dashed !== written) return `write a range with /: ${dashed}`;
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d/.test(written)) return 'a clock time has T before it, and its offset: T15:35-04:00';
  const [, first = '', second = '', third = ''] = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})$/.exec(written) ?? [];
  const day = [first, second, third].map((part) => part.padStart(2, '0'));
  const order = first.length === 4 ? day : third.length === 4 && Number(first) > 12 ? day.toReversed() : undefined;
  const iso = order?.join('-');
  if (first === '' || iso === written || (first.length < 4 && third.length < 4)) return undefined;
  return `write the year, the month and the day: ${iso ?? `${third}-…-…`}`;
}

function parsePoint(text: string, whole: string): Point {
  if (text === '' || text === '..') throw new Error(`“${whole}” has an open end; give both`);
  const [, year, month, day, hour, minute, zone, qualifier = ''] = DATE.exec(text) ?? [];
  if (year === undefined)
    throw new Error(
      `“${text}” is ${OTHER_EDTF.test(text) ? 'EDTF that this site does not use' : 'not a date'}; ${ALLOWED}`,
    );
  if (hour !== undefined && zone === undefined)
    throw new Error(`“${text}” has a clock time without an offset; add one such as -05:00`);
  const precision = hour !== undefined ? 'minute' : day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  const values = [Number(year), Number(month ?? 1) - 1, ...[day ?? 1, hour ?? 0, minute ?? 0].map(Number)];
  if (!isInCalendar(values)) throw new Error(`“${text}” is not in the calendar`);
  if (Number(year) < FIRST_YEAR) throw new Error(`“${text}” is out of reach; the site knows the years 0100 to 9999`);
  const offset = minutesOf(zone);
  return {
    precision,
    ...span(values, precision, offset),
    ...(precision === 'minute' && { offset }),
    ...(/[~%]/.test(qualifier) && { approximate: true as const }),
    ...(/[?%]/.test(qualifier) && { uncertain: true as const }),
  };
}

/** Minutes east of UTC, of an offset such as `-05:00`. */
function minutesOf(zone = 'Z'): number {
  const [, sign = '', hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** What a date may look like, for a message to the writer. */
export const ALLOWED =
  'write 2024, 2024-05, 2024-05-17, 2024-05-17T15:35-04:00, a range of two with / between, ' +
  'or ~ after a date that is about right';

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
const FIRST_YEAR = 100;

/** Whether the month, the day and the time exist. */
function isInCalendar([year = 0, month = 0, day = 1, hour = 0, minute = 0]: number[]): boolean {
  const date = new Date(Date.UTC(year, month, day));
  // `Date` carries what is too much over to the next month.
  return month < 12 && date.getUTCMonth() === month && date.getUTCDate() === day && hour < 24 && minute < 60;
}

function span(values: number[], precision: Point['precision'], offset: number): { first: number; last: number } {
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0] = values;
  const first = Date.UTC(year, month, day, hour, minute) - offset * 60_000;
  const next = {
    year: Date.UTC(year + 1, 0, 1),
    month: Date.UTC(year, month + 1, 1),
    day: Date.UTC(year, month, day + 1),
    minute: first + 60_000,
  }[precision];
  return { first, last: next - 1 };
}

/** Orders dates by their start; of two that start together, the more precise one comes first. */
export function compareWhen(a: When, b: When): number {
  return a.from.first - b.from.first || lastOf(a) - lastOf(b) || (a.edtf < b.edtf ? -1 : 1);
}

/** The last millisecond that the date covers, in UTC since 1970. */
export function lastOf(when: When): number {
  return (when.to ?? when.from).last;
}

/** Whether `when` begins after the end of `moment`: it is hindsight from there. Nothing is, without a moment. */
export function isAfter(when: When, moment: When | undefined): boolean {
  return moment !== undefined && when.from.first > lastOf(moment);
}

/** Whether all of them came after the key moment: what holds nothing else is hindsight as a whole. */
export const allLater = (some: readonly { later: boolean }[]): boolean => some.every(({ later }) => later);

/** The day at the start without its year, as readers search for it: “30 December”. */
export function dayOfYear(when: When, words: Words): string {
  return pattern(when.from, words.dates.dayOfYear, words);
}

/** The calendar year at the start, in the offset that the writer wrote. */
export function yearOf(when: When): number {
  return Number(pattern(when.from, 'yyyy'));
}

/** The ISO 8601 day (or month, or year) of a point, in the offset that the writer wrote: `2024-05-17`. */
export function isoDay(point: Point): string {
  return pattern(point, { year: 'yyyy', month: 'yyyy-MM', day: 'yyyy-MM-dd', minute: 'yyyy-MM-dd' }[point.precision]);
}

/** The value of a `datetime` attribute (HTML standard, section 4.5.14) for one end of a date. */
export function machineDate(point: Point): string {
  return point.precision === 'minute'
    ? `${pattern(point, "yyyy-MM-dd'T'HH:mm")}${offsetText(point.offset ?? 0)}`
    : isoDay(point);
}

/**
 * The date in words, whatever the time zone of the machine: “April 2024”, “about 13 April 2024”,
 * “17 May 2024, 15:35 in Boston, 22:35 in Istanbul”.
 */
export function inWords(when: When, words: Words, clocks: readonly Clock[] = []): string {
  const day = dayInWords(when, words);
  if (when.from.precision !== 'minute') return day;
  const times = clocks.length > 0 ? clocks.map((clock) => clockTime(when, clock, words)) : [ownClockTime(when, words)];
  return words.dates.withTimes(day, times);
}

/** The date in words without clock times. */
export function dayInWords({ from, to }: When, words: Words): string {
  const { dates } = words;
  if (!to || isoDay(from) === isoDay(to)) return qualified(from, words);
  // “about 10–13 April 2024” where both ends are about right.
  if (from.approximate && to.approximate && !from.uncertain && !to.uncertain) {
    const { approximate: _, ...start } = from;
    const { approximate: __, ...end } = to;
    return dates.about(dayInWords({ edtf: '', from: start, to: end }, words));
  }
  const plain = !from.approximate && !from.uncertain && !to.approximate && !to.uncertain;
  const near = plain ? sharedBy(from, to, words) : undefined;
  return near
    ? near.range(pattern(from, near.from, words), pattern(to, near.to, words))
    : dates.range(qualified(from, words), qualified(to, words));
}

/** How a range is written whose ends share their month or year; undefined where they do not, or one is less precise. */
function sharedBy(from: Point, to: Point, { dates }: Words): Words['dates']['withinMonth'] | undefined {
  const [start, end] = [isoDay(from), isoDay(to)];
  if (start.slice(0, 4) !== end.slice(0, 4)) return undefined;
  if (isDayLike(from) && isDayLike(to))
    return start.slice(0, 7) === end.slice(0, 7) ? dates.withinMonth : dates.withinYear;
  return from.precision === 'month' && to.precision === 'month' ? dates.monthsOfYear : undefined;
}

/** Whether the day of a date is known. */
export function isDayLike({ precision }: Point): boolean {
  return precision === 'day' || precision === 'minute';
}

function qualified(point: Point, words: Words): string {
  const { year, month, day, about, uncertain } = words.dates;
  const plain = pattern(point, { year, month, day, minute: day }[point.precision], words);
  const approximated = point.approximate ? about(plain) : plain;
  return point.uncertain ? uncertain(approximated) : approximated;
}

/** “15:35 in Boston”; with the day too, where it was already another day there. */
function clockTime({ from, to }: When, { place, zone }: Clock, { dates }: Words): string {
  const { locale } = dates;
  const show = (point: Point, tokens: string) => format(clockIn(zone, point.first), tokens, { in: tz('UTC'), locale });
  const day = (point: Point) => show(point, 'MM-dd');
  const time = (point: Point, sayDay: boolean) => show(point, sayDay ? dates.timeOnDay : dates.time);
  const start = time(from, day(from) !== pattern(from, 'MM-dd'));
  return dates.timeAt(to ? dates.range(start, time(to, day(to) !== day(from))) : start, place);
}

/**
 * What the clocks of a zone show, as if it were UTC. Asked of Intl, since `tz` takes zones less than an hour west of
 * UTC, as Dublin once was, for zones east of it.
 */
export function clockIn(zone: string, time: number): number {
  let clock = clocksOf.get(zone);
  if (!clock) {
    const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    clock = new Intl.DateTimeFormat('en', { timeZone: zone, hourCycle: 'h23', second: 'numeric', ...numbers });
    clocksOf.set(zone, clock);
  }
  const part = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day, hour, minute, second } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const clocksOf = new Map<string, Intl.DateTimeFormat>();

function ownClockTime({ from, to }: When, words: Words): string {
  const { dates } = words;
  const one = (point: Point) => pattern(point, dates.time, words);
  return dates.timeWithOffset(to ? dates.range(one(from), one(to)) : one(from), offsetText(from.offset ?? 0));
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}

/**
 * Formats a point by a pattern of date-fns: days have no time zone, clock times keep the offset that they were written
 * with. `words` are needed for a pattern with names of months.
 */
function pattern(point: Point, tokens: string, words?: Words): string {
  const time = point.first + (point.offset ?? 0) * 60_000;
  const key = `${time} ${tokens} ${words?.language}`;
  let text = formatCache.get(key);
  if (text === undefined) {
    text = format(time, tokens, { in: tz('UTC'), ...(words && { locale: words.dates.locale }) });
    formatCache.set(key, text);
  }
  return text;
}

// The pages format the same few dates again and again, and formatting is slow.
const formatCache = new Map<string, string>();
