/** A box in the units of a drawing, which grow to the right and downwards. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest side of something to touch, in CSS pixels (WCAG 2.2, success criterion 2.5.8). */
export const TARGET = 24;

/** The square around a point: as large as a finger needs, or `size`. */
export function boxAround(x: number, y: number, size = TARGET): Box {
  return { left: x - size / 2, top: y - size / 2, right: x + size / 2, bottom: y + size / 2 };
}

/** A box with more room on its sides, and above and below it; less, where the numbers are negative. */
export function grow({ left, top, right, bottom }: Box, sides: number, ends: number): Box {
  return { left: left - sides, top: top - ends, right: right + sides, bottom: bottom + ends };
}

/** The smallest box that holds all of some boxes. */
export function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a box overlaps none of the others. */
export function isFree(box: Box, others: readonly Box[]): boolean {
  return others.every((other) => !overlap(box, other));
}

/** Whether a box lies within another. */
export function isInside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.top >= frame.top && box.right <= frame.right && box.bottom <= frame.bottom;
}

/**
 * The tops of things that must keep their order and not overlap, each as near to the top that it asks for as can be:
 * things in each other's way share the move, half up and half down, but nothing rises above `least`.
 */
export function spreadOut(
  things: readonly { top: number; height: number }[],
  gap: number,
  least = -Infinity,
): number[] {
  // Without the heights of those before it, each top only has to be no less than the one before: isotonic regression,
  // for which neighbours out of order are pooled and get their mean.
  let above = 0;
  const offsets: number[] = [];
  const pools: { sum: number; count: number }[] = [];
  for (const { top, height } of things) {
    let pool = { sum: top - above, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
    offsets.push(above);
    above += height + gap;
  }
  const tops = pools.flatMap(({ sum, count }) => Array<number>(count).fill(Math.max(least, sum / count)));
  return tops.map((top, at) => top + (offsets[at] ?? 0));
}
