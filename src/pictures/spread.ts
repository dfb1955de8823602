/** Something that wants its top at a place and has a height. */
export interface Wish {
  at: number;
  height: number;
}

/**
 * Where the tops of things stand that must not overlap, keep their order, and stay as near to where they want to be as they
 * can: things in each other's way are moved together, half up and half down, but never above `top`.
 */
export function spread(wishes: readonly Wish[], gap: number, top = -Infinity): number[] {
  // Blocks of things that touch; each block stands where its members on average want it.
  const blocks: { first: number; count: number; height: number; sum: number }[] = [];
  const startOf = ({ sum, count }: (typeof blocks)[number]) => Math.max(top, sum / count);
  wishes.forEach(({ at, height }, place) => {
    let block = { first: place, count: 1, height, sum: at };
    for (let last = blocks.at(-1); last && startOf(last) + last.height + gap > startOf(block); last = blocks.at(-1)) {
      blocks.pop();
      const offset = last.height + gap;
      block = {
        first: last.first,
        count: last.count + block.count,
        height: offset + block.height,
        sum: last.sum + block.sum - offset * block.count,
      };
    }
    blocks.push(block);
  });
  return blocks.flatMap((block) => {
    let y = startOf(block);
    return wishes.slice(block.first, block.first + block.count).map(({ height }) => {
      const here = y;
      y += height + gap;
      return here;
    });
  });
}
