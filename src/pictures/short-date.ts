import { isoDay, type Point, type When } from '../story/dates.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** A date in few letters, for a heading above it to give the year: “2–3 Nov”, “about 8 Dec”, “Jan”. A bare year stays a year. */
export function shortDate({ from, to }: When): string {
  const start = parts(from);
  const end = to && parts(to);
  const about = from.approximate || from.uncertain ? 'about ' : '';
  if (!end || (start.day === end.day && start.rest === end.rest))
    return `${about}${[start.day, start.rest].filter(Boolean).join('\u00a0')}`;
  if (start.rest === end.rest) return `${about}${start.day}–${end.day}\u00a0${end.rest}`;
  return `${about}${[start.day, start.rest].filter(Boolean).join('\u00a0')}–${[end.day, end.rest].filter(Boolean).join('\u00a0')}`;
}

/** The month and year that a date begins in, or the year if no month is known: “November 2021”. */
export function monthOf({ from }: When): string {
  const [year = '', month] = isoDay(from).split('-');
  return month === undefined ? year : `${LONG[Number(month) - 1]} ${year}`;
}

const LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function parts(point: Point): { day: string; rest: string } {
  const [year = '', month, day] = isoDay(point).split('-');
  if (month === undefined) return { day: '', rest: year };
  return { day: day === undefined ? '' : String(Number(day)), rest: MONTHS[Number(month) - 1] ?? '' };
}
