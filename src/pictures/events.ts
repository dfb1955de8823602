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
import { middleOf } from './time-scale.ts';

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
      weight,
      title,
      day: typeset(dayInWords(event.date, words), words),
      height: (title.length + 1) * line,
    };
  });
  const spans = entries.map(({ date }) => ({ first: date.from.first, last: lastOf(date) }));
  const [first, last] = [Math.min(...spans.map((one) => one.first)), Math.max(...spans.map((one) => one.last))];
  const needed = rows.reduce((sum, { height }) => sum + height + GAP, -GAP);
  const top = size * 0.62;
  const y = scaleUtc([first, last], [top, top + needed - 2 * line]);
  const tops = spreadOut(
    rows.map(({ height }, at) => ({ height, top: y(middleOf(spans[at] ?? { first, last })) - top })),
    GAP,
    0,
  );

  addAxis(scene, entries, y, words);
  rows.forEach(({ event, weight, title, day, height }, at) => {
    const { later, isMoment } = event;
    const span = spans[at] ?? { first, last };
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
    scene.ground.push(later ? laterGround(leader + bar) : leader + bar);
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
  scene.height = Math.ceil(Math.max(scene.height, y(last) + R.moment));
  return scene;
}

/** Adds the axis with its years, months or days on the left. What lies after the last event that was known is later. */
function addAxis(
  scene: Scene,
  entries: EventsData['entries'],
  y: ReturnType<typeof scaleUtc<number, number>>,
  { language }: Words,
): void {
  const { size } = scene;
  const [from, until] = y.domain();
  const axis = COLUMNS[scene.width < 400 ? 'narrow' : 'wide'].axis;
  const known = Math.max(...entries.filter(({ later }) => !later).map(({ date }) => lastOf(date)));
  const days = (Number(until) - Number(from)) / DAY;
  const look =
    days > LONG
      ? ({ year: 'numeric' } as const)
      : days > SHORT
        ? ({ month: 'short', year: 'numeric' } as const)
        : ({ day: 'numeric', month: 'short' } as const);
  const format = new Intl.DateTimeFormat(language, { ...look, timeZone: 'UTC' });
  let last = -Infinity;
  for (const tick of y.ticks(days > LONG || days < SHORT ? 8 : 4)) {
    const level = y(tick);
    if (level - last < size * 1.6) continue;
    last = level;
    const later = tick.getTime() > known;
    const drawn = path(`M${axis - 5} ${tenth(level)}h5`, { stroke: SOFT });
    scene.ground.push(later ? laterGround(drawn) : drawn);
    scene.labels.push({
      lines: [format.format(tick)],
      x: axis - 9,
      y: level + size * 0.33,
      anchor: 'end',
      fill: SOFT,
      later,
    });
  }
  const draw = (start: number, end: number) =>
    end > start ? path(`M${axis} ${tenth(y(start))}V${tenth(y(end))}`, { stroke: SOFT }) : '';
  const split = Math.max(Number(from), Math.min(known, Number(until)));
  scene.ground.unshift(draw(Number(from), split), laterGround(draw(split, Number(until))));
}
