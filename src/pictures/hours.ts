import { millisecondsInHour as HOUR } from 'date-fns/constants';
import { scaleLinear } from 'd3-scale';
import { allLater, clockIn, dayInWords, type Clock } from '../story/dates.ts';
import type { Hour, HoursPicture } from '../story/story.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { spreadOut } from './boxes.ts';
import { clockTime, dayThere } from './dates.ts';
import { ACCENT, addText, emptyScene, INK, laterGround, LEADING, RULE, SOFT, type Scene, type Shape } from './scene.ts';
import { element, path, tenth } from './svg.ts';
import { textWidth, wrapText } from './text.ts';

/** The fields of a picture of hours that drawing needs. */
export type HoursData = Pick<HoursPicture, 'clocks' | 'entries'>;

/** Moments further apart than this many hours are on separate scales. */
const FAR = 8;
/** The hours of the night, by the local clock. */
const NIGHT = { from: 22, until: 6 };
/** The part of the width that the clocks take, unless their names need more. */
const CLOCKS = 0.44;
/** The least and the most height of an hour, in units of the drawing. */
const HOUR_HEIGHT = { least: 44, most: 62 };
/** The room between the columns, and between them and the words. */
const GAP = 8;

/**
 * Entries that are drawn together: those with a clock time on one scale (`moments`), and those without (`days`) that
 * lie between them or, if there are no moments, by themselves.
 */
interface Stretch {
  moments: Hour[];
  days: Hour[];
}

/**
 * Lays out the days around the key moment from top to bottom. Where there are clock times, the clocks of the story
 * (IANA time zones) run side by side on one scale, with night shaded and midnight marked; entries without a clock time
 * are listed between, in the writer's order. A story without clocks gets UTC.
 */
export function layoutHours({ clocks, entries }: HoursData, shape: Shape, words: Words): Scene {
  const scene = emptyScene(shape);
  const shown = clocks.length > 0 ? clocks : [{ place: 'UTC', zone: 'UTC' }];
  let y = 0;
  for (const { moments, days } of stretchesOf(entries)) {
    if (moments.length > 0) y = addStretch(scene, moments, shown, y, words) + 6;
    y = addDays(scene, days, moments.length > 0, y, words);
  }
  scene.height = Math.ceil(y);
  return scene;
}

/** Adds moments on one scale, and marks it, with its clocks, as later where all of them came after the key moment. */
function addStretch(scene: Scene, moments: readonly Hour[], clocks: readonly Clock[], y: number, words: Words): number {
  const own: Scene = { ...scene, ground: [], labels: [], marks: [] };
  const bottom = addScale(own, moments, clocks, y, words);
  const isLater = allLater(moments);
  scene.ground.push(...(isLater ? [laterGround(own.ground.join(''))] : own.ground));
  scene.labels.push(...(isLater ? own.labels.map((label) => ({ ...label, later: true })) : own.labels));
  scene.marks.push(...own.marks);
  return bottom;
}

/** Divides entries where clock times begin, end, or are too far apart for one scale. */
export function stretchesOf(entries: readonly Hour[]): Stretch[] {
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

/** Lists entries without a clock time below the scale (`within`) or under their days. Returns the y where they end. */
function addDays(scene: Scene, days: readonly Hour[], within: boolean, y: number, words: Words): number {
  const { size, width } = scene;
  if (days.length === 0) return y;
  if (within) y = addText(scene, words.pictures.timeUnknown, { x: 0, top: y, width, fill: SOFT }) + 2;
  let heading = '';
  for (const { date, what, isMoment, later } of days) {
    const day = typeset(dayInWords(date, words), words);
    if (day !== heading && !within) y = addText(scene, day, { x: 0, top: y + 4, width, weight: 600, later }) + 2;
    heading = day;
    const middle = y + size * 0.62;
    scene.marks.push({
      box: { left: 1, right: 5, top: middle - 2, bottom: middle + 2 },
      drawn: element('circle', { cx: 3, cy: middle, r: 2 }),
      later,
    });
    const style = { weight: isMoment ? 600 : 400, later } as const;
    y = addText(scene, typeset(what, words), { x: 14, top: y, width: width - 14, ...style }) + 4;
  }
  return y + 8;
}

/** Draws moments on one scale with a column for each clock, and returns the y where it ends. */
function addScale(scene: Scene, moments: readonly Hour[], clocks: readonly Clock[], y: number, words: Words): number {
  const { size, width } = scene;
  const share = (width * CLOCKS) / clocks.length;
  const wanted = clocks.map(({ place }) => Math.max(share, textWidth(place, size, 600) + GAP));
  const all = wanted.reduce((sum, one) => sum + one, 0);
  const columns = wanted.map((one) => one * Math.min(1, (width - 90) / all));
  const left = columns.reduce((sum, one) => sum + one, GAP);
  // Whole hours, with a quarter of an hour to spare at both ends.
  const from = Math.floor(Math.min(...moments.map(({ date }) => date.from.first)) / HOUR - 0.25) * HOUR;
  const to = Math.ceil(Math.max(...moments.map(endOf)) / HOUR + 0.25) * HOUR;
  const notes = moments.map((entry) => {
    const all = timesOf(entry, clocks, words);
    const times = textWidth(all.join(' · '), size) <= width - left ? [all.join(' · ')] : all;
    const what = wrapText(typeset(entry.what, words), width - left, size, entry.isMoment ? 600 : 400);
    return { ...entry, times, what, height: (times.length + what.length) * size * LEADING };
  });
  const hours = (to - from) / HOUR;
  const needed = notes.reduce((sum, { height }) => sum + height + GAP, 0) / hours;
  const top = y + size * 2.8;
  const foot = top + hours * Math.min(Math.max(needed, HOUR_HEIGHT.least), HOUR_HEIGHT.most);
  const at = scaleLinear([from, to], [top, foot]);

  for (const entry of moments.filter(({ date }) => date.to)) {
    const start = at(entry.date.from.first);
    const shade = { fill: ACCENT, 'fill-opacity': entry.isMoment ? '.22' : '.1' };
    const room = { x: 0, y: start, width: left - GAP, height: at(endOf(entry)) - start };
    const drawn = element('rect', { ...room, ...shade });
    scene.ground.push(entry.later ? laterGround(drawn) : drawn);
  }
  const lines = moments.map(({ date }) => at(date.from.first));
  clocks.forEach((clock, place) => {
    const x = columns.slice(0, place).reduce((sum, one) => sum + one, 0);
    addClock(scene, clock, { x, y, width: (columns[place] ?? 0) - GAP, from, to, at, lines }, words);
  });
  const places = notes.map(({ height, date }) => ({ height, top: at(date.from.first) - size * 0.62 }));
  const tops = spreadOut(places, GAP, top);
  let bottom = foot;
  notes.forEach(({ date, isMoment, later, times, what, height }, place) => {
    const start = tops[place] ?? 0;
    const level = `M0 ${tenth(at(date.from.first))}H${tenth(left - GAP)}`;
    const line = `${level}L${tenth(left - 2)} ${tenth(start + size * 0.62)}`;
    const drawn = path(line, { fill: 'none', stroke: ACCENT, 'stroke-width': isMoment ? 2 : 1.2 });
    scene.ground.push(later ? laterGround(drawn) : drawn);
    const [first, second] = [start + size * 0.95, start + size * (0.95 + times.length * LEADING)];
    scene.labels.push({ lines: times, x: left, y: first, fill: SOFT, later });
    scene.labels.push({ lines: what, x: left, y: second, weight: isMoment ? 600 : 400, later });
    bottom = Math.max(bottom, start + height);
  });
  const hour = (clock: number) => clockTime(clock * HOUR, 'UTC', words);
  const night = words.pictures.night(hour(NIGHT.from), hour(NIGHT.until));
  return addText(scene, night, { x: 0, top: bottom + 6, width, fill: SOFT }) + 4;
}

/** Where a clock is drawn. */
interface Column {
  x: number;
  y: number;
  width: number;
  /** The first and the last time, in milliseconds (UTC), and the height of each. */
  from: number;
  to: number;
  at: (time: number) => number;
  /** Where lines cross the columns, which hours must not be written on. */
  lines: readonly number[];
}

/** Draws one clock: its name, the day, whole hours with a tick, midnight with the new day, and nights shaded. */
function addClock(scene: Scene, { place, zone }: Clock, column: Column, words: Words): void {
  const { x, y: top, width, from, to, at, lines } = column;
  const { size } = scene;
  scene.labels.push({ lines: [place], x, y: top + size, weight: 600 });
  scene.labels.push({ lines: [dayThere(from, zone, words)], x, y: top + size * 2.25, fill: SOFT });
  const hourOf = (time: number) => new Date(clockIn(zone, time)).getUTCHours();
  const hours = [...wholeHours(from, to, zone)];
  let nights = '';
  [from, ...hours].forEach((time, index) => {
    const until = hours[index] ?? to;
    if (until > time && (hourOf(time) >= NIGHT.from || hourOf(time) < NIGHT.until))
      nights += `M${tenth(x)} ${tenth(at(time))}h${tenth(width)}V${tenth(at(until))}h${tenth(-width)}z`;
  });
  // At the front of the list, so that it is drawn behind the shades of the moments.
  scene.ground.unshift(path(nights, { fill: RULE, 'fill-opacity': '.6' }));
  let axis = `M${tenth(x + 0.5)} ${tenth(at(from))}V${tenth(at(to))}`;
  for (const time of hours) {
    const y = at(time);
    const isMidnight = hourOf(time) === 0;
    axis += `M${tenth(x)} ${tenth(y)}h${tenth(isMidnight ? width : 6)}`;
    const text = isMidnight ? dayThere(time, zone, words) : clockTime(time, zone, words);
    const isClear = lines.every((line) => line <= y + 1 || line >= y + size * 1.1) && y + size * 1.1 < at(to);
    const level = y + size * (isMidnight ? 1.05 : 0.95);
    if (isClear) scene.labels.push({ lines: [text], x: x + GAP, y: level, weight: isMidnight ? 600 : 400 });
  }
  scene.ground.push(path(axis, { stroke: INK, fill: 'none' }));
}

/**
 * The times in an interval at which a clock shows a whole hour, in milliseconds (UTC since 1970). eachHourOfInterval of
 * date-fns cannot be used, because some zones differ by half hours, and historical ones by minutes and seconds.
 */
function* wholeHours(from: number, to: number, zone: string): Generator<number> {
  for (let time = from; time <= to;) {
    const past = clockIn(zone, time) % HOUR;
    if (past === 0) yield time;
    time += HOUR - past;
  }
}

/** The times of a moment on all clocks, in their order: “15:35–16:25”, “22:35–23:25”. */
function timesOf({ date: { from, to } }: Hour, clocks: readonly Clock[], words: Words): string[] {
  return clocks.map(({ zone }) => {
    const start = clockTime(from.first, zone, words);
    return to ? words.punctuation.range(start, clockTime(to.first, zone, words)) : start;
  });
}
