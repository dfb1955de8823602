/** A box in the units of a drawing, which grow to the right and downwards. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest width and height of a touch target, in CSS pixels (WCAG 2.2, success criterion 2.5.8). */
export const TARGET = 24;

/** The square around a point, as large as a touch target or `size`. */
export function boxAround(x: number, y: number, size = TARGET): Box {
  return { left: x - size / 2, top: y - size / 2, right: x + size / 2, bottom: y + size / 2 };
}

/** A box enlarged by `sides` to the left and right and by `ends` above and below; negative numbers make it smaller. */
export function grow({ left, top, right, bottom }: Box, sides: number, ends: number): Box {
  return { left: left - sides, top: top - ends, right: right + sides, bottom: bottom + ends };
}

/** The smallest box that contains all boxes of a list. */
export function boundingBox(boxes: readonly Box[]): Box {
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
 * Stacks things without overlap, `gap` apart and in their order. Each has a height and a `top` where it would like to
 * be; the result are the tops with the smallest squared distance to those. Nothing is placed above `least`.
 */
export function spreadOut(
  things: readonly { top: number; height: number }[],
  gap: number,
  least = -Infinity,
): number[] {
  // Less the heights of all things above, tops only have to be in ascending order. That is isotonic regression, which
  // the pool-adjacent-violators algorithm solves: neighbours that are out of order are pooled and get their mean.
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
