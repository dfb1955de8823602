import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { dayInWords, NATURE_NAMES } from './english.ts';
import { NATURES, type Nature } from '../story/kinds.ts';
import { figureInWords } from './english.ts';
import type { Count, CountsPicture } from '../story/story.ts';
import { typeset } from './english.ts';
import type { Box } from './boxes.ts';
import {
  ACCENT,
  addText,
  emptyScene,
  INK,
  MIDDLE,
  PAPER,
  RULE,
  SLACK,
  SOFT,
  tenth,
  type Scene,
  type Shape,
} from './scene.ts';
import { monthOf, shortDate } from './short-date.ts';
import { element } from './svg.ts';
import { textWidth } from './text-width.ts';

/** What a chart of counts is drawn from. */
export type CountsData = Pick<CountsPicture, 'unit' | 'moment' | 'entries'>;

type Scale = ScaleLinear<number, number>;

/** How far the plot begins from the left, and where the words of a row stand. */
const COLUMNS = {
  wide: { words: 112, wordsWidth: 290, plot: 416 },
  narrow: { words: 0, wordsWidth: 320, plot: 6 },
} as const;

const ROW_GAP = 9;

/**
 * A chart of what was counted: a row for each count in the order of time, with a dot, or two dots and a bar between them
 * for a range, on one scale. Rows are never joined. What was counted after the key moment stands below a line.
 */
export function layoutCounts({ unit, moment, entries }: CountsData, shape: Shape): Scene {
  const scene = emptyScene(shape);
  const { plot } = COLUMNS[shape];
  const x = scaleLinear(
    [0, Math.max(1, ...entries.map(({ high }) => high))],
    [plot, scene.width - scene.size * 2],
  ).nice(5);
  const strips: { top: number; bottom: number }[] = [];
  let y = addLegend(scene, entries) + scene.size * 0.6;
  const { ticks, bottom } = addAxis(scene, x, unit, y, shape);
  y = bottom;
  let month = '';
  let later = false;
  for (const entry of entries) {
    if (entry.later && !later) {
      y = addMoment(scene, moment, y);
      month = '';
      later = true;
    }
    if (monthOf(entry.date) !== month) {
      month = monthOf(entry.date);
      y = addText(scene, month, { x: 0, top: y + 4, width: scene.width, weight: 600, later }) + 2;
    }
    const row = addRow(scene, entry, x, y, shape);
    strips.push(row.strip);
    y = row.bottom + ROW_GAP;
  }
  if (!later && entries.length > 0) y = addMoment(scene, moment, y);
  const lines = ticks.flatMap((tick) =>
    strips.map(({ top, bottom }) => `M${tenth(x(tick))} ${tenth(top)}V${tenth(bottom)}`),
  );
  if (lines.length > 0) scene.ground.push(element('path', { d: lines.join(''), stroke: RULE, fill: 'none' }));
  scene.height = Math.ceil(y);
  return scene;
}

function addLegend(scene: Scene, entries: readonly Count[]): number {
  const { size } = scene;
  let x = 0;
  let y = 0;
  for (const nature of NATURES.filter((one) => entries.some((entry) => entry.nature === one))) {
    const words = NATURE_NAMES[nature];
    const width = 20 + textWidth(words, size) + 18;
    if (x > 0 && x + width - 18 > scene.width) {
      x = 0;
      y += size * 1.4;
    }
    scene.marks.push(mark(nature, x + R, x + (nature === 'leaving' ? 16 : R), y + size * 0.62, SOFT));
    scene.labels.push({ text: words, x: x + 20, y: y + size * 0.95, fill: SOFT });
    x += width;
  }
  return y + size * 1.4;
}

/** As many whole numbers on the scale as have room beside each other. */
function ticksOf(x: Scale, words: (tick: number) => string, size: number): number[] {
  const choices = [5, 4, 3, 2, 1].map((most) => x.ticks(most).filter((tick) => Number.isInteger(tick)));
  const left = (tick: number) => leftOf(x, tick, words(tick), size);
  const fits = (ticks: readonly number[]) =>
    ticks.every(
      (tick, at) => at === 0 || left(tick) > left(ticks[at - 1] ?? 0) + textWidth(words(ticks[at - 1] ?? 0), size) + 8,
    );
  return choices.find(fits) ?? [0];
}

/** Where the words of a number on the scale begin: in the middle above it, but those of 0 right above the line. */
function leftOf(x: Scale, tick: number, words: string, size: number): number {
  return x(tick) - textWidth(tick === 0 ? '0' : words, size) / 2;
}

/** Writes the numbers of the scale, what they count before the first, and returns which they are and where they end. */
function addAxis(scene: Scene, x: Scale, unit: string, y: number, shape: Shape): { ticks: number[]; bottom: number } {
  const { size, width } = scene;
  const beside = shape === 'wide';
  const words = (tick: number) => (tick === 0 && !beside ? `0 ${unit}` : figureInWords([tick, tick]));
  const ticks = ticksOf(x, words, size);
  if (beside) scene.labels.push({ text: unit, x: x(0) - 12, y: y + size * 0.95, anchor: 'end', fill: SOFT });
  for (const tick of ticks) {
    const text = words(tick);
    scene.labels.push({
      text,
      x: Math.min(leftOf(x, tick, text, size), width - textWidth(text, size)),
      y: y + size * 0.95,
      fill: SOFT,
    });
  }
  return { ticks, bottom: y + size * 1.5 };
}

/** The line that divides what was counted before the key moment from what was counted later. */
function addMoment(scene: Scene, moment: CountsData['moment'], y: number): number {
  const bottom = addText(scene, typeset(`${dayInWords(moment.date)}: ${moment.title}`), {
    x: 0,
    top: y + 6,
    width: scene.width,
    weight: 600,
    fill: ACCENT,
  });
  scene.ground.push(element('path', { d: `M0 ${tenth(y + 2)}H${scene.width}`, stroke: ACCENT, 'stroke-width': 1.5 }));
  return (
    addText(scene, 'Below this line: what was counted later', { x: 0, top: bottom, width: scene.width, fill: SOFT }) + 4
  );
}

function addRow(
  scene: Scene,
  entry: Count,
  x: Scale,
  y: number,
  shape: Shape,
): { strip: { top: number; bottom: number }; bottom: number } {
  const { size } = scene;
  const { words, wordsWidth } = COLUMNS[shape];
  const { later } = entry;
  const colour = entry.party ? `var(--party-${entry.party.colour})` : INK;
  const when = shortDate(entry.date);
  let bottom: number;
  if (shape === 'wide') {
    addText(scene, when, { x: 0, top: y, width: words, later });
    bottom = addText(scene, typeset(entry.counter), {
      x: words,
      top: y,
      width: wordsWidth,
      fill: colour,
      weight: 600,
      later,
    });
    bottom = addText(scene, typeset(entry.counted), { x: words, top: bottom, width: wordsWidth, fill: SOFT, later });
    return {
      strip: { top: y - 3, bottom: bottom + 2 },
      bottom: Math.max(bottom, addMark(scene, entry, x, y + size * 0.62, colour)),
    };
  }
  const indent = textWidth(`${when}  `, size);
  addText(scene, when, { x: 0, top: y, width: wordsWidth, later });
  bottom = addText(scene, typeset(entry.counter), {
    x: indent,
    top: y,
    width: wordsWidth - indent,
    fill: colour,
    weight: 600,
    later,
  });
  bottom = addText(scene, typeset(entry.counted), { x: 0, top: bottom, width: wordsWidth, fill: SOFT, later });
  const strip = { top: bottom + 1, bottom: addMark(scene, entry, x, bottom + 1 + size * 0.7, colour) };
  return { strip, bottom: strip.bottom };
}

/** Draws the mark of a row with its figure on its right, on its left, or below it, wherever there is room. Returns where it ends below. */
function addMark(scene: Scene, { nature, low, high, said, later }: Count, x: Scale, y: number, colour: string): number {
  const { size } = scene;
  const [from, to] = nature === 'leaving' ? [x(0), x(high)] : [x(low), x(high)];
  const made = mark(nature, from, to, y, colour);
  scene.marks.push({ ...made, later });
  const text = typeset(said);
  const width = textWidth(text, size) * SLACK;
  const least = x(0) - R;
  const [right, left] = [made.box.right + 6, made.box.left - 6];
  const put = (at: number, base: number, anchor: 'start' | 'end') =>
    scene.labels.push({ text, x: at, y: base, anchor, halo: true, later });
  if (right + width <= scene.width) put(right, y + size * MIDDLE, 'start');
  else if (left - width >= least) put(left, y + size * MIDDLE, 'end');
  else {
    put(Math.max(least, Math.min((from + to - width) / 2, scene.width - width)), y + size * 1.35, 'start');
    return y + size * 1.7;
  }
  return y + size * 0.7;
}

const R = 5;

/** A dot, or two with a bar between them; hollow for a plan, an arrow to the left for what leaves. */
function mark(nature: Nature, from: number, to: number, y: number, colour: string): { box: Box; drawn: string } {
  const box = { left: from - R, right: to + R, top: y - R, bottom: y + R };
  if (nature === 'leaving') {
    const d = `M${tenth(to)} ${tenth(y)}H${tenth(from)}m5-4.5l-5 4.5l5 4.5`;
    return {
      box: { ...box, left: from, right: to },
      drawn: element('path', { d, fill: 'none', stroke: colour, 'stroke-width': 2 }),
    };
  }
  const hollow = nature === 'planned';
  const dot = (cx: number) =>
    element('circle', {
      cx,
      cy: y,
      r: hollow ? R - 1 : R,
      fill: hollow ? PAPER : colour,
      ...(hollow && { stroke: colour, 'stroke-width': 2 }),
    });
  const bar = element('path', {
    d: `M${tenth(from)} ${tenth(y)}H${tenth(to)}`,
    stroke: colour,
    'stroke-width': 2.5,
    'stroke-dasharray': hollow ? '3' : undefined,
  });
  return { box, drawn: from === to ? dot(from) : bar + dot(from) + dot(to) };
}
