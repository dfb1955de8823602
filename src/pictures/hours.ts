import { tz } from '@date-fns/tz/tz';
import { format } from 'date-fns/format';
import { scaleLinear } from 'd3-scale';
import type { Clock } from '../story/dates.ts';
import { dayInWords } from './english.ts';
import type { Hour, HoursPicture } from '../story/story.ts';
import { typeset } from './english.ts';
import {
  ACCENT,
  addText,
  emptyScene,
  INK,
  LEADING,
  RULE,
  SLACK,
  SOFT,
  tenth,
  type Scene,
  type Shape,
} from './scene.ts';
import { spread } from './spread.ts';
import { element } from './svg.ts';
import { textWidth, wrapText } from './text-width.ts';

/** What a picture of hours is drawn from. */
export type HoursData = Pick<HoursPicture, 'clocks' | 'entries'>;

const HOUR = 3_600_000;
/** Moments further apart than this many hours stand on scales of their own. */
const FAR = 8;
/** The hours of the night, by the local clock. */
const NIGHT = { from: 22, until: 6 };
/** How much of the width the clocks take, unless their names need more. */
const SHARE = 0.44;
/** The least and the most height of an hour. */
const HEIGHT = { least: 44, most: 62 };

/** Entries that stand together: moments on one scale, with what has no clock time between them, or days without any. */
interface Stretch {
  moments: Hour[];
  days: Hour[];
}

/**
 * The days around the key moment from top to bottom. Where clock times are known, the clocks of the story run side by side on
 * one scale, with night shaded and midnight marked; days without clock times are listed between. The order is the writer’s.
 */
export function layoutHours({ clocks, entries }: HoursData, shape: Shape): Scene {
  const scene = emptyScene(shape);
  const shown = clocks.length > 0 ? clocks : [{ place: 'UTC', zone: 'UTC' }];
  let y = 0;
  for (const { moments, days } of stretches(entries)) {
    if (moments.length > 0) y = addScale(scene, moments, shown, y) + 6;
    y = addDays(scene, days, moments.length > 0, y);
  }
  scene.height = Math.ceil(y);
  return scene;
}

/** Cuts the entries where the clock times end, begin, or lie far apart. */
export function stretches(entries: readonly Hour[]): Stretch[] {
  const found: Stretch[] = [];
  let waiting: Hour[] = [];
  for (const entry of entries) {
    if (entry.date.from.precision !== 'minute') {
      waiting.push(entry);
      continue;
    }
    const open = found.at(-1);
    const last = open?.moments.at(-1);
    if (open && last && entry.date.from.first - endOf(last) <= FAR * HOUR) {
      open.days.push(...waiting);
      open.moments.push(entry);
    } else {
      if (waiting.length > 0) found.push({ moments: [], days: waiting });
      found.push({ moments: [entry], days: [] });
    }
    waiting = [];
  }
  return waiting.length > 0 ? [...found, { moments: [], days: waiting }] : found;
}

const endOf = ({ date }: Hour): number => (date.to ?? date.from).first;

function addDays(scene: Scene, days: readonly Hour[], within: boolean, y: number): number {
  const { size, width } = scene;
  if (within && days.length > 0)
    y = addText(scene, 'In these hours, at a time that is not known:', { x: 0, top: y, width, fill: SOFT }) + 2;
  let heading = '';
  for (const entry of days) {
    const day = typeset(dayInWords(entry.date));
    if (day !== heading && !within) y = addText(scene, day, { x: 0, top: y + 4, width, weight: 600 }) + 2;
    heading = day;
    scene.marks.push({
      box: { left: 1, right: 5, top: y + size * 0.62 - 2, bottom: y + size * 0.62 + 2 },
      drawn: element('circle', { cx: 3, cy: y + size * 0.62, r: 2 }),
      later: entry.later,
    });
    y =
      addText(scene, typeset(entry.what), {
        x: 14,
        top: y,
        width: width - 14,
        weight: entry.isMoment ? 600 : 400,
        later: entry.later,
      }) + 4;
  }
  return y + (days.length > 0 ? 8 : 0);
}

/** Draws moments on one scale with a column for each clock, and returns where it ends below. */
function addScale(scene: Scene, moments: readonly Hour[], clocks: readonly Clock[], y: number): number {
  const { size, width } = scene;
  const line = size * LEADING;
  const least = (width * SHARE) / clocks.length;
  const column = Math.min(
    Math.max(...clocks.map(({ place }) => textWidth(place, size, 600) + 8), least),
    (width - 90) / clocks.length,
  );
  const left = column * clocks.length + 8;
  const first = Math.min(...moments.map(({ date }) => date.from.first));
  const [from, to] = [
    Math.floor(first / HOUR - 0.25) * HOUR,
    Math.ceil(Math.max(...moments.map(endOf)) / HOUR + 0.25) * HOUR,
  ];
  const notes = moments.map((entry) => ({
    entry,
    times: wrapText(timesOf(entry, clocks), (width - left) / SLACK, size),
    what: wrapText(typeset(entry.what), (width - left) / SLACK, size, entry.isMoment ? 600 : 400),
  }));
  const needed = notes.reduce((sum, { times, what }) => sum + (times.length + what.length) * line + 8, 0);
  const hours = (to - from) / HOUR;
  const height = hours * Math.min(Math.max(needed / hours, HEIGHT.least), HEIGHT.most);
  const top = addHeads(scene, clocks, column, from, y);
  const at = scaleLinear([from, to], [top, top + height]);

  for (const { date, isMoment } of moments) {
    const [start, end] = [at(date.from.first), at((date.to ?? date.from).first)];
    if (date.to)
      scene.ground.push(
        element('rect', {
          x: 0,
          y: start,
          width: left - 8,
          height: end - start,
          fill: ACCENT,
          'fill-opacity': isMoment ? '.22' : '.1',
        }),
      );
  }
  clocks.forEach((clock, place) =>
    addColumn(scene, clock, {
      x: place * column,
      width: column - 8,
      from,
      to,
      at,
      taken: moments.map(({ date }) => at(date.from.first)),
    }),
  );
  const tops = spread(
    notes.map(({ entry, times, what }) => ({
      at: at(entry.date.from.first) - size * 0.62,
      height: (times.length + what.length) * line,
    })),
    8,
    top,
  );
  notes.forEach(({ entry, times, what }, place) => {
    const start = tops[place] ?? 0;
    const mid = start + size * 0.62;
    scene.ground.push(
      element('path', {
        d: `M0 ${tenth(at(entry.date.from.first))}H${tenth(left - 8)}L${tenth(left - 2)} ${tenth(mid)}`,
        fill: 'none',
        stroke: ACCENT,
        'stroke-width': entry.isMoment ? 2 : 1.2,
      }),
    );
    [...times, ...what].forEach((text, row) =>
      scene.labels.push({
        text,
        x: left,
        y: start + size * 0.95 + row * line,
        weight: entry.isMoment && row >= times.length ? 600 : 400,
        fill: row < times.length ? SOFT : undefined,
        later: entry.later,
      }),
    );
  });
  const last = notes.at(-1);
  const end = last ? (tops.at(-1) ?? 0) + (last.times.length + last.what.length) * line : 0;
  return (
    addText(scene, `Shaded: night, ${NIGHT.from}:00 to 0${NIGHT.until}:00`, {
      x: 0,
      top: Math.max(top + height, end) + 6,
      width,
      fill: SOFT,
    }) + 4
  );
}

/** The names of the clocks, each with the day on which its scale begins. */
function addHeads(scene: Scene, clocks: readonly Clock[], column: number, from: number, y: number): number {
  const { size } = scene;
  clocks.forEach(({ place, zone }, at) => {
    const x = at * column;
    scene.labels.push({ text: place, x, y: y + size, weight: 600 });
    scene.labels.push({ text: format(from, 'd\u00a0MMM', { in: tz(zone) }), x, y: y + size * 2.25, fill: SOFT });
  });
  return y + size * 2.8;
}

interface Column {
  x: number;
  width: number;
  from: number;
  to: number;
  at: (time: number) => number;
  /** Where lines cross the columns, which hours must not be written on. */
  taken: readonly number[];
}

function addColumn(scene: Scene, { zone }: Clock, { x, width, from, to, at, taken }: Column): void {
  const { size } = scene;
  const inZone = { in: tz(zone) };
  const hours = [...wholeHours(from, to, zone)];
  const isNight = (time: number) => {
    const hour = Number(format(time, 'H', inZone));
    return hour >= NIGHT.from || hour < NIGHT.until;
  };
  const edges = [from, ...hours, to];
  const nights = edges.flatMap((time, place) => {
    const until = edges[place + 1] ?? time;
    return until > time && isNight(time)
      ? [`M${tenth(x)} ${tenth(at(time))}h${tenth(width)}V${tenth(at(until))}h${tenth(-width)}z`]
      : [];
  });
  if (nights.length > 0)
    scene.ground.unshift(element('path', { d: nights.join(''), fill: RULE, 'fill-opacity': '.6' }));
  const ticks = hours.map((time) => {
    const y = at(time);
    const midnight = format(time, 'H', inZone) === '0';
    const room = y + size * 1.1 < at(to) && !taken.some((line) => line > y + 1 && line < y + size * 1.1);
    const text = format(time, midnight ? 'd\u00a0MMM' : 'HH:mm', inZone);
    if (room)
      scene.labels.push({ text, x: x + 8, y: y + size * (midnight ? 1.05 : 0.95), weight: midnight ? 600 : 400 });
    return `M${tenth(x)} ${tenth(y)}h${tenth(midnight ? width : 6)}`;
  });
  scene.ground.push(
    element('path', {
      d: `M${tenth(x + 0.5)} ${tenth(at(from))}V${tenth(at(to))}${ticks.join('')}`,
      stroke: INK,
      fill: 'none',
    }),
  );
}

/** The times between two at which a clock shows a whole hour; old local times were minutes and seconds off each other. */
function* wholeHours(from: number, to: number, zone: string): Generator<number> {
  for (let time = from; time <= to;) {
    const [minutes = 0, seconds = 0] = format(time, 'm s', { in: tz(zone) })
      .split(' ')
      .map(Number);
    const past = (minutes * 60 + seconds) * 1000;
    if (past === 0) yield time;
    time += HOUR - past;
  }
}

/** The times of a moment on all clocks, in their order: “15:35 · 22:35”. */
function timesOf({ date }: Hour, clocks: readonly Clock[]): string {
  const time = (point: number, zone: string) => format(point, 'HH:mm', { in: tz(zone) });
  return clocks
    .map(({ zone }) => [date.from, ...(date.to ? [date.to] : [])].map(({ first }) => time(first, zone)).join('–'))
    .join(' · ');
}
