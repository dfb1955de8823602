import { balance, boxAround, cut, fit, isFree, overlap, TARGET, type Box, type Lines } from './boxes.ts';
import { laneMarks } from './ribbon-lanes.ts';
import {
  along,
  byImportance,
  LABEL,
  rowsNeeded,
  spanOf,
  type Mark,
  type Placed,
  type RibbonStory,
} from './ribbon-marks.ts';
import { chooseSteps, reachesOf } from './ribbon-words.ts';
import { textWidth } from './text-width.ts';
import { timeScale, type Step, type TimeScale } from './time-scale.ts';

export interface Lane {
  /** Its name, in lines. */
  lines: readonly string[];
  top: number;
  bottom: number;
}

/** The ribbon from left to right: a lane for each strand. Units are CSS pixels at the least width that it is shown at. */
export interface WideRibbon {
  width: number;
  height: number;
  scale: TimeScale;
  /** Where the axis begins and ends, from the left. */
  axis: { from: number; to: number };
  /** Where the lanes begin, from the top. */
  top: number;
  lanes: Lane[];
  /** The lane that the key moment belongs to. */
  own: Lane;
  /** In the order of time, without the key moment. */
  marks: Placed[];
  /** The words of the key moment, centred at a distance from the left. */
  headline: Lines & { x: number };
  /** How far the story reaches before and after the moment; `end` is where such words are aligned to. */
  reaches: { words: string; end: 'left' | 'right' }[];
  steps: { x: number; words: string }[];
}

const WIDTH = 1168;
const AXIS = { from: 108, to: 1152 };
/** The share of the axis that the key moment takes. */
const BAND = 0.034;
/** The room behind a label. */
const LABEL_GAP = 6;
export const TITLE = { size: 20, leading: 22 };
export const LANE = { size: 15, leading: 16, width: 92 };
/** A title that is wider breaks into two lines. */
const HEADLINE = 320;
/** What stands above the lanes beside the headline: the day, the steps and the fine divisions. */
const HEAD = 62;
const STEP_GAP = 16;
/** At this share of the axis from the others a mark gets its label by weight alone. */
const FAR = 0.08;
const LANE_PADDING = 4;
const LEAST_LANE = 36;

/** Lays out a story from left to right. */
export function layWide(story: RibbonStory): WideRibbon {
  const { events, moment } = story;
  const others = events.filter(({ isMoment }) => !isMoment);
  const scale = timeScale(
    spanOf(moment.date),
    others.map(({ date }) => spanOf(date)),
    BAND,
  );
  const x = (at: number) => AXIS.from + at * (AXIS.to - AXIS.from);
  const title =
    fit(moment.title, HEADLINE, 2, TITLE.size, TITLE.leading, 600) ??
    balance(moment.title, 2, TITLE.size, TITLE.leading, 600);
  const headline = {
    ...title,
    x: Math.min(Math.max((x(scale.moment.from) + x(scale.moment.to)) / 2, title.width / 2), WIDTH - title.width / 2),
  };
  const top = HEAD + TITLE.leading * title.lines.length;

  const groups = laneMarks(story, scale, x);
  const lanes: Lane[] = [];
  const rows: number[][] = [];
  for (const { name, marks } of groups) {
    const start = lanes.at(-1)?.bottom ?? top;
    // A second row leaves room for labels.
    const count = Math.max(marks.length > 2 ? 2 : 1, rowsNeeded(marks, x));
    const lines = nameLines(name);
    const height = Math.max(
      count * TARGET + 2 * LANE_PADDING,
      LEAST_LANE,
      lines.length * LANE.leading + 2 * LANE_PADDING,
    );
    const middle = start + height / 2;
    lanes.push({ lines, top: start, bottom: start + height });
    // The row in the middle is filled first.
    rows.push(
      Array.from({ length: count }, (_, at) => middle + (at - (count - 1) / 2) * TARGET).sort(
        (a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b,
      ),
    );
  }

  const bottom = lanes.at(-1)?.bottom ?? top;
  const band = { left: x(scale.moment.from) - 4, right: x(scale.moment.to) + 4, top: 0, bottom };
  const placed = groups.map(({ marks }, at) => placeRow(marks, x, rows[at] ?? []));
  const laneOf = new Map(groups.flatMap(({ marks }, at) => marks.map((mark) => [mark, at] as const)));
  const apart = (a: Mark, b: Mark) =>
    Math.abs(a.at - b.at) + 0.08 * Math.abs((laneOf.get(a) ?? 0) - (laneOf.get(b) ?? 0));
  for (const mark of byImportance(
    groups.flatMap(({ marks }) => marks),
    apart,
    FAR,
  )) {
    const lane = laneOf.get(mark) ?? 0;
    const now = placed[lane] ?? [];
    // A label of two lines reaches into the next lane by a hair.
    const taken = [
      band,
      ...placed.flatMap((other) => (other === now ? [] : other.flatMap(({ label }) => label?.box ?? []))),
    ];
    placed[lane] = withLabel(mark, now, rows[lane] ?? [], x, taken) ?? now;
  }
  const own = lanes[groups.findIndex((group) => group.events.includes(moment))] ?? { lines: [], top, bottom };
  return {
    width: WIDTH,
    height: bottom + 1,
    scale,
    axis: AXIS,
    top,
    lanes,
    own,
    marks: placed.flat().sort((a, b) => a.mark.at - b.mark.at || a.y - b.y),
    headline,
    reaches: layReaches(story, headline),
    steps: laySteps(scale, x, band),
  };
}

function nameLines(name: string): readonly string[] {
  const { lines } = fit(name, LANE.width, 3, LANE.size, LANE.leading) ?? balance(name, 3, LANE.size, LANE.leading);
  return lines.map((line) => cut(line, LANE.width, LANE.size));
}

/** Puts marks into rows, around those that have a place already; none at all when there is not room for all. */
function placeRow(
  marks: readonly Mark[],
  x: (at: number) => number,
  rows: readonly number[],
  fixed: readonly Placed[] = [],
): Placed[] {
  const placed = [...fixed];
  for (const mark of marks) {
    const { at, before, after } = along(mark, x);
    const room = (y: number) => ({ ...boxAround(at, y), left: at - before, right: at + after });
    const row = rows.find((y) => isFree(room(y), placed.map(whole)));
    if (row === undefined) return [];
    placed.push({ mark, x: at, y: row, box: room(row) });
  }
  return placed;
}

/** The lane with a label for one more mark, or undefined where there is no room. */
function withLabel(
  mark: Mark,
  lane: readonly Placed[],
  rows: readonly number[],
  x: (at: number) => number,
  taken: readonly Box[],
): Placed[] | undefined {
  const fixed = lane.filter(({ label }) => label);
  const rest = lane
    .filter((placed) => !placed.label && placed.mark !== mark)
    .map((placed) => placed.mark)
    .sort((a, b) => a.at - b.at);
  const at = Math.round(x(mark.at));
  // A label begins where the time that the date covers ends.
  const ends = { left: Math.min(x(mark.from) - 3, at - TARGET / 2), right: Math.max(x(mark.to) + 3, at + TARGET / 2) };
  const now = lane.find((placed) => placed.mark === mark)?.y;
  const options = [1, 2].flatMap((most) =>
    (['right', 'left'] as const).map((side) => ({ side, words: balance(mark.title, most, LABEL.size, LABEL.leading) })),
  );
  for (const { side, words } of options) {
    for (const y of [...rows].sort((a, b) => Number(b === now) - Number(a === now))) {
      const beside =
        side === 'left'
          ? { left: ends.left - words.width, right: ends.left }
          : { left: ends.right, right: ends.right + words.width };
      const box = { ...beside, top: y - words.height / 2, bottom: y + words.height / 2 };
      const dx = Math.round(side === 'left' ? ends.left - at + TARGET / 2 : ends.right - at - TARGET / 2);
      const placed = {
        mark,
        x: at,
        y,
        box: { ...boxAround(at, y), ...ends },
        label: { lines: words.lines, side, dx, dy: 0, box },
      };
      const inside = box.left >= AXIS.from - TARGET / 2 && box.right <= WIDTH && isFree(box, taken);
      if (!inside || !isFree(whole(placed), fixed.map(whole))) continue;
      const next = placeRow(rest, x, rows, [...fixed, placed]);
      if (next.length > 0 && !next.some((one) => next.some((other) => strikes(one, other, x)))) return next;
    }
  }
  return undefined;
}

/** Whether the time that one mark covers is drawn through the label of another. */
function strikes({ mark, y }: Placed, { label }: Placed, x: (at: number) => number): boolean {
  return (
    label !== undefined &&
    mark.look !== 'several' &&
    overlap(label.box, { left: x(mark.from), right: x(mark.to), top: y - 1, bottom: y + 1 })
  );
}

/** A mark with its label and the gap behind it, as one box. */
function whole({ box, label }: Placed): Box {
  if (!label) return box;
  return {
    left: Math.min(box.left, label.box.left - LABEL_GAP),
    right: Math.max(box.right, label.box.right + LABEL_GAP),
    top: Math.min(box.top, label.box.top),
    bottom: Math.max(box.bottom, label.box.bottom),
  };
}

/** Words at both ends of the axis, where the headline leaves room. */
function layReaches(story: RibbonStory, headline: WideRibbon['headline']): WideRibbon['reaches'] {
  const { before, after } = reachesOf(story);
  const free = (words: string, room: number) =>
    textWidth(words, TITLE.size, 600) + STEP_GAP <= room - headline.width / 2;
  return [
    ...(before !== undefined && free(before, headline.x) ? [{ words: before, end: 'left' as const }] : []),
    ...(after !== undefined && free(after, WIDTH - headline.x) ? [{ words: after, end: 'right' as const }] : []),
  ];
}

function laySteps(scale: TimeScale, x: (at: number) => number, band: Box): WideRibbon['steps'] {
  const lay = ({ at, words }: Step) => {
    const half = (textWidth(words, LABEL.size) + STEP_GAP) / 2;
    const step = { x: Math.round(x(at)), words, half };
    return step.x + half < WIDTH + STEP_GAP && (step.x + half < band.left || step.x - half > band.right)
      ? step
      : undefined;
  };
  return chooseSteps(scale, lay, (a, b) => Math.abs(a.x - b.x) >= a.half + b.half).map(({ x: place, words }) => ({
    x: place,
    words,
  }));
}
