import { isFree, type Box } from './boxes.ts';
import type { Ring } from './hatch.ts';
import { boxOf, LEADING, MIDDLE, type Label } from './scene.ts';
import type { Weight } from './text-width.ts';

/** The room in which names are set: what is taken, and where the drawing ends. */
export interface Room {
  size: number;
  width: number;
  height: number;
  taken: Box[];
}

/** Names that fit into an area, the fullest that has room; undefined when none has. What it takes is marked as taken. */
export function nameWithin(
  room: Room,
  area: readonly Ring[],
  wordings: readonly (readonly string[])[],
  style: { weight?: Weight; fill?: string },
): Label[] | undefined {
  const largest = area.toSorted((a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)))[0];
  if (!largest) return undefined;
  const [cx, cy] = middleOf(largest);
  const spots = gridIn(largest, room).sort(
    (a, b) => Math.hypot(a[0] - cx, a[1] - cy) - Math.hypot(b[0] - cx, b[1] - cy),
  );
  for (const lines of wordings) {
    for (const apart of [3, -1]) {
      for (const [x, y] of [[cx, cy] as const, ...spots]) {
        const labels = set(room, lines, x, y, style);
        const box = around(labels.map((label) => boxOf(label, room.size)));
        if (!isWithin(box, area, apart) || !isInside(room, box) || !isFree(box, room.taken)) continue;
        room.taken.push(apartFrom(box));
        return labels;
      }
    }
  }
  return undefined;
}

/** A name that begins at a place of its own; undefined where it would leave the drawing or cover another name. */
export function nameAt(
  room: Room,
  x: number,
  y: number,
  wordings: readonly string[],
  style: Pick<Label, 'weight' | 'fill' | 'halo' | 'anchor'>,
): Label | undefined {
  for (const text of wordings) {
    const label = { text, x, y, ...style };
    const box = boxOf(label, room.size);
    if (!isInside(room, box) || !isFree(box, room.taken)) continue;
    room.taken.push(apartFrom(box));
    return label;
  }
  return undefined;
}

/** The middle of an area: of the largest of its parts, by its mass. */
export function middleOf(ring: Ring): readonly [number, number] {
  const size = sizeOf(ring);
  if (size === 0) return ring[0] ?? [0, 0];
  let [x, y] = [0, 0];
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
    const part = x1 * y2 - x2 * y1;
    x += (x1 + x2) * part;
    y += (y1 + y2) * part;
  });
  return [x / (6 * size), y / (6 * size)];
}

/** The size of an area, with a sign for the way around it. */
export function sizeOf(ring: Ring): number {
  return ring.reduce((sum, [x1, y1], at) => {
    const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
    return sum + (x1 * y2 - x2 * y1) / 2;
  }, 0);
}

/** Whether a point lies in an area; areas within areas are holes. */
export function contains(area: readonly Ring[], [x, y]: readonly [number, number]): boolean {
  let inside = false;
  for (const ring of area)
    ring.forEach(([x1, y1], at) => {
      const [x2, y2] = ring[(at + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
  return inside;
}

/** A box with a little room around it, so that names do not run into each other. */
const apartFrom = ({ left, right, top, bottom }: Box): Box => ({
  left: left - 3,
  right: right + 3,
  top: top - 1,
  bottom: bottom + 1,
});

function set(
  { size }: Room,
  lines: readonly string[],
  x: number,
  y: number,
  style: { weight?: Weight; fill?: string },
): Label[] {
  const top = y + size * MIDDLE - ((lines.length - 1) * size * LEADING) / 2;
  return lines.map((text, at) => ({ text, x, y: top + at * size * LEADING, anchor: 'middle' as const, ...style }));
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Whether a box lies in an area and `apart` from its edges, by its corners and the middles of its sides. */
function isWithin({ left, right, top, bottom }: Box, area: readonly Ring[], apart: number): boolean {
  const xs = [left - apart, (left + right) / 2, right + apart];
  const ys = [top - apart, (top + bottom) / 2, bottom + apart];
  return xs.every((x) => ys.every((y) => contains(area, [x, y])));
}

function isInside({ width, height }: Room, { left, right, top, bottom }: Box): boolean {
  return left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;
}

/** The places in a ring to try for a name, none of them off the drawing, which a ring may leave far behind. */
function gridIn(ring: Ring, { width, height }: Room): (readonly [number, number])[] {
  const [xs, ys] = [
    stepsIn(
      ring.map(([x]) => x),
      width,
    ),
    stepsIn(
      ring.map(([, y]) => y),
      height,
    ),
  ];
  return ys.flatMap((y) => xs.map((x) => [x, y] as const));
}

function stepsIn(values: readonly number[], end: number): number[] {
  const least = Math.min(...values);
  const from = least < 0 ? least + Math.ceil(-least / STEP) * STEP : least;
  const to = Math.min(Math.max(...values), end);
  return to < from ? [] : Array.from({ length: Math.floor((to - from) / STEP) + 1 }, (_, at) => from + at * STEP);
}

/** How finely places for a name are tried, in units of the drawing. */
const STEP = 4;
