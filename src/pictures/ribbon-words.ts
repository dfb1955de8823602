import { distanceInWords } from './english.ts';
import { spanOf, type RibbonStory } from './ribbon-marks.ts';
import type { Step, TimeScale } from './time-scale.ts';

/** How far a story reaches before and after its key moment, in words: “32 years before”, “56 days after”. */
export function reachesOf({ events, moment }: RibbonStory): { before: string | undefined; after: string | undefined } {
  const { first, last } = spanOf(moment.date);
  const earliest = events.find(({ date }) => date.from.first < first);
  const latest = events.findLast(({ date }) => date.from.first > last);
  return {
    before: earliest && distanceInWords(earliest.date, moment.date),
    after: latest && distanceInWords(latest.date, moment.date),
  };
}

/**
 * As many of the labelled distances as stand apart, single units before others. `lay` gives a step its place, or undefined
 * where it has none; `apart` tells whether two of them can stand together. In the order of the axis.
 */
export function chooseSteps<Laid>(
  scale: TimeScale,
  lay: (step: Step) => Laid | undefined,
  apart: (a: Laid, b: Laid) => boolean,
): Laid[] {
  const rank = ({ words }: Step) => Number(!words.startsWith('1 '));
  const chosen = new Map<Step, Laid>();
  for (const step of scale.steps.toSorted((a, b) => rank(a) - rank(b))) {
    const laid = lay(step);
    if (laid !== undefined && [...chosen.values()].every((other) => apart(other, laid))) chosen.set(step, laid);
  }
  return scale.steps.flatMap((step) => chosen.get(step) ?? []);
}
