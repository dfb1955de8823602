import { scaleSymlog } from 'd3-scale';
import {
  millisecondsInDay as DAY,
  millisecondsInHour as HOUR,
  millisecondsInMinute as MINUTE,
} from 'date-fns/constants';
import { lastOf, type When } from '../story/dates.ts';
import { MONTH, YEAR } from '../story/distance.ts';

/** A stretch of time in milliseconds (UTC since 1970). */
export interface Span {
  first: number;
  last: number;
}

/** The time that a date covers. */
export const spanOf = (date: When): Span => ({ first: date.from.first, last: lastOf(date) });

/** A labelled distance from the key moment, such as 10 years before it. */
interface Step {
  /** Its place on the axis, from 0 to 1. */
  at: number;
  side: 'before' | 'after';
  count: number;
  unit: Unit;
}

/** A time axis with a larger scale near the key moment. Places on it are from 0, the earliest, to 1, the latest. */
export interface TimeScale {
  /** The place of a time, in milliseconds (UTC since 1970). Times beyond the axis get its ends. */
  at: (time: number) => number;
  /** Where the key moment begins and ends. */
  moment: { from: number; to: number };
  /** Distances that may get a label, in order of place. */
  steps: Step[];
  /** Places of the fine divisions, in order. */
  notches: number[];
}

/** Lengths of units in milliseconds. */
const UNITS = { minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY, month: MONTH, year: YEAR };
/** A unit of time, by its name in Intl. */
type Unit = keyof typeof UNITS;

/** The distances that may get a label, in units. */
const LABELLED: Record<Unit, readonly number[]> = {
  minute: [1, 10],
  hour: [1, 6],
  day: [1],
  week: [1],
  month: [1],
  year: [1, 10, 30, 100, 1000],
};

/**
 * The fine divisions, as on a slide rule: one every first number, up to the distance of the second, in milliseconds.
 */
const DIVISIONS: readonly (readonly [number, number])[] = [
  [MINUTE, 10 * MINUTE],
  [10 * MINUTE, HOUR],
  [6 * HOUR, DAY],
  [DAY, 7 * DAY],
  [7 * DAY, 28 * DAY],
  [2 * MONTH, YEAR],
  [YEAR, 10 * YEAR],
  [10 * YEAR, 100 * YEAR],
  [100 * YEAR, 1000 * YEAR],
  [1000 * YEAR, 10_000 * YEAR],
];

/**
 * Makes the axis: the distance from the key moment is drawn on a logarithmic scale (log of 1 + distance / unit), the
 * same on both sides. The unit is the length of the moment, or more where nothing else is near, so that the middle does
 * not take up the axis.
 *
 * @param moment when the key moment was
 * @param spans when everything else was
 * @param band the share of the axis that the moment itself takes, from 0 to 1
 */
export function timeScale(moment: Span, spans: readonly Span[], band: number): TimeScale {
  const before = Math.max(0, ...spans.map(({ first }) => moment.first - first));
  const after = Math.max(0, ...spans.map(({ last }) => last - moment.last));
  const gaps = spans.map((span) => Math.abs(distanceFrom(middleOf(span), moment))).filter((gap) => gap > 0);
  const length = moment.last - moment.first + 1;
  const unit = Math.max(length, gaps.length > 0 ? Math.min(...gaps) : 0);
  const most = Math.max(before, after, unit);
  // A side without events still gets a little length, to show that time went on.
  const least = unit * (Math.pow(1 + most / unit, 0.04) - 1);
  const far = { before: Math.max(before, least), after: Math.max(after, least) };
  const log = scaleSymlog()
    .constant(unit)
    .domain([-far.before, far.after])
    .range([0, 1 - band])
    .clamp(true);
  const from = log(0);
  const at = (time: number) => {
    const away = distanceFrom(time, moment);
    if (away !== 0) return log(away) + (away > 0 ? band : 0);
    return from + (band * (time - moment.first)) / length;
  };
  const place = (side: Step['side'], away: number) => (side === 'before' ? log(-away) : log(away) + band);
  const sides = (['before', 'after'] as const).filter((side) => (side === 'before' ? before : after) > 0);
  const labelled = (Object.keys(LABELLED) as Unit[]).flatMap((name) =>
    LABELLED[name].map((count) => ({ count, unit: name, away: count * UNITS[name] })),
  );
  return {
    at,
    moment: { from, to: from + band },
    steps: sides
      .flatMap((side) =>
        labelled
          .filter(({ away }) => away <= far[side] && away >= unit / 3)
          .map(({ away, ...step }) => ({ ...step, side, at: place(side, away) })),
      )
      .sort((a, b) => a.at - b.at),
    notches: sides
      .flatMap((side) => divisions(unit / 12, far[side]).map((away) => place(side, away)))
      .sort((a, b) => a - b),
  };
}

/** How far a time is from the moment, in milliseconds: negative before it, 0 while it lasts, positive after it. */
export function distanceFrom(time: number, moment: Span): number {
  if (time < moment.first) return time - moment.first;
  return time > moment.last ? time - moment.last : 0;
}

export function middleOf({ first, last }: Span): number {
  return (first + last) / 2;
}

function divisions(from: number, to: number): number[] {
  const found = DIVISIONS.flatMap(([step, until], at) => {
    const start = DIVISIONS[at - 1]?.[1] ?? 0;
    const first = Math.floor(start / step) + 1;
    return Array.from({ length: Math.floor(until / step) - first + 1 }, (_, index) => (first + index) * step);
  });
  return found.filter((away) => away >= from && away <= to);
}
