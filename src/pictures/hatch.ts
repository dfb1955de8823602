/** Corners of an area in a drawing, without the first at the end again. */
export type Ring = readonly (readonly [number, number])[];

/**
 * Lines across an area from lower left to upper right, `step` apart, as the path data of whole units: a hatching that no
 * printer drops and no theme hides. Areas within areas are holes.
 */
export function hatch(rings: readonly Ring[], step: number): string {
  const sums = rings.flat().map(([x, y]) => x + y);
  if (sums.length === 0) return '';
  const lines: string[] = [];
  // A line is where x + y is constant; it is told by x - y, which grows to the upper right.
  for (let sum = Math.ceil(Math.min(...sums) / step) * step; sum < Math.max(...sums); sum += step) {
    const crossings = rings.flatMap((ring) => crossingsOf(ring, sum)).sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [from = 0, to = 0] = [crossings[at], crossings[at + 1]];
      const [x1, y1, x2, y2] = [(sum + from) / 2, (sum - from) / 2, (sum + to) / 2, (sum - to) / 2].map(Math.round);
      if (x1 !== x2) lines.push(`M${x1} ${y1}L${x2} ${y2}`);
    }
  }
  return lines.join('');
}

/** Where the edges of a ring cross the line on which x + y is `sum`, each as x - y. */
function crossingsOf(ring: Ring, sum: number): number[] {
  return ring.flatMap(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
    const [a, b] = [x1 + y1 - sum, x2 + y2 - sum];
    if (a < 0 === b < 0) return [];
    const share = a / (a - b);
    return [x1 + share * (x2 - x1) - (y1 + share * (y2 - y1))];
  });
}
