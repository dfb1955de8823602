import { millisecondsInDay as DAY } from 'date-fns/constants';
import { scaleUtc } from 'd3-scale';
import { dayInWords, lastOf } from '../story/dates.ts';
import type { EventsPicture } from '../story/story.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { spreadOut } from './boxes.ts';
import { ACCENT, emptyScene, INK, laterGround, LEADING, PAPER, RULE, SOFT, type Scene, type Shape } from './scene.ts';
import { element, path, tenth } from './svg.ts';
import { wrapText } from './text.ts';
import { middleOf, spanOf } from './time-scale.ts';

/** The fields of a stretch of time that drawing needs. */
export type EventsData = Pick<EventsPicture, 'entries'>;

/** Where the axis is, and where the words begin. */
const COLUMNS = { wide: { axis: 92, words: 128 }, narrow: { axis: 62, words: 86 } } as const;
const GAP = 9;
/** The radius of a dot, and of that of the key moment. */
const R = { event: 4, moment: 5.5 };
/** A longer stretch has years at its axis, a shorter one days, and one between them months; in days. */
const LONG = 3 * 365;
const SHORT = 70;

/**
 * Lays out events from top to bottom on one even axis of time, which shows how close they followed each other. Each has
 * its day and its title beside it; a line leads there from the axis.
 */
export function layoutEvents({ entries }: EventsData, shape: Shape, words: Words): Scene {
  const scene = emptyScene(shape);
  const { size, width } = scene;
  if (entries.length === 0) return scene;
  const { axis, words: left } = COLUMNS[shape];
  const line = size * LEADING;
  const rows = entries.map((event) => {
    const weight = event.isMoment ? (600 as const) : (400 as const);
    const title = wrapText(typeset(event.title, words), width - left, size, weight);
    return {
      event,
      span: spanOf(event.date),
      weight,
      title,
      day: typeset(dayInWords(event.date, words), words),
      height: (title.length + 1) * line,
    };
  });
  const first = Math.min(...rows.map(({ span }) => span.first));
  const last = Math.max(...rows.map(({ span }) => span.last));
  const needed = rows.reduce((sum, { height }) => sum + height + GAP, -GAP);
  const top = size * 0.62;
  const y = scaleUtc([first, last], [top, top + needed - 2 * line]);
  const tops = spreadOut(
    rows.map(({ height, span }) => ({ height, top: y(middleOf(span)) - top })),
    GAP,
    0,
  );

  const ground = addAxis(scene, entries, y, axis, words);
  rows.forEach(({ event, span, weight, title, day, height }, at) => {
    const { later, isMoment } = event;
    const middle = y(middleOf(span));
    const start = tops[at] ?? 0;
    const radius = isMoment ? R.moment : R.event;
    const leader = path(`M${axis} ${tenth(middle)}H${axis + 8}L${left - 12} ${tenth(start + top)}h6`, {
      fill: 'none',
      stroke: isMoment ? ACCENT : RULE,
      'stroke-width': 1.2,
    });
    const [from, to] = [y(span.first), y(span.last)];
    const bar =
      event.date.to && to - from > 2 * radius
        ? path(`M${axis} ${tenth(from)}V${tenth(to)}`, { stroke: INK, 'stroke-width': 4 })
        : '';
    ground[later ? 'later' : 'known'] += leader + bar;
    scene.marks.push({
      box: { left: axis - radius, right: axis + radius, top: middle - radius, bottom: middle + radius },
      drawn: element('circle', { cx: axis, cy: middle, r: radius, fill: isMoment ? ACCENT : INK, stroke: PAPER }),
      later,
    });
    const base = start + size * 0.95;
    scene.labels.push({ lines: [day], x: left, y: base, fill: isMoment ? ACCENT : SOFT, later });
    scene.labels.push({ lines: title, x: left, y: base + line, weight, later });
    scene.height = Math.max(scene.height, start + height);
  });
  scene.ground.push(ground.known, laterGround(ground.later));
  scene.height = Math.ceil(Math.max(scene.height, y(last) + R.moment));
  return scene;
}

/**
 * Adds the years, months or days on the left of the axis, and returns the SVG of its lines. What lies after the last
 * event that was known is later.
 */
function addAxis(
  scene: Scene,
  entries: EventsData['entries'],
  y: ReturnType<typeof scaleUtc<number, number>>,
  axis: number,
  { language }: Words,
): { known: string; later: string } {
  const { size } = scene;
  const [from, until] = y.domain();
  const known = Math.max(...entries.filter(({ later }) => !later).map(({ date }) => lastOf(date)));
  const days = (Number(until) - Number(from)) / DAY;
  const look =
    days > LONG
      ? ({ year: 'numeric' } as const)
      : days > SHORT
        ? ({ month: 'short', year: 'numeric' } as const)
        : ({ day: 'numeric', month: 'short' } as const);
  const format = new Intl.DateTimeFormat(language, { ...look, timeZone: 'UTC' });
  const ground = { known: '', later: '' };
  let last = -Infinity;
  for (const tick of y.ticks(days > LONG || days < SHORT ? 8 : 4)) {
    const level = y(tick);
    if (level - last < size * 1.6) continue;
    last = level;
    const later = tick.getTime() > known;
    ground[later ? 'later' : 'known'] += `M${axis - 5} ${tenth(level)}h5`;
    const lines = [format.format(tick)];
    scene.labels.push({ lines, x: axis - 9, y: level + size * 0.33, anchor: 'end', fill: SOFT, later });
  }
  const split = Math.max(Number(from), Math.min(known, Number(until)));
  const draw = (ticks: string, start: number, end: number) =>
    path(ticks + (end > start ? `M${axis} ${tenth(y(start))}V${tenth(y(end))}` : ''), { stroke: SOFT });
  return { known: draw(ground.known, Number(from), split), later: draw(ground.later, split, Number(until)) };
}
