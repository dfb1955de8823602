import { dayInWords } from './english.ts';
import { durationInWords } from './english.ts';
import type { RibbonStory } from './ribbon-marks.ts';
import { layNarrow } from './ribbon-narrow.ts';
import { drawNarrow, drawWide } from './ribbon-svg.ts';
import { layWide } from './ribbon-wide.ts';
import { reachesOf } from './ribbon-words.ts';

export { drawHere } from './ribbon-here.ts';

/** The ribbon in both its drawings, with what its caption tells. */
export interface Ribbon {
  /** SVG for wide and for narrow places; a page holds both and shows one. */
  wide: string;
  narrow: string;
  /** How long the story is, in words: “32 years, 50 minutes and 56 days”. */
  lengths: string;
  /** The day of the key moment, in words. */
  day: string;
  /** Whether some marks are open, because their day is not known, and whether some stand for several events. */
  vague: boolean;
  several: boolean;
}

/**
 * Draws the ribbon of a story: one time axis that stretches as it nears the key moment.
 *
 * @param link makes a link of an address from the root of the site
 * @param labelledBy the id of the element that names the picture
 */
export function drawRibbon(story: RibbonStory, link: (address: string) => string, labelledBy: string): Ribbon {
  const { moment } = story;
  const frame = { moment, link, labelledBy };
  const [wide, narrow] = [layWide(story), layNarrow(story)];
  const looks = new Set([...wide.marks, ...narrow.marks].map(({ mark }) => mark.look));
  return {
    wide: drawWide(wide, frame),
    narrow: drawNarrow(narrow, frame),
    lengths: lengthsOf(story),
    day: dayInWords(moment.date),
    vague: looks.has('vague'),
    several: looks.has('several'),
  };
}

/** How long the story reaches before the key moment, how long that was, and how long it reaches after it. */
function lengthsOf(story: RibbonStory): string {
  const { before, after } = reachesOf(story);
  const lengths = [
    before?.replace(/ before$/, ''),
    durationInWords(story.moment.date),
    after?.replace(/ after$/, ''),
  ].filter((words) => words !== undefined);
  return lengths.length < 2 ? lengths.join('') : `${lengths.slice(0, -1).join(', ')} and ${lengths.at(-1)}`;
}
