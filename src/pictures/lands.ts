import { geoConicConformal, geoContains, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Polygon } from 'geojson';
import { merge, mesh } from 'topojson-client';
import { featuresOf, shapesOf, simplified, type StateFeature, type StateShape } from '../compiler/atlas.ts';
import { allLater } from '../story/dates.ts';
import type { Frame, GeoPoint, MapPicture, Party } from '../story/story.ts';
import type { Box } from './boxes.ts';
import { INK, PAPER, RULE, SHAPES } from './scene.ts';
import { element, path, type Attributes } from './svg.ts';

/** The fields of a map that drawing needs. */
export type MapData = Pick<
  MapPicture,
  | 'id'
  | 'frame'
  | 'narrow'
  | 'groups'
  | 'alliance'
  | 'baseline'
  | 'joined'
  | 'highlighted'
  | 'names'
  | 'disputed'
  | 'places'
  | 'route'
  | 'written'
>;

/** A point of a drawing: its distance from the left and from the top, in units of the drawing. */
export type SheetPoint = readonly [number, number];

/** A part of the globe in a flat drawing, with its size in units of the drawing. */
export interface Sheet {
  projection: GeoProjection;
  width: number;
  height: number;
}

/** Shapes are clipped this far outside of the drawing, so that no outline runs along its edges. */
const MARGIN = 4;

/** The smallest corner of a border and the smallest island that are drawn, in square units of the wide drawing. */
const FINE = { corner: 6, island: 50 };

/**
 * The opacity of the alliance's colour: on members before the baseline, and on the first group that joined after it.
 * Each further group has `part` times the opacity of the one before, but at least `least`. `grey` is that of the first
 * group of states that has no party's colour.
 */
export const TINT = { before: 0.86, first: 0.47, part: 0.72, least: 0.12, grey: 0.3 };

/**
 * Projects a part of a frame to a drawing that is `width` units wide. The projection is Lambert's conformal conic
 * (Snyder, Map Projections, 1987, section 15). Its standard parallels are one sixth from the top and bottom of the
 * whole frame, so that all parts of one frame have the same shapes.
 */
export function sheetOf(frame: Frame, part: Frame, width: number): Sheet {
  const { west, south, east, north } = frame;
  const sixth = (north - south) / 6;
  const projection = geoConicConformal()
    .rotate([-(west + east) / 2, 0])
    .parallels([south + sixth, north - sixth])
    .scale(1)
    .translate([0, 0]);
  const { left, right, top, bottom } = edgesOf(projection, part);
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
  return { projection, width, height };
}

/** The edges of a projected frame, measured along its middle parallel and its middle meridian. */
export function edgesOf(projection: GeoProjection, { west, south, east, north }: Frame): Box {
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const at = (position: GeoPoint) => projection([...position]) ?? [0, 0];
  return { left: at([west, lat])[0], right: at([east, lat])[0], top: at([lon, north])[1], bottom: at([lon, south])[1] };
}

/** A piece of land, as the placing of names needs it, in units of a sheet. */
export interface Land {
  /** The centroid and the bounding box of the part that the sheet shows. */
  middle: SheetPoint;
  box: Box;
  /** Makes its path data. */
  outline: () => string;
  /** Whether a point of the drawing is on it. */
  contains: (point: SheetPoint) => boolean;
}

/** Some of the SVG of lands: `later` if it became so only after the key moment. */
export interface LandPart {
  drawn: string;
  later: boolean;
}

/** The lands of a map: their SVG, and where each is. */
export interface Lands {
  /** The SVG of all lands, in units of the wide drawing, in the order in which one lies over the other. */
  parts: readonly LandPart[];
  /** Whether a border between older and newer members is drawn, which the key must then explain. */
  hasOldBorder: boolean;
  /** The largest piece of a state (by its code in the atlas) on a sheet; undefined if the sheet shows none. */
  stateOn: (sheet: Sheet, code: string) => Land | undefined;
  /** The piece of land at a position on the globe; undefined if the sheet does not show it. */
  pieceOn: (sheet: Sheet, position: GeoPoint) => Land | undefined;
}

const lands = new WeakMap<MapData, Lands>();

/** Draws the lands of a map, once for its page and its file. */
export function drawLands(data: MapData): Lands {
  const before = lands.get(data);
  if (before) return before;
  const drawn = landsOf(data);
  lands.set(data, drawn);
  return drawn;
}

function landsOf(data: MapData): Lands {
  const { projection } = sheetOf(data.frame, data.frame, SHAPES.wide.width);
  // The area of one square unit of the drawing on the globe, in steradians.
  const unit = 1 / projection.scale() ** 2;
  const map = simplified(FINE.corner * unit, FINE.island * unit);
  const features = featuresOf(map);
  const { objects } = map;
  const land = (shape: GeoPermissibleObjects | undefined, attributes: Attributes) =>
    shape ? path(pathData(projection, shape), attributes) : '';
  const codesOf = (before: boolean) =>
    new Set(data.joined.filter((one) => one.before === before).flatMap(({ states }) => states.map(({ code }) => code)));
  const [older, newer] = [codesOf(true), codesOf(false)];
  const meet = (a: unknown, b: unknown) => older.has(String(a)) && newer.has(String(b));
  const oldBorder = land(
    mesh(map, objects.countries, (a, b) => meet(a.id, b.id) || meet(b.id, a.id)),
    { stroke: INK, 'stroke-width': 3, fill: 'none', 'stroke-linejoin': 'round' },
  );
  const everyState = objects.countries.geometries.filter((shape): shape is StateShape => shape.type !== null);
  const tints = tintsOf(data.joined);
  const groupTints = tintsOfGroups(data.groups);
  const always = (drawn: string): LandPart => ({ drawn, later: false });
  const tinted = ({ states, later }: Pick<MapData['groups'][number], 'states' | 'later'>, tint: Attributes) => {
    const members = merge(
      map,
      shapesOf(
        map,
        states.map(({ code }) => code),
      ),
    );
    // The background colour first, because the tint is transparent and would mix with the grey below.
    return { drawn: land(members, { fill: PAPER }) + land(members, tint), later };
  };
  const parts = [
    always(land(merge(map, everyState), { class: 'land', fill: RULE, 'fill-opacity': '.42' })),
    ...data.joined.map((group, at) => tinted(group, { fill: colourOf(data.alliance), 'fill-opacity': tints[at] })),
    ...data.groups.map((group, at) => tinted(group, groupTints[at] ?? {})),
    always(
      land(
        mesh(map, objects.countries, (a, b) => a !== b),
        { stroke: PAPER, 'stroke-width': '.8', fill: 'none' },
      ),
    ),
    ...data.highlighted.map(({ code, party }) => always(land(features.get(code), outlined(party.colour)))),
    { drawn: oldBorder, later: isNewerLater(data) },
  ];
  return {
    parts: together(parts),
    hasOldBorder: oldBorder !== '',
    stateOn: (sheet, code) => {
      const feature = features.get(code);
      const onSheet = geoPath(sheet.projection);
      const [largest] = feature ? piecesOf(feature).sort((a, b) => onSheet.area(b) - onSheet.area(a)) : [];
      return landOn(sheet, largest);
    },
    pieceOn: (sheet, position) => landOn(sheet, pieceAt(features.values(), position)),
  };
}

/** Joins parts that follow each other and show at the same times. */
function together(parts: readonly LandPart[]): LandPart[] {
  const joined: LandPart[] = [];
  for (const part of parts.filter(({ drawn }) => drawn !== '')) {
    const last = joined.at(-1);
    if (last?.later === part.later) last.drawn += part.drawn;
    else joined.push({ ...part });
  }
  return joined;
}

/** Whether all who joined after the baseline joined after the key moment as well: no border was there before. */
export function isNewerLater({ joined }: Pick<MapData, 'joined'>): boolean {
  return allLater(joined.filter(({ before }) => !before));
}

/** A piece of land on a sheet; undefined if the sheet shows none of it. */
function landOn({ projection }: Sheet, piece: Polygon | undefined): Land | undefined {
  const onSheet = geoPath(projection);
  if (!piece || onSheet.area(piece) === 0) return undefined;
  const [[left, top], [right, bottom]] = onSheet.bounds(piece);
  return {
    middle: onSheet.centroid(piece),
    box: { left, top, right, bottom },
    outline: () => pathData(projection, piece),
    contains: (point) => geoContains(piece, projection.invert?.([...point]) ?? [0, 0]),
  };
}

/** An opacity as text: as a number it would be rounded to tenths, as places are, and some tints would be the same. */
const opacity = (tint: number): string => String(Math.round(tint * 100) / 100);

/** The opacity of each group of members, in the order in which they joined. */
export function tintsOf(joined: readonly { before: boolean }[]): string[] {
  let later = 0;
  return joined.map(({ before }) =>
    opacity(before ? TINT.before : Math.max(TINT.least, TINT.first * TINT.part ** later++)),
  );
}

/** The style of each group of states: its party’s colour or grey, fainter the more before it have the same. */
export function tintsOfGroups(groups: readonly Pick<MapData['groups'][number], 'party'>[]): Attributes[] {
  return groups.map(({ party }, at) => {
    const fill = colourOf(party);
    const before = groups.slice(0, at).filter((one) => colourOf(one.party) === fill).length;
    return {
      fill,
      'fill-opacity': opacity(Math.max(TINT.least, (party ? TINT.first : TINT.grey) * TINT.part ** before)),
    };
  });
}

/** The colour of a party; that of text where there is none, which a tint makes grey. */
export const colourOf = (party: Pick<Party, 'colour'> | undefined): string =>
  party ? `var(--party-${party.colour})` : INK;

/** The style of a highlighted state. Its outline distinguishes it from all tints, also in a grey print. */
export const outlined = (colour: string) => ({
  fill: `var(--party-${colour})`,
  'fill-opacity': '.2',
  stroke: `var(--party-${colour})`,
  'stroke-width': 2,
});

function piecesOf({ geometry }: StateFeature): Polygon[] {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.map((coordinates) => ({ type: 'Polygon', coordinates }));
}

/** The piece of land at a position, whichever state the atlas counts it with. */
function pieceAt(features: Iterable<StateFeature>, position: GeoPoint): Polygon | undefined {
  for (const feature of features) {
    const found = piecesOf(feature).find((piece) => geoContains(piece, [...position]));
    if (found) return found;
  }
  return undefined;
}

/**
 * A shape as SVG path data in whole units. Corners are relative to the one before, which is a third shorter than the
 * absolute coordinates of d3, and steps of length 0 are left out.
 */
export function pathData(projection: GeoProjection, shape: GeoPermissibleObjects): string {
  let [x, y] = [0, 0];
  const absolute = geoPath(projection).digits(0)(shape) ?? '';
  return absolute
    .replace(/([ML])([-\d]+),([-\d]+)/g, (_, letter: string, toX: string, toY: string) => {
      const step = letter === 'M' ? `M${toX} ${toY}` : `l${Number(toX) - x} ${Number(toY) - y}`;
      [x, y] = [Number(toX), Number(toY)];
      return step === 'l0 0' ? '' : step.replace(' -', '-');
    })
    .replace(/M-?\d+ -?\d+Z/g, '');
}

/** Moves and scales SVG of the wide sheet so that it fits another sheet of the same frame. */
export function moveTo(sheet: Sheet, wide: Sheet, drawn: string): string {
  const scale = sheet.projection.scale() / wide.projection.scale();
  if (scale === 1) return drawn;
  const [[x, y], [fromX, fromY]] = [sheet.projection.translate(), wide.projection.translate()];
  const move = [x - fromX * scale, y - fromY * scale].map((by) => Math.round(by * 10) / 10);
  return element('g', { transform: `translate(${move.join(' ')}) scale(${Math.round(scale * 1000) / 1000})` }, drawn);
}
