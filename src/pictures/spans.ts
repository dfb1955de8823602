import { scaleUtc } from 'd3-scale';
import { dayInWords, lastOf, yearOf } from '../story/dates.ts';
import type { SpansPicture, TimeSpan } from '../story/story.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { grow, isFree, type Box } from './boxes.ts';
import {
  ACCENT,
  addText,
  boxOf,
  emptyScene,
  INK,
  linesOf,
  RULE,
  SOFT,
  type Label,
  type Scene,
  type Shape,
  type Timing,
} from './scene.ts';
import { element, path, tenth } from './svg.ts';
import { fitText, textWidth, widest } from './text.ts';

/** The fields of a picture of spans that drawing needs. */
export type SpansData = Pick<SpansPicture, 'moment' | 'rows'>;

type Scale = (time: number) => number;

/** How wide the words of a row are, and where the axis begins: beside them, or below. */
const COLUMNS = { wide: { words: 196, axis: 214 }, narrow: { words: 320, axis: 2 } } as const;
const BAR = 11;
const ROW_GAP = 13;
/** The room at the right of the axis for the arrow of a bar without an end. */
const ARROW = 8;
/** The opacity of a bar, and of one that held only in part. */
const FILL = { whole: '.82', part: '.3' };

/**
 * Lays out what was in force from when to when: a row for each thing, with its bars on one even axis of years, and
 * below each bar what was so. A line marks the key moment. A bar without an end is open there.
 */
export function layoutSpans({ moment, rows }: SpansData, shape: Shape, words: Words): Scene {
  const scene = emptyScene(shape);
  const { size, width } = scene;
  const all = rows.flatMap(({ spans }) => spans);
  const now = lastOf(moment.date);
  const first = Math.min(now, ...all.map(({ date }) => date.from.first));
  const last = Math.max(now, ...all.map(({ until }) => (until ? lastOf(until) : now)));
  const x = scaleUtc([first, last], [COLUMNS[shape].axis, width - ARROW]);
  const ticks = x.ticks(shape === 'wide' ? 8 : 5).filter((tick) => tick.getUTCMonth() === 0 && tick.getUTCDate() === 1);
  const day = dayInWords(moment.date, words);
  const half = textWidth(day, size, 600) / 2;
  const middle = Math.max(COLUMNS[shape].axis + half, Math.min(width - half, x(now)));
  scene.labels.push({ lines: [day], x: middle, y: size, anchor: 'middle', weight: 600, fill: ACCENT });
  const top = size * 1.5;
  for (const tick of ticks) {
    const lines = [String(tick.getUTCFullYear())];
    const later = tick.getTime() > now;
    scene.labels.push({ lines, x: x(tick), y: top + size, anchor: 'middle', fill: SOFT, later });
  }
  keepInside(scene, width);
  const start = top + size * 1.7;
  let y = start;
  for (const row of rows) y = addRow(scene, row, x, now, y, shape, words) + ROW_GAP;
  const foot = y - ROW_GAP + 4;
  const line = lineOf(scene, foot);
  const grid = ticks.filter((tick) => tick.getTime() <= now).map((tick) => line(x(tick), start));
  scene.ground.unshift(
    path(grid.join(''), { stroke: RULE }),
    path(line(x(now), size * 1.25), { stroke: ACCENT, 'stroke-width': 1.5 }),
  );
  scene.height = Math.ceil(foot);
  return scene;
}

/** A function that draws a line down a scene to its foot, which ends where words stand and goes on below them. */
function lineOf({ labels, size }: Scene, foot: number): (x: number, top: number) => string {
  const taken = labels
    .flatMap((label) => linesOf(label, size).map((box) => grow(box, 2, 0)))
    .sort((a, b) => a.top - b.top);
  return (x, top) => {
    let from = top;
    let drawn = '';
    for (const { left, right, top: until, bottom } of taken) {
      if (x < left || x > right || bottom < from) continue;
      if (until > from) drawn += `M${tenth(x)} ${tenth(from)}V${tenth(until)}`;
      from = bottom;
    }
    return from < foot ? `${drawn}M${tenth(x)} ${tenth(from)}V${tenth(foot)}` : drawn;
  };
}

/** Moves the labels of the axis inwards where they would leave the drawing. */
function keepInside({ labels, size }: Scene, width: number): void {
  for (const label of labels) {
    const { left, right } = boxOf(label, size);
    label.x += Math.max(0, -left) - Math.max(0, right - width);
  }
}

/** Adds a row, and returns the y where it ends. */
function addRow(
  scene: Scene,
  { name, about, spans }: SpansData['rows'][number],
  x: Scale,
  now: number,
  y: number,
  shape: Shape,
  words: Words,
): number {
  const { size } = scene;
  const later = spans.every((span) => span.later);
  // Where the words stand on the axis, they end before the line of the key moment, if that leaves most of the width.
  const { words: most } = COLUMNS[shape];
  const edge = x(now) - size / 2;
  const width = edge > most / 2 ? Math.min(most, edge) : most;
  const column = { x: 0, top: y, width, halo: shape === 'narrow', later };
  let bottom = addText(scene, typeset(name, words), { ...column, weight: 600 });
  if (about !== undefined) {
    const indent = textWidth(name, size, 600) + 6;
    const text = typeset(about, words);
    const fits = shape === 'narrow' && indent + textWidth(text, size) <= width;
    const style = fits ? { x: indent, top: y, width: width - indent } : { top: bottom };
    bottom = Math.max(bottom, addText(scene, text, { ...column, ...style, fill: SOFT }));
  }
  const top = shape === 'wide' ? y + 2 : bottom + 2;
  const placed: Label[] = [];
  for (const span of spans) {
    addBar(scene, span, x, now, top);
    placed.push(...labelsOf(span, x, now, top + BAR, scene, placed, words));
  }
  scene.labels.push(...placed);
  return Math.max(bottom, ...placed.map((label) => boxOf(label, size).bottom));
}

/** Adds the bar of a span; what of it came after the key moment is drawn apart, so that it can be set aside. */
function addBar(
  scene: Scene,
  { date, until, partly, later, endsLater }: TimeSpan,
  x: Scale,
  now: number,
  y: number,
): void {
  const [from, to] = [x(date.from.first), x(until ? lastOf(until) : now)];
  const fill = { fill: INK, 'fill-opacity': partly ? FILL.part : FILL.whole };
  const add = (left: number, right: number, state: Timing) => {
    // A hair of paper between two bars that follow each other.
    const box: Box = { left, right: Math.max(left + 1, right - 1), top: y, bottom: y + BAR };
    const drawn = element('rect', { x: left, y, width: box.right - left, height: BAR, ...fill });
    scene.marks.push({ box, drawn, ...state });
  };
  if (endsLater && !later) {
    add(from, x(now) + 1, {});
    add(x(now), to, { later: true });
  } else add(from, to, { later });
  if (!until || (endsLater && !later))
    addArrow(scene, x(Math.max(now, date.from.first)), y, { later, then: until !== undefined });
}

/** The arrow at the end of a bar that is open. */
function addArrow(scene: Scene, x: number, y: number, state: Timing): void {
  const box = { left: x + 2, right: x + ARROW, top: y, bottom: y + BAR };
  const drawn = path(`M${tenth(x + 3)} ${tenth(y + 1.5)}l4 4l-4 4`, { fill: 'none', stroke: INK, 'stroke-width': 1.8 });
  scene.marks.push({ box, drawn, ...state });
}

/**
 * The label of a span, below its bar and moved down where it would touch another; for one that ended after the key
 * moment there are two, of which the page shows one.
 */
function labelsOf(
  { date, until, what, later, endsLater }: TimeSpan,
  x: Scale,
  now: number,
  y: number,
  { size, width }: Scene,
  placed: readonly Label[],
  words: Words,
): Label[] {
  const from = String(yearOf(date));
  const place = (end: string | undefined, state: Timing): Label => {
    const text = typeset(words.pictures.span(what, from, end), words);
    // The label of what began before the key moment ends before its line, that of what came later begins behind it.
    const isBefore = date.from.first <= now;
    const edge = isBefore ? x(now) - size / 3 : width;
    const behind = isBefore ? undefined : fitText(text, width - x(now) - size / 2, 4, size);
    const lines = behind ?? [text];
    const left = Math.min(x(date.from.first), edge - widest(lines, size));
    const label = { lines, x: Math.max(0, left), fill: SOFT, halo: true, ...state };
    const isShown = (other: Label) => !(state.then && other.later) && !(state.later && other.then);
    const taken = placed.filter(isShown).map((other) => boxOf(other, size));
    const levels = [...placed.flatMap((other) => other.lines), ''].map(
      (_, lane) => y + size * (1.1 + 1.15 * (lane + 1)),
    );
    const free = [y + size * 1.1, ...levels].find((level) => isFree(boxOf({ ...label, y: level }, size), taken));
    return { ...label, y: free ?? y + size * 1.1 };
  };
  const end = until && String(yearOf({ ...until, from: until.to ?? until.from }));
  if (!endsLater || later) return [place(end, { later })];
  return date.from.first <= now ? [place(end, { later: true }), place(undefined, { then: true })] : [];
}
