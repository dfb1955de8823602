import type { Words } from '../words/words.ts';
import { grow, isFree, isInside, type Box } from './boxes.ts';
import { lengthOf } from './dates.ts';
import type { Axis, EventGroup } from './ribbon-events.ts';
import { boxOf, type Label } from './scene.ts';
import type { TimeScale } from './time-scale.ts';

/** The size of the type of most labels, in CSS pixels, and from one of its lines to the next. */
export const TYPE = { size: 14, leading: 15 };

/** A ribbon laid out from left to right (`across`) or from top to bottom (`down`). Units are CSS pixels. */
export interface RibbonLayout {
  shape: 'across' | 'down';
  width: number;
  height: number;
  scale: TimeScale;
  axis: Axis;
  /** The room of the key moment, with its title and its day. */
  band: Box;
  moment: Label[];
  /** In the order of time, without the key moment. */
  groups: PlacedGroup[];
  /** Words that are no links, and labelled distances. */
  labels: Label[];
  steps: PlacedStep[];
  /** Path data of the lines behind: thin ones, fine divisions, and the key moment within its lane. */
  grid: string;
  notches: string;
  own: string;
}

/** A group with its place in a drawing, and its label where there is room for one. */
export interface PlacedGroup {
  group: EventGroup;
  x: number;
  y: number;
  /** The room that it has for a finger, and for the time that its date covers. */
  box: Box;
  label?: Label;
}

/** A labelled distance with its place along the axis. */
export interface PlacedStep {
  at: number;
  label: Label;
  /** The room of the label, with half of the gap to the next. */
  room: Box;
}

/** The room that a label on a ribbon takes, with space to the lines above and below. */
export const roomOf = (label: Label): Box => grow(boxOf(label, TYPE.size), 0, 3);

/**
 * As many of the labelled distances as have room between each other, single units before others, in the order of the
 * axis.
 *
 * @param place where a step is along the axis, and its label
 * @param frame what no label may leave, `taken` what none may touch, and `gap` how far they must be apart
 */
export function placeSteps(
  { steps }: TimeScale,
  place: (at: number) => { at: number } & Pick<Label, 'x' | 'y' | 'anchor'>,
  { frame, taken, gap }: { frame: Box; taken: Box; gap: { sides: number; ends: number } },
  words: Words,
): PlacedStep[] {
  const placed: PlacedStep[] = [];
  for (const step of steps.toSorted((a, b) => Number(a.count !== 1) - Number(b.count !== 1))) {
    const { at, ...where } = place(step.at);
    const label = { lines: [lengthOf(step.count, step.unit, words)], ...where };
    const box = boxOf(label, TYPE.size);
    const room = grow(box, gap.sides / 2, gap.ends / 2);
    if (isInside(box, frame) && isFree(room, [taken, ...placed.map((other) => other.room)]))
      placed.push({ at, label, room });
  }
  return placed.sort((a, b) => a.at - b.at);
}
