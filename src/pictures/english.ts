import { dayInWords as day, inWords as date, type Clock, type When } from '../story/dates.ts';
import { figureInWords as figure } from '../story/assemble-pictures.ts';
import { distanceInWords as distance, durationInWords as duration } from '../story/distance.ts';
import { typeset as set } from '../story/typography.ts';
import { en } from '../words/en.ts';

/** The words of pictures that do not take those of the story yet; this file goes when all of them do. */
export const NATURE_NAMES = en.kinds.natures;
export const ANSWER_NAMES = en.kinds.answers;
export const dayInWords = (when: When) => day(when, en);
export const inWords = (when: When, clocks?: readonly Clock[]) => date(when, en, clocks);
export const distanceInWords = (when: When, moment: When) => distance(when, moment, en);
export const durationInWords = (when: When) => duration(when, en);
export const figureInWords = (range: readonly [number, number]) => figure(range, en);
export const typeset = (text: string) => set(text, en);
