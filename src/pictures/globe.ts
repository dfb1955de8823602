import { geoConicConformal, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Frame, GeoPoint } from '../story/story.ts';
import type { Ring } from './hatch.ts';

/** A part of the globe on paper. */
export interface Sheet {
  projection: GeoProjection;
  width: number;
  height: number;
  /** How many square radians of the globe one square unit of the drawing is. */
  unit: number;
}

/** How far the lines of a drawing run beyond its edges, so that the edges are not drawn. */
const MARGIN = 4;

/**
 * Lays a frame on paper that is `width` wide with a conic projection that keeps angles (Snyder, Map Projections, 1987,
 * section 15), true along two parallels that divide the frame in sixths.
 */
export function sheet(frame: Frame, width: number): Sheet {
  const { west, south, east, north } = frame;
  const part = (north - south) / 6;
  const projection = geoConicConformal()
    .rotate([-(west + east) / 2, 0])
    .parallels([south + part, north - part])
    .scale(1)
    .translate([0, 0]);
  const { left, right, top, bottom } = edges(projection, frame);
  const scale = width / (right - left);
  const height = Math.round((bottom - top) * scale);
  projection
    .scale(scale)
    .translate([-left * scale, -top * scale])
    .clipExtent([
      [-MARGIN, -MARGIN],
      [width + MARGIN, height + MARGIN],
    ])
    .precision(0.5);
  return { projection, width, height, unit: 1 / scale ** 2 };
}

/** Where a frame begins and ends on paper: its middle parallel from west to east, its middle meridian from south to north. */
export function edges(
  projection: GeoProjection,
  { west, south, east, north }: Frame,
): { left: number; right: number; top: number; bottom: number } {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const at = (position: GeoPoint) => projection([...position]) ?? [0, 0];
  return { left: at([west, lat])[0], right: at([east, lat])[0], top: at([lon, north])[1], bottom: at([lon, south])[1] };
}

/** A shape as the rings and lines of a drawing in whole units, with no corner twice in a row. */
export function rings(
  projection: GeoProjection,
  shape: GeoPermissibleObjects,
): { ring: [number, number][]; closed: boolean }[] {
  const found: { ring: [number, number][]; closed: boolean }[] = [];
  const add = (x: number, y: number) => {
    const [a, b] = [Math.round(x), Math.round(y)];
    const ring = found.at(-1)?.ring;
    const last = ring?.at(-1);
    if (!last || last[0] !== a || last[1] !== b) ring?.push([a, b]);
  };
  geoPath(projection, {
    beginPath: () => undefined,
    moveTo: (x, y) => void (found.push({ ring: [], closed: false }), add(x, y)),
    lineTo: add,
    arc: () => undefined,
    closePath: () => {
      const open = found.at(-1);
      if (!open) return;
      open.closed = true;
      const [first, last] = [open.ring[0], open.ring.at(-1)];
      if (open.ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) open.ring.pop();
    },
  })(shape);
  return found.filter(({ ring, closed }) => ring.length > (closed ? 2 : 1));
}

/** The rings of a shape, as path data with steps in whole units: as short as it can be written. */
export function pathOf(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  return rings(projection, shape)
    .map(({ ring, closed }) => `${steps(ring)}${closed ? 'z' : ''}`)
    .join('');
}

function steps(ring: Ring): string {
  return ring
    .map(([x, y], at) => {
      const [before, above] = ring[at - 1] ?? [0, 0];
      return at === 0 ? `M${x} ${y}l` : `${pair(x - before, at === 1)}${pair(y - above, false)}`;
    })
    .join('');
}

/** A number as it follows another in path data: a minus sign parts them as well as a space does. */
const pair = (value: number, first: boolean): string => (first || value < 0 ? String(value) : ` ${value}`);
