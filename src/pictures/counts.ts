import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { dayInWords } from '../story/dates.ts';
import { NATURES, type Nature } from '../story/kinds.ts';
import type { Count, CountsPicture } from '../story/story.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import type { Box } from './boxes.ts';
import { monthOf, shortDate } from './dates.ts';
import {
  ACCENT,
  addText,
  boxOf,
  emptyScene,
  INK,
  labelBeside,
  laterGround,
  PAPER,
  RULE,
  SOFT,
  type LabelStyle,
  type Mark,
  type Scene,
  type Shape,
} from './scene.ts';
import { element, path, tenth } from './svg.ts';
import { textWidth, wrapText } from './text.ts';

/** The fields of a picture of counts that drawing needs. */
export type CountsData = Pick<CountsPicture, 'unit' | 'moment' | 'entries'>;

type Scale = ScaleLinear<number, number>;

/** Where the words of a row begin, how wide they are, and where the scale begins. */
const COLUMNS = {
  wide: { words: 112, width: 290, scale: 416 },
  narrow: { words: 0, width: 320, scale: 6 },
} as const;
const ROW_GAP = 9;
/** The radius of a dot. */
const R = 5;

/**
 * Lays out a chart of counts, such as numbers of troops: a row for each in order of time, with a dot on one scale, or
 * two dots and a bar for a range. No line joins the rows, because they count different things. A line separates what
 * was counted after the key moment. A single count has nothing to be compared with: it is a number set large.
 */
export function layoutCounts({ unit, moment, entries }: CountsData, shape: Shape, words: Words): Scene {
  const [only] = entries;
  if (only && isNumber({ entries })) return layoutNumber(only, shape, words);
  const scene = emptyScene(shape);
  const most = Math.max(1, ...entries.map(({ high }) => high));
  const x = scaleLinear([0, most], [COLUMNS[shape].scale, scene.width - scene.size * 2]).nice(5);
  const ticks = addAxis(scene, x, unit, addKey(scene, entries, words) + scene.size * 0.6, shape, words);
  let y = ticks.bottom;
  const grid = { known: '', later: '' };
  let month = '';
  let later = false;
  for (const entry of entries) {
    if (entry.later && !later) {
      y = addMoment(scene, moment, y, words);
      month = '';
      later = true;
    }
    if (monthOf(entry.date, words) !== month) {
      month = monthOf(entry.date, words);
      y = addText(scene, month, { x: 0, top: y + 4, width: scene.width, weight: 600, later }) + 2;
    }
    const row = addRow(scene, entry, x, y, shape, words);
    grid[later ? 'later' : 'known'] += ticks.places
      .map((tick) => `M${tenth(x(tick))} ${tenth(row.top)}V${tenth(row.foot)}`)
      .join('');
    y = row.bottom + ROW_GAP;
  }
  if (!later && entries.length > 0) y = addMoment(scene, moment, y, words);
  const lines = { stroke: RULE, fill: 'none' };
  scene.ground.push(path(grid.known, lines));
  if (grid.later) scene.ground.push(laterGround(path(grid.later, lines)));
  scene.height = Math.ceil(y);
  return scene;
}

/** The size of a number that stands alone, and of the words below it, in a drawing as wide as the text. */
const ALONE = { wide: { number: 62, words: 19 }, narrow: { number: 40, words: 14 } };

/** Whether a picture is a number alone, which begins where the text does. */
export const isNumber = ({ entries }: Pick<CountsData, 'entries'>): boolean => entries.length === 1;

/** A number above what was counted, by whom and when. */
function layoutNumber(count: Count, shape: Shape, words: Words): Scene {
  const scene = { ...emptyScene(shape), size: ALONE[shape].words };
  const { width } = scene;
  const add = (text: string, { size = scene.size, ...style }: LabelStyle): void => {
    const [lines, leading] = [wrapText(typeset(text, words), width, size, style.weight), size * 1.2];
    const y = scene.height + size * 0.85;
    scene.labels.push({ lines, x: 0, y, size, leading, ...style, later: count.later });
    scene.height += lines.length * leading;
  };
  const { comma } = words.punctuation;
  add(count.said, { size: ALONE[shape].number, weight: 600, fill: colourOf(count) });
  add(count.counted + (count.nature === 'present' ? '' : comma + words.kinds.natures[count.nature]), {});
  add(count.counter + comma + dayInWords(count.date, words), { fill: SOFT });
  return scene;
}

const colourOf = ({ party }: Count): string => (party ? `var(--party-${party.colour})` : INK);

/** Adds a key to the marks that occur, and returns the y where it ends. */
function addKey(scene: Scene, entries: readonly Count[], { kinds }: Words): number {
  const { size, width } = scene;
  const [indent, gap] = [20, 18];
  let x = 0;
  let y = 0;
  for (const nature of NATURES.filter((one) => entries.some((entry) => entry.nature === one))) {
    const name = kinds.natures[nature];
    const room = indent + textWidth(name, size);
    if (x > 0 && x + room > width) {
      x = 0;
      y += size * 1.4;
    }
    scene.marks.push(drawCount(nature, x + R, x + (nature === 'leaving' ? 16 : R), y + size * 0.62, SOFT));
    scene.labels.push({ lines: [name], x: x + indent, y: y + size * 0.95, fill: SOFT });
    x += room + gap;
  }
  return y + size * 1.4;
}

/**
 * Adds the numbers of the scale, as many as fit, and the unit. Returns the numbers and the y where they end.
 */
function addAxis(
  scene: Scene,
  x: Scale,
  unit: string,
  top: number,
  shape: Shape,
  { number, pictures }: Words,
): { places: number[]; bottom: number } {
  const { size, width } = scene;
  const y = top + size * 0.95;
  const label = (tick: number) => {
    // Where no room is left of the scale, the unit follows the first number.
    const text = tick === 0 && shape === 'narrow' ? pictures.zero(unit) : number(tick);
    const left = x(tick) - textWidth(tick === 0 ? '0' : text, size) / 2;
    return { lines: [text], x: Math.min(left, width - textWidth(text, size)), y, fill: SOFT };
  };
  const isApart = (ticks: readonly number[]) => {
    const boxes = ticks.map((tick) => boxOf(label(tick), size));
    return boxes.slice(1).every(({ left }, at) => left > (boxes[at]?.right ?? 0) + 8);
  };
  const choices = [5, 4, 3, 2, 1].map((most) => x.ticks(most).filter(Number.isInteger));
  const places = choices.find(isApart) ?? [0];
  if (shape === 'wide') scene.labels.push({ lines: [unit], x: x(0) - 12, y, anchor: 'end', fill: SOFT });
  scene.labels.push(...places.map(label));
  return { places, bottom: top + size * 1.5 };
}

/**
 * Adds the line between what was counted before and after the key moment, and returns the y where its title ends. A
 * story without a key moment has none.
 */
function addMoment(scene: Scene, moment: CountsData['moment'], y: number, words: Words): number {
  if (!moment) return y;
  const { width } = scene;
  const { pictures } = words;
  const title = typeset(pictures.divide(dayInWords(moment.date, words), moment.title), words);
  scene.ground.push(path(`M0 ${tenth(y + 2)}H${width}`, { stroke: ACCENT, 'stroke-width': 1.5 }));
  const bottom = addText(scene, title, { x: 0, top: y + 6, width, weight: 600, fill: ACCENT });
  return addText(scene, pictures.belowDivide, { x: 0, top: bottom, width, fill: SOFT, later: true }) + 4;
}

/**
 * Adds the words and the mark of a count. Returns where the row ends below, and from where to where the lines of the
 * scale run behind it.
 */
function addRow(
  scene: Scene,
  entry: Count,
  x: Scale,
  y: number,
  shape: Shape,
  words: Words,
): { top: number; foot: number; bottom: number } {
  const { size } = scene;
  const { later } = entry;
  const isWide = shape === 'wide';
  const column = COLUMNS[shape];
  const colour = colourOf(entry);
  const when = shortDate(entry.date, words);
  // On a narrow drawing the date is in the first line with the counter.
  const indent = isWide ? 0 : textWidth(`${when}  `, size);
  addText(scene, when, { x: 0, top: y, width: column.words || column.width, later });
  const counter = { x: column.words + indent, top: y, width: column.width - indent, fill: colour, later };
  let bottom = addText(scene, typeset(entry.counter, words), { ...counter, weight: 600 });
  const counted = { x: column.words, top: bottom, width: column.width, fill: SOFT, later };
  bottom = addText(scene, typeset(entry.counted, words), counted);
  if (isWide) {
    const low = addMark(scene, entry, x, y + size * 0.62, colour, words);
    return { top: y - 3, foot: bottom + 2, bottom: Math.max(bottom, low) };
  }
  const low = addMark(scene, entry, x, bottom + 1 + size * 0.7, colour, words);
  return { top: bottom + 1, foot: low, bottom: low };
}

/** Adds the mark of a count with its number on the right, on the left, or else below. Returns the y where it ends. */
function addMark(scene: Scene, count: Count, x: Scale, y: number, colour: string, words: Words): number {
  const { size, width } = scene;
  const { nature, low, high, later } = count;
  const said = typeset(count.said, words);
  const mark = drawCount(nature, x(nature === 'leaving' ? 0 : low), x(high), y, colour);
  scene.marks.push({ ...mark, later });
  const style = { gap: 6, halo: true, later };
  const beside = (['right', 'left'] as const)
    .map((side) => labelBeside(mark.box, side, [said], size, style))
    .find((one) => boxOf(one, size).left >= x(0) - R && boxOf(one, size).right <= width);
  const label = beside ?? labelBeside(mark.box, 'below', [said], size, { ...style, gap: 2 });
  const { left, right } = boxOf(label, size);
  // A number below its mark is moved sideways if it would leave the scale.
  const shift = beside ? 0 : Math.max(x(0) - R - left, Math.min(0, width - right));
  scene.labels.push({ ...label, x: label.x + shift });
  return y + size * (beside ? 0.7 : 1.7);
}

/** A dot, or two with a bar between them; hollow for a plan, an arrow to the left for what leaves. */
function drawCount(nature: Nature, from: number, to: number, y: number, colour: string): Mark {
  const box: Box = { left: from - R, right: to + R, top: y - R, bottom: y + R };
  const line = `M${tenth(from)} ${tenth(y)}H${tenth(to)}`;
  if (nature === 'leaving') {
    const arrow = `M${tenth(to)} ${tenth(y)}H${tenth(from)}m5-4.5l-5 4.5l5 4.5`;
    return {
      box: { ...box, left: from, right: to },
      drawn: path(arrow, { fill: 'none', stroke: colour, 'stroke-width': 2 }),
    };
  }
  const style =
    nature === 'planned' ? { r: R - 1, fill: PAPER, stroke: colour, 'stroke-width': 2 } : { r: R, fill: colour };
  const dot = (cx: number) => element('circle', { cx, cy: y, ...style });
  const dashes = nature === 'planned' ? '3' : undefined;
  const bar = path(line, { stroke: colour, 'stroke-width': 2.5, 'stroke-dasharray': dashes });
  return { box, drawn: from === to ? dot(from) : bar + dot(from) + dot(to) };
}
