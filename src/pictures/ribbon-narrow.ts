import { dayInWords } from '../story/dates.ts';
import { typeset } from '../story/typography.ts';
import type { Words } from '../words/words.ts';
import { boxAround, isFree, TARGET, type Box } from './boxes.ts';
import {
  byImportance,
  groupOf,
  joinUntil,
  roomAlong,
  rowsNeeded,
  scaleOf,
  type Axis,
  type EventGroup,
  type RibbonStory,
} from './ribbon-events.ts';
import { placeSteps, roomOf, TYPE, type PlacedGroup, type RibbonLayout } from './ribbon-layout.ts';
import { labelBeside } from './scene.ts';
import { balanceText, fitText } from './text.ts';

const WIDTH = 316;
/** The distance of the axis from the left, and of the marks without a label, which are left of it. */
const AXIS = 100;
const COLUMN = AXIS - TARGET;
const LABEL_WIDTH = WIDTH - AXIS - TARGET / 2;
/** How far a label may be moved up or down beside its mark: with its first or its last line at the mark's height. */
const SHIFTS = [0, 10, -10];
const TITLE = { size: 18, leading: 20, weight: 600 } as const;
/** The room in the band beside the title: the day, and the space around them. */
const BAND = 43;
/** How much axis an event gets, and the least and the most that the axis is long beside the band. */
const LENGTH = { each: 10, least: 200, most: 680 };
/** The distance of steps from each other and from the band. */
const STEP = 22;

/** Lays a story out from top to bottom in one lane: events with a label are on the axis, the others beside it. */
export function layoutNarrow(story: RibbonStory, words: Words): RibbonLayout {
  const { events, moment } = story;
  const name = typeset(moment.title, words);
  const title =
    fitText(name, WIDTH - 2 * TARGET, 3, TITLE.size, TITLE.weight) ?? balanceText(name, 4, TITLE.size, TITLE.weight);
  const room = TITLE.leading * title.length + BAND;
  const length = room + Math.min(Math.max(LENGTH.least, (events.length - 1) * LENGTH.each), LENGTH.most);
  const scale = scaleOf(story, room / length);
  const onAxis: Axis = (at) => Math.round(at * length);
  const [from, to] = [onAxis(scale.moment.from), onAxis(scale.moment.to)];
  const others = events.filter(({ isMoment }) => !isMoment).map((event) => groupOf(event, scale, words));
  const placed = placeGroups(others, onAxis, { from, to }, story, words);

  // If a label is higher than the top of the axis, everything moves down.
  const rooms = placed.flatMap(({ box, label }) => (label ? [box, roomOf(label)] : [box]));
  const down = Math.ceil(Math.max(STEP, ...rooms.map(({ top }) => -top)));
  const height = down + Math.ceil(Math.max(length + TARGET / 2, ...rooms.map(({ bottom }) => bottom)));
  const axis: Axis = (at) => at * length + down;
  const band = { left: 1, right: WIDTH - 1, top: from + down, bottom: to + down };
  const centred = { x: WIDTH / 2, anchor: 'middle' } as const;
  const steps = placeSteps(
    scale,
    (at) => ({ at: onAxis(at) + down, x: 0, y: onAxis(at) + down - 4 }),
    {
      frame: { left: 0, top: 0, right: AXIS, bottom: height },
      taken: band,
      gap: { sides: 0, ends: STEP - TYPE.size },
    },
    words,
  );
  return {
    shape: 'down',
    width: WIDTH,
    height,
    scale,
    axis,
    band,
    moment: [
      { lines: title, y: band.top + 24, ...centred, ...TITLE },
      { lines: [dayInWords(moment.date, words)], y: band.bottom - 11, ...centred, className: 'day' },
    ],
    groups: placed
      .map(({ box, label, ...one }) => ({
        ...one,
        y: one.y + down,
        box: { ...box, top: box.top + down, bottom: box.bottom + down },
        ...(label && { label: { ...label, y: label.y + down } }),
      }))
      .sort((a, b) => a.group.at - b.group.at || b.x - a.x),
    labels: [],
    steps,
    grid: `${steps.map(({ at }) => `M0 ${at}H${AXIS}`).join('')}M${AXIS} 0V${height}`,
    notches: '',
    own: '',
  };
}

/**
 * Places groups with a label first, as many as fit; groups without one are joined where they are dense. `band` is the
 * part of the axis that the text of the key moment fills, so no mark is placed in it.
 */
function placeGroups(
  groups: readonly EventGroup[],
  axis: Axis,
  band: { from: number; to: number },
  story: RibbonStory,
  words: Words,
): PlacedGroup[] {
  const isEarly = (group: EventGroup) => axis(group.at) <= (band.from + band.to) / 2;
  const level = (group: EventGroup) =>
    isEarly(group) ? Math.min(axis(group.at), band.from - TARGET / 2) : Math.max(axis(group.at), band.to + TARGET / 2);
  const labelled: PlacedGroup[] = [];
  for (const group of byImportance(groups, (a, b) => Math.abs(axis(a.at) - axis(b.at)), TARGET)) {
    const placed = withLabel(group, level(group), axis, band, labelled);
    if (placed) labelled.push(placed);
  }
  const named = new Set(labelled.map(({ group }) => group));
  const rest = joinUntil(
    groups.filter((group) => !named.has(group)),
    (now) => rowsNeeded(now, axis, 1) <= 1,
    story,
    words,
  );
  const placed = [...labelled];
  // From the key moment outwards, so that a group without room moves away from it and never past it.
  for (const group of [...rest.filter(isEarly).reverse(), ...rest.filter((one) => !isEarly(one))]) {
    const taken = placed.map(({ box }) => box);
    let y = level(group);
    while (!isFree(boxAround(COLUMN, y), taken)) y += isEarly(group) ? -1 : 1;
    placed.push({ group, x: COLUMN, y, box: boxAround(COLUMN, y) });
  }
  return placed;
}

/** A group on the axis at a height with its label, if there is room for both. */
function withLabel(
  group: EventGroup,
  y: number,
  axis: Axis,
  band: { from: number; to: number },
  labelled: readonly PlacedGroup[],
): PlacedGroup | undefined {
  const lines = fitText(group.title, LABEL_WIDTH, 3, TYPE.size);
  const { before, after } = roomAlong(group, axis);
  const box: Box = { ...boxAround(AXIS, y), top: y - before, bottom: y + after };
  const boxes = labelled.map((other) => other.box);
  if (!lines || !isFree(box, boxes)) return undefined;
  const taken = labelled.flatMap(({ label }) => (label ? [roomOf(label)] : []));
  const beside = labelBeside(boxAround(AXIS, y), 'right', lines, TYPE.size, { leading: TYPE.leading });
  for (const shift of SHIFTS) {
    const label = { ...beside, y: beside.y + shift };
    const room = roomOf(label);
    if ((room.bottom <= band.from || room.top >= band.to) && isFree(room, taken))
      return { group, x: AXIS, y, box, label };
  }
  return undefined;
}
