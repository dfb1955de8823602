import { typeset } from './english.ts';
import { textWidth, wrapText, type Weight } from './text-width.ts';

/** A box in the units of a drawing. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest side of something to touch (WCAG 2.2, success criterion 2.5.8). */
export const TARGET = 24;

/** The room that a mark takes: as much as a finger needs. */
export function boxAround(x: number, y: number, size = TARGET): Box {
  return { left: x - size / 2, top: y - size / 2, right: x + size / 2, bottom: y + size / 2 };
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a box touches none of the others. */
export function isFree(box: Box, others: readonly Box[]): boolean {
  return others.every((other) => !overlap(box, other));
}

/** How much wider a line may come out where the reader's browser has another serif. */
const SLACK = 1.03;
/** How high a line of text reaches above and below its neighbours, in ems: what browsers count as its box. */
const LINE = 1.45;

/** Words in lines, with the room that they take. */
export interface Lines {
  lines: string[];
  width: number;
  height: number;
  /** The distance from one line to the next. */
  leading: number;
}

/** Breaks a text into at most `most` lines so that the longest is as short as can be, and keeps together what belongs together. */
export function balance(text: string, most: number, size: number, leading: number, weight: Weight = 400): Lines {
  const wide = (words: string) => textWidth(words, size, weight);
  const bound = typeset(text);
  const fill = (width: number) => wrapText(bound, width + 0.01, size, weight);
  let lines = fill(Math.max(0, ...bound.split(' ').map(wide)));
  while (lines.length > most) {
    // The next width at which the first word of a line finds room on the line before it.
    lines = fill(Math.min(...lines.slice(1).map((line, at) => wide(`${lines[at]} ${line.split(' ')[0]}`))));
  }
  // Lines do not break in a drawing, and plain spaces weigh less.
  const plain = lines.map((line) => line.replaceAll('\u00a0', ' '));
  return {
    lines: plain,
    width: Math.max(0, ...lines.map(wide)) * SLACK,
    height: (lines.length - 1) * leading + LINE * size,
    leading,
  };
}

/** A text in as few lines as keep within a width, at most `most` of them; undefined when they do not. */
export function fit(
  text: string,
  width: number,
  most: number,
  size: number,
  leading: number,
  weight: Weight = 400,
): Lines | undefined {
  for (let count = 1; count <= most; count += 1) {
    const broken = balance(text, count, size, leading, weight);
    if (broken.width <= width) return broken;
  }
  return undefined;
}

/** A line cut to a width, with an ellipsis where letters are left out. */
export function cut(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  const letters = [...line];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
