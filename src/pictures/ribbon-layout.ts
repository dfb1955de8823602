import type { Words } from '../words/words.ts';
import { grow, isFree, isInside, type Box } from './boxes.ts';
import { lengthOf } from './dates.ts';
import type { Axis, EventGroup } from './ribbon-events.ts';
import { boxOf, type Label } from './scene.ts';
import type { TimeScale } from './time-scale.ts';

/** The font size of most labels and their distance from line to line, in CSS pixels. */
export const TYPE = { size: 14, leading: 15 };

/** A ribbon laid out from left to right (`across`) or from top to bottom (`down`). Units are CSS pixels. */
export interface RibbonLayout {
  shape: 'across' | 'down';
  width: number;
  height: number;
  scale: TimeScale;
  axis: Axis;
  /** The box of the key moment, and the labels in it: its title and its date. */
  band: Box;
  moment: Label[];
  /** In the order of time, without the key moment. */
  groups: PlacedGroup[];
  /** Labels that are not links, and the labelled distances from the key moment. */
  labels: Label[];
  steps: PlacedStep[];
  /** SVG path data of the lines behind: thin lines, fine divisions, and the key moment in its own lane. */
  grid: string;
  notches: string;
  own: string;
}

/** A group with its place in a drawing, and its label where there is room for one. */
export interface PlacedGroup {
  group: EventGroup;
  x: number;
  y: number;
  /** Its touch target, extended by the bar of the time that its dates cover. */
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

/** The box of a label on a ribbon, with a margin above and below. */
export const roomOf = (label: Label): Box => grow(boxOf(label, TYPE.size), 0, 3);

/**
 * Places as many of the labelled distances as fit without overlap. Distances of one unit (“1 year”) come first, because
 * they are the easiest to read. Returns them in the order of the axis.
 *
 * @param place gives the position of a step and of its label
 * @param room `frame` is the box that labels must stay in, `taken` one they must not touch, `gap` their least distance
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
