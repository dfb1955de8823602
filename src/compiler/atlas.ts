import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import {
  filter,
  filterWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
  type RingWeighter,
} from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon as Shapes, Polygon as Shape, Topology } from 'topojson-specification';

/** The states of the world by the map data of Natural Earth, medium scale. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The shape of a state in the atlas. Land that the data calls a country but ISO does not has no code. */
export type StateShape = Shape<{ name: string }> | Shapes<{ name: string }>;

/** A state as a shape on the globe. */
export type StateFeature = Feature<Polygon | MultiPolygon, { name: string }>;

let read: Atlas | undefined;

/** The atlas as the package `world-atlas` has it. */
function atlas(): Atlas {
  read ??= createRequire(import.meta.url)('world-atlas/countries-50m.json') as Atlas;
  return read;
}

/** The names of all states by their three digits in ISO 3166-1. */
export function stateNames(): ReadonlyMap<string, string> {
  return new Map(
    atlas().objects.countries.geometries.flatMap(({ id, properties }) =>
      id === undefined ? [] : [[String(id), properties && 'name' in properties ? properties.name : ''] as const],
    ),
  );
}

/** The atlas with how much of the globe each corner spans, which takes long to find. */
let weighed: ReturnType<typeof presimplify> | undefined;

/**
 * The atlas without what a map cannot show: corners that span less than `corner` and islands smaller than `island`,
 * both in steradians. Neighbours keep a common border.
 */
export function simplified(corner: number, island: number): Atlas {
  weighed ??= presimplify(atlas(), sphericalTriangleArea);
  const thinned = simplify(weighed, corner);
  // The package hands on a second argument that its types do not know.
  return filter(thinned, filterWeight(thinned, island, sphericalRingArea as RingWeighter)) as Atlas;
}

/** The shapes of states by their codes; codes that the atlas does not know are left out. */
export function shapesOf({ objects }: Atlas, codes: Iterable<string>): StateShape[] {
  const wanted = new Set(codes);
  return objects.countries.geometries.filter((shape): shape is StateShape => wanted.has(String(shape.id)));
}

/** The states of an atlas as features, by code; those without a code are left out. */
export function featuresOf(map: Atlas): Map<string, StateFeature> {
  const found = map.objects.countries.geometries.map(
    (shape) => [String(shape.id), feature(map, shape as StateShape) as StateFeature] as const,
  );
  return new Map(found.filter(([code]) => code !== 'undefined'));
}
