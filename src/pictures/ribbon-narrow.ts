import { balance, boxAround, fit, isFree, overlap, TARGET, type Box, type Lines } from './boxes.ts';
import {
  along,
  byImportance,
  joinUntil,
  LABEL,
  markOf,
  rowsNeeded,
  spanOf,
  type Mark,
  type Placed,
  type RibbonStory,
} from './ribbon-marks.ts';
import { chooseSteps } from './ribbon-words.ts';
import { timeScale, type Step, type TimeScale } from './time-scale.ts';

/**
 * The ribbon from top to bottom, in one lane: marks with a label stand on the axis, the others pile up beside it. Units are
 * CSS pixels.
 */
export interface NarrowRibbon {
  width: number;
  height: number;
  scale: TimeScale;
  /** Where the axis stands from the left, and where it begins and ends from the top. */
  axis: { x: number; from: number; to: number };
  /** The key moment, whose words stand in its band. */
  band: { from: number; to: number; words: Lines };
  /** In the order of time, without the key moment. */
  marks: Placed[];
  steps: { y: number; words: string }[];
}

const WIDTH = 316;
const AXIS = 100;
/** Where the marks without a label stand. */
const COLUMN = AXIS - TARGET;
const LABEL_WIDTH = WIDTH - AXIS - TARGET / 2;
/** Where a label may stand beside its mark: in the middle, or with its first or its last line on the mark's height. */
const SHIFTS = [0, 10, -10];
const TITLE = { size: 18, leading: 20 };
/** The room in the band beside the title: the day, and the space around them. */
const BAND = 36;
/** How much axis an event gets, and the least and the most that the axis is long beside the band. */
const LENGTH = { each: 10, least: 200, most: 680 };
/** The distance of steps from each other and from the band. */
const STEP = 22;

/** Lays out a story from top to bottom. */
export function layNarrow({ events, moment }: RibbonStory): NarrowRibbon {
  const others = events.filter(({ isMoment }) => !isMoment);
  const words =
    fit(moment.title, WIDTH - 2 * TARGET, 3, TITLE.size, TITLE.leading, 600) ??
    balance(moment.title, 4, TITLE.size, TITLE.leading, 600);
  const room = Math.ceil(words.height) + BAND;
  const length = room + Math.min(Math.max(LENGTH.least, others.length * LENGTH.each), LENGTH.most);
  const scale = timeScale(
    spanOf(moment.date),
    others.map(({ date }) => spanOf(date)),
    room / length,
  );
  const y = (at: number) => Math.round(at * length);
  const band = { from: y(scale.moment.from), to: y(scale.moment.to) };
  const placed = place(
    others.map((event) => markOf(event, scale)),
    y,
    band,
  );
  const boxes = placed.flatMap(({ box, label }) => [box, ...(label ? [label.box] : [])]);
  const down = Math.ceil(Math.max(STEP, ...boxes.map(({ top }) => -top)));
  const bottom = Math.ceil(Math.max(length + TARGET / 2, ...boxes.map((box) => box.bottom)));
  const lower = (box: Box) => ({ ...box, top: box.top + down, bottom: box.bottom + down });
  return {
    width: WIDTH,
    height: bottom + down,
    scale,
    axis: { x: AXIS, from: down, to: length + down },
    band: { from: band.from + down, to: band.to + down, words },
    marks: placed
      .map(({ label, ...one }) => ({
        ...one,
        y: one.y + down,
        box: lower(one.box),
        ...(label && { label: { ...label, box: lower(label.box) } }),
      }))
      .sort((a, b) => a.mark.at - b.mark.at || b.x - a.x),
    steps: laySteps(scale, y, band).map((step) => ({ ...step, y: step.y + down })),
  };
}

/** Labels first, where there is room for them; what is left stands together where it is dense. */
function place(marks: readonly Mark[], y: (at: number) => number, band: { from: number; to: number }): Placed[] {
  const middle = (band.from + band.to) / 2;
  const early = (mark: Mark) => y(mark.at) <= middle;
  // The band is full of words, so that marks stand outside it.
  const wanted = (mark: Mark) =>
    early(mark) ? Math.min(y(mark.at), band.from - TARGET / 2) : Math.max(y(mark.at), band.to + TARGET / 2);
  const labelled: Placed[] = [];
  for (const mark of byImportance(marks, (a, b) => Math.abs(y(a.at) - y(b.at)), TARGET)) {
    const words = fit(mark.title, LABEL_WIDTH, 3, LABEL.size, LABEL.leading);
    const at = wanted(mark);
    const { before, after } = along(mark, y);
    const box = { ...boxAround(AXIS, at), top: at - before, bottom: at + after };
    const free = labelled.every((other) => !overlap(box, other.box));
    if (!words || !free) continue;
    for (const dy of SHIFTS) {
      const label = {
        left: box.right,
        right: WIDTH,
        top: at + dy - words.height / 2,
        bottom: at + dy + words.height / 2,
      };
      const clear = label.bottom <= band.from || label.top >= band.to;
      if (
        !clear ||
        !isFree(
          label,
          labelled.flatMap((other) => other.label?.box ?? []),
        )
      )
        continue;
      labelled.push({ mark, x: AXIS, y: at, box, label: { lines: words.lines, side: 'right', dx: 0, dy, box: label } });
      break;
    }
  }
  const named = new Set(labelled.map(({ mark }) => mark));
  const rest = joinUntil(
    marks.filter((mark) => !named.has(mark)),
    (now) => rowsNeeded(now, y, 1) <= 1,
  );
  const placed = [...labelled];
  // From the key moment outwards, so that what finds no room is moved away from it.
  for (const mark of [...rest.filter(early).reverse(), ...rest.filter((one) => !early(one))]) {
    const at = nearestRoom(
      wanted(mark),
      early(mark) ? -1 : 1,
      placed.map(({ box }) => box),
    );
    placed.push({ mark, x: COLUMN, y: at, box: boxAround(COLUMN, at) });
  }
  return placed;
}

/** The first free height at a height or beyond it. */
function nearestRoom(y: number, step: 1 | -1, taken: readonly Box[]): number {
  let at = y;
  while (!isFree(boxAround(COLUMN, at), taken)) at += step;
  return at;
}

function laySteps(
  scale: TimeScale,
  y: (at: number) => number,
  band: { from: number; to: number },
): NarrowRibbon['steps'] {
  const lay = ({ at, words }: Step) => {
    const step = { y: y(at), words };
    return step.y < band.from - STEP / 2 || step.y > band.to + STEP ? step : undefined;
  };
  return chooseSteps(scale, lay, (a, b) => Math.abs(a.y - b.y) >= STEP);
}
