import type { AnswerStatus } from '../story/kinds.ts';
import { element } from './svg.ts';

/** What each answer looks like, so that it can be recognised without colour. The paths fill a square of 20 units. */
const MARKS: Record<AnswerStatus, string> = {
  accepted: '<path d="M3 10l5 5 9-11" fill="none" stroke-width="2.5"/>',
  open: '<circle cx="10" cy="10" r="7" fill="none" stroke-width="2"/>',
  countered: '<path d="M10 2l8 8-8 8-8-8z" fill="none" stroke-width="2"/>',
  restraint:
    '<path d="M10 3a7 7 0 0 1 0 14z" stroke-width="0"/><circle cx="10" cy="10" r="7" fill="none" stroke-width="2"/>',
  stated: '<path d="M4 10h12" stroke-width="3"/>',
  'rejected-in-effect':
    '<path d="M3 3h14L3 17z" stroke-width="0"/><path d="M3 3h14v14H3z" fill="none" stroke-width="2"/>',
  rejected: '<path d="M3 3h14v14H3z" stroke-width="2"/>',
  'none-found': '<circle cx="10" cy="10" r="1.6" stroke-width="0"/>',
};

/** The shape of an answer's mark as SVG, in a square of 20 units; what is around it gives it its colour. */
export const answerShape = (answer: AnswerStatus): string => MARKS[answer];

/**
 * The mark of an answer as SVG, 20 CSS pixels square, in the colour of the text around it. Screen readers skip it,
 * because the page says the answer in words beside it.
 */
export function answerMark(answer: AnswerStatus): string {
  const size = { viewBox: '0 0 20 20', width: 20, height: 20 };
  const colour = { fill: 'currentColor', stroke: 'currentColor' };
  return element('svg', { ...size, 'aria-hidden': 'true', ...colour }, MARKS[answer]);
}
