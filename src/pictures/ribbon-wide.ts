import { dayInWords } from '../story/dates.ts';
import { distanceInWords } from '../story/distance.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { boundingBox, boxAround, grow, isFree, overlap, TARGET, type Box } from './boxes.ts';
import {
  byImportance,
  lanesOf,
  reachOf,
  roomAlong,
  rowsNeeded,
  scaleOf,
  type Axis,
  type EventGroup,
  type Lane,
  type RibbonEvent,
  type RibbonStory,
} from './ribbon-events.ts';
import { placeSteps, roomOf, TYPE, type PlacedGroup, type RibbonLayout } from './ribbon-layout.ts';
import { boxOf, labelBeside, type Label } from './scene.ts';
import { balanceText, cutText, fitText, widest } from './text.ts';

const WIDTH = 1168;
/** Where the axis begins and ends, from the left. */
const AXIS = { from: 108, to: 1152 };
/** The share of the axis that the key moment takes. */
const BAND = 0.034;
/** The least distance from a label to what follows it. */
const LABEL_GAP = 6;
const TITLE = { size: 20, leading: 22, weight: 600 } as const;
/** A title that is wider breaks into two lines. */
const TITLE_WIDTH = 320;
const LANE = { size: 15, leading: 16 };
const LANE_NAME = 95;
/** What is above the lanes beside the title: the day, the steps and the fine divisions. */
const HEAD = 62;
const STEP_GAP = 16;
/** Groups further apart than this share of the axis compete for labels by weight alone; see byImportance. */
const FAR = 0.08;
/** The distance between neighbouring lanes, as a share of the axis, when labels are spread over the drawing. */
const LANE_APART = 0.08;
const PADDING = 4;
const LEAST_LANE = 36;

/** A lane with the lines of its name, its edges, and the heights of its rows, the one in the middle first. */
interface PlacedLane extends Lane {
  lines: string[];
  top: number;
  bottom: number;
  ys: number[];
}

/** Lays a story out from left to right: a lane for each strand, its events in rows, labels where there is room. */
export function layoutWide(story: RibbonStory, words: Words): RibbonLayout {
  const { moment } = story;
  const scale = scaleOf(story, BAND);
  const axis: Axis = (at) => AXIS.from + at * (AXIS.to - AXIS.from);
  const [from, to] = [Math.round(axis(scale.moment.from)), Math.round(axis(scale.moment.to))];
  const name = typeset(moment.title, words);
  const title =
    fitText(name, TITLE_WIDTH, 2, TITLE.size, TITLE.weight) ?? balanceText(name, 2, TITLE.size, TITLE.weight);
  const half = widest(title, TITLE.size, TITLE.weight) / 2;
  const middle = Math.min(Math.max((from + to) / 2, half), WIDTH - half);
  const top = HEAD + TITLE.leading * title.length;
  const day = top - 42;
  const headline: Label = {
    lines: title,
    x: middle,
    y: day - TITLE.leading * title.length,
    anchor: 'middle',
    ...TITLE,
  };

  const lanes = placeLanes(lanesOf(story, scale, axis, words), axis, top);
  const height = (lanes.at(-1)?.bottom ?? top) + 1;
  const band = { left: from, right: to, top: top - 34, bottom: height - 1 };
  const own = lanes.find(({ events }) => events.includes(moment));
  const steps = placeSteps(
    scale,
    (at) => ({ at: Math.round(axis(at)), x: Math.round(axis(at)), y: top - 18, anchor: 'middle' }),
    {
      frame: { left: 0, top: 0, right: WIDTH, bottom: height },
      taken: grow(band, 4, 0),
      gap: { sides: STEP_GAP, ends: 0 },
    },
    words,
  );
  return {
    shape: 'across',
    width: WIDTH,
    height,
    scale,
    axis,
    band,
    moment: [
      headline,
      { lines: [dayInWords(moment.date, words)], x: middle, y: day, anchor: 'middle', className: 'day' },
    ],
    groups: placeGroups(lanes, axis, grow(band, 4, top)),
    labels: [
      ...lanes.map(({ lines, ...lane }) =>
        labelBeside({ ...lane, left: 0, right: 0 }, 'right', lines, LANE.size, { ...LANE, className: 'lane' }),
      ),
      ...reachLabels(story, boxOf(headline, TYPE.size), day, words),
    ],
    steps,
    grid:
      steps.map(({ at }) => `M${at} ${top - 12}V${height - 1}`).join('') +
      [top, ...lanes.map(({ bottom }) => bottom)].map((y) => `M0 ${y}H${WIDTH}`).join(''),
    notches: comb(scale.notches.map(axis), top - 6),
    own: own ? `M${from} ${(own.top + own.bottom) / 2}H${to}` : '',
  };
}

/** Divides the room below `top` into lanes, each as high as its groups and its name need. */
function placeLanes(lanes: readonly Lane[], axis: Axis, top: number): PlacedLane[] {
  let bottom = top;
  return lanes.map((lane) => {
    const lines = fitText(lane.name, LANE_NAME, 3, LANE.size) ?? balanceText(lane.name, 3, LANE.size);
    // A second row leaves room for labels.
    const count = Math.max(lane.groups.length > 2 ? 2 : 1, rowsNeeded(lane.groups, axis));
    const height = Math.max(LEAST_LANE, 2 * PADDING + Math.max(count * TARGET, lines.length * LANE.leading));
    const start = bottom;
    bottom += height;
    const middle = start + height / 2;
    const ys = Array.from({ length: count }, (_, at) => middle + (at - (count - 1) / 2) * TARGET);
    const fromMiddle = ys.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
    const short = lines.map((line) => cutText(line, LANE_NAME, LANE.size));
    return { ...lane, lines: short, top: start, bottom, ys: fromMiddle };
  });
}

/** Places the groups of all lanes, then gives labels to as many as have room, the most important first. */
function placeGroups(lanes: readonly PlacedLane[], axis: Axis, band: Box): PlacedGroup[] {
  const placed = lanes.map(({ groups, ys }) => placeRow(groups, axis, ys));
  const laneOf = new Map(lanes.flatMap(({ groups }, at) => groups.map((group) => [group, at] as const)));
  const lane = (group: EventGroup) => laneOf.get(group) ?? 0;
  const apart = (a: EventGroup, b: EventGroup) => Math.abs(a.at - b.at) + LANE_APART * Math.abs(lane(a) - lane(b));
  const all = lanes.flatMap(({ groups }) => groups);
  for (const group of byImportance(all, apart, FAR)) {
    const own = placed[lane(group)] ?? [];
    // Labels of other lanes count too, because a label of two lines is slightly higher than its lane.
    const others = placed.flatMap((some) => (some === own ? [] : some.flatMap(({ label }) => label ?? [])));
    const taken = [band, ...others.map(roomOf)];
    placed[lane(group)] = withLabel(group, own, lanes[lane(group)]?.ys ?? [], axis, taken) ?? own;
  }
  return placed.flat().sort((a, b) => a.group.at - b.group.at || a.y - b.y);
}

/** Puts groups into rows around those in `fixed`, which are placed already. Returns an empty list if not all fit. */
function placeRow(
  groups: readonly EventGroup[],
  axis: Axis,
  ys: readonly number[],
  fixed: readonly PlacedGroup[] = [],
): PlacedGroup[] {
  const placed = [...fixed];
  for (const group of groups) {
    const { at, before, after } = roomAlong(group, axis);
    const room = (y: number) => ({ ...boxAround(at, y), left: at - before, right: at + after });
    const taken = placed.map(wholeRoom);
    const y = ys.find((one) => isFree(room(one), taken));
    if (y === undefined) return [];
    placed.push({ group, x: at, y, box: room(y) });
  }
  return placed;
}

/**
 * Adds a label to one more group of a lane: in one line or two, on the right or the left of its mark, in its row or in
 * another. Groups without a label may change rows. Returns the whole lane, or undefined if the label does not fit.
 */
function withLabel(
  group: EventGroup,
  lane: readonly PlacedGroup[],
  ys: readonly number[],
  axis: Axis,
  taken: readonly Box[],
): PlacedGroup[] | undefined {
  const labelled = lane.filter(({ label }) => label);
  const rest = lane.filter((one) => !one.label && one.group !== group).map((one) => one.group);
  const inTime = rest.sort((a, b) => a.at - b.at);
  const at = Math.round(axis(group.at));
  // A label begins where the time that the date covers ends.
  const left = Math.min(axis(group.from) - 3, at - TARGET / 2);
  const right = Math.max(axis(group.to) + 3, at + TARGET / 2);
  const now = lane.find((one) => one.group === group)?.y;
  const nearest = [...ys].sort((a, b) => Number(b === now) - Number(a === now));
  for (const most of [1, 2]) {
    const lines = balanceText(group.title, most, TYPE.size);
    for (const side of ['right', 'left'] as const)
      for (const y of nearest) {
        const box = { ...boxAround(at, y), left, right };
        const label = labelBeside(box, side, lines, TYPE.size, { leading: TYPE.leading });
        const placed = { group, x: at, y, box, label };
        const room = roomOf(label);
        const isClear = room.left >= AXIS.from - TARGET / 2 && room.right <= WIDTH && isFree(room, taken);
        if (!isClear || !isFree(wholeRoom(placed), labelled.map(wholeRoom))) continue;
        const next = placeRow(inTime, axis, ys, [...labelled, placed]);
        if (next.length > 0 && !next.some((one) => next.some((other) => crossesLabel(one, other, axis)))) return next;
      }
  }
  return undefined;
}

/** Whether the bar of one group would cross the label of another. */
function crossesLabel({ group, y }: PlacedGroup, { label }: PlacedGroup, axis: Axis): boolean {
  if (!label || group.look === 'several') return false;
  return overlap(roomOf(label), { left: axis(group.from), right: axis(group.to), top: y - 1, bottom: y + 1 });
}

/** The box of a group together with its label and the gap after it. */
function wholeRoom({ box, label }: PlacedGroup): Box {
  return label ? boundingBox([box, grow(roomOf(label), LABEL_GAP, 0)]) : box;
}

/**
 * The distance of the first and the last event from the key moment, at both ends of the axis if the title leaves room.
 */
function reachLabels(story: RibbonStory, title: Box, y: number, words: Words): Label[] {
  const { before, after } = reachOf(story);
  const labels: Label[] = [];
  const add = (event: RibbonEvent | undefined, x: number, anchor: 'start' | 'end') => {
    if (!event) return;
    const lines = [distanceInWords(event.date, story.moment.date, words)];
    const label: Label = { lines, x, y, anchor, className: 'reach', later: event.later, ...TITLE };
    if (isFree(grow(boxOf(label, TYPE.size), STEP_GAP, TITLE.leading), [title])) labels.push(label);
  };
  add(before, 0, 'start');
  add(after, WIDTH, 'end');
  return labels;
}

/** Path data of the fine divisions: short ticks above the line at `y`. Ticks on the same pixel are drawn once. */
function comb(places: readonly number[], y: number): string {
  const whole = [...new Set(places.map(Math.round))];
  const teeth = whole.map((place, at) => `m${place - (whole[at - 1] ?? 0)} 6v-6`);
  return whole.length === 0 ? '' : `M0 ${y}${teeth.join('')}`;
}
