import { geoContains } from 'd3-geo';
import type { Polygon } from 'geojson';
import { merge, mesh } from 'topojson-client';
import type { MapPicture, GeoPoint } from '../story/story.ts';
import { featuresOf, shapesOf, simplified, type Atlas, type StateFeature, type StateShape } from '../compiler/atlas.ts';
import { pathOf, rings, sheet, type Sheet } from './globe.ts';
import { hatch, type Ring } from './hatch.ts';
import { INK, PAPER, RULE, SHAPES } from './scene.ts';
import { element } from './svg.ts';

/** What a map is drawn from. */
export type MapData = Pick<
  MapPicture,
  'frame' | 'narrow' | 'alliance' | 'baseline' | 'joined' | 'highlighted' | 'names' | 'disputed' | 'places'
>;

/** What a corner of a border and an island must at least span to be drawn, in square units of the wide drawing. */
const FINE = { corner: 6, island: 50 };

/** How strong the colour of the older members is, and of the first that joined later; each group after them has a part of that. */
export const TINT = { before: 0.86, first: 0.47, part: 0.72, least: 0.12 };

/** A map that is ready to be drawn in both shapes: its lands, and the outlines that names are set in. */
export interface Lands {
  sheet: Sheet;
  /** The paths of all lands, in units of the wide drawing. */
  drawn: string;
  /** Whether older members have a border with newer ones. */
  hasLine: boolean;
  outlines: ReadonlyMap<string, Ring[]>;
}

/** The strength of the colour of each group of members, in the order in which they joined. */
export function tints(joined: MapData['joined']): number[] {
  let later = 0;
  return joined.map(({ before }) =>
    before ? TINT.before : Math.round(Math.max(TINT.least, TINT.first * TINT.part ** later++) * 100) / 100,
  );
}

/** Lays a map on paper and makes the paths of its lands. */
export function layLands(data: MapData): Lands {
  const paper = sheet(data.frame, SHAPES.wide.width);
  const map = simplified(FINE.corner * paper.unit, FINE.island * paper.unit);
  const features = featuresOf(map);
  const outlines = new Map(
    [...features].map(([code, feature]) => [code, rings(paper.projection, feature).map(({ ring }) => ring)]),
  );
  const codes = (some: MapData['joined']) => new Set(some.flatMap(({ states }) => states.map(({ code }) => code)));
  const [older, newer] = [
    codes(data.joined.filter(({ before }) => before)),
    codes(data.joined.filter(({ before }) => !before)),
  ];
  const meet = (a: string, b: string) => older.has(a) && newer.has(b);
  const line = pathOf(
    paper.projection,
    mesh(map, map.objects.countries, (a, b) => meet(String(a.id), String(b.id)) || meet(String(b.id), String(a.id))),
  );
  const bold =
    line === ''
      ? ''
      : element('path', { d: line, stroke: INK, 'stroke-width': 3, fill: 'none', 'stroke-linejoin': 'round' });
  return { sheet: paper, drawn: drawLands(data, map, features, paper) + bold, hasLine: line !== '', outlines };
}

function drawLands(
  { alliance, joined, highlighted, disputed }: MapData,
  map: Atlas,
  features: ReadonlyMap<string, StateFeature>,
  { projection }: Sheet,
): string {
  const path = (shape: Parameters<typeof pathOf>[1], attributes: Record<string, string | number>) => {
    const d = pathOf(projection, shape);
    return d === '' ? '' : element('path', { d, ...attributes });
  };
  const shades = tints(joined);
  const all = merge(
    map,
    map.objects.countries.geometries.filter((shape): shape is StateShape => shape.type !== null),
  );
  const borders = mesh(map, map.objects.countries, (a, b) => a !== b);
  return [
    path(all, { fill: RULE, 'fill-opacity': '.42' }),
    ...joined.flatMap(({ states }, at) => {
      const land = merge(
        map,
        shapesOf(
          map,
          states.map(({ code }) => code),
        ),
      );
      const tint = String(shades[at]);
      return [
        path(land, { fill: PAPER }),
        path(land, { fill: `var(--party-${alliance.colour})`, 'fill-opacity': tint }),
      ];
    }),
    path(borders, { stroke: PAPER, 'stroke-width': '.8', fill: 'none' }),
    ...highlighted.map(({ code, party }) => {
      const land = features.get(code);
      return land ? path(land, outlined(party.colour)) : '';
    }),
    ...disputed.map(({ at, countedWith }) => {
      const party = highlighted.find(({ code }) => code === countedWith)?.party;
      const land = landAt(features.values(), at);
      if (!land) return '';
      const lines = hatch(
        rings(projection, land).map(({ ring }) => ring),
        6,
      );
      return (
        path(land, { fill: PAPER }) +
        path(land, party ? outlined(party.colour) : { fill: PAPER, stroke: INK }) +
        element('path', { d: lines, stroke: INK })
      );
    }),
  ].join('');
}

/** How a state stands out from all tints, in grey too: by its edge. */
const outlined = (colour: string) => ({
  fill: `var(--party-${colour})`,
  'fill-opacity': '.2',
  stroke: `var(--party-${colour})`,
  'stroke-width': 2,
});

/** The piece of land at a position, of whatever state the atlas makes it a part. */
function landAt(features: Iterable<StateFeature>, at: GeoPoint): Polygon | undefined {
  const point: [number, number] = [...at];
  for (const { geometry } of features) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const coordinates of parts) {
      const land: Polygon = { type: 'Polygon', coordinates };
      if (geoContains(land, point)) return land;
    }
  }
  return undefined;
}
