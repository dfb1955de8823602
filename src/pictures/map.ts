import { ContentError, fault } from '../compiler/faults.ts';
import { dayInWords, yearOf } from '../story/dates.ts';
import type { GeoPoint, NamePlace } from '../story/story.ts';
import type { Words } from '../words/words.ts';
import { fileOfPicture, tellOfWords } from './crowded.ts';
import { boxAround, grow, isFree, isInside, type Box } from './boxes.ts';
import {
  colourOf,
  drawLands,
  isNewerLater,
  moveTo,
  outlined,
  sheetOf,
  tintsOf,
  tintsOfGroups,
  TINT,
  type Land,
  type LandPart,
  type Lands,
  type MapData,
  type SheetPoint,
  type Sheet,
} from './lands.ts';
import {
  addText,
  boxOf,
  collisionsOf,
  emptyScene,
  INK,
  labelBeside,
  laterGround,
  linesOf,
  PAPER,
  RULE,
  SHAPES,
  thenGround,
  type Collision,
  type Label,
  type LabelStyle,
  type Scene,
  type Shape,
} from './scene.ts';
import { element, path, tenth, type Attributes } from './svg.ts';

/** The font size on a map: smaller than in other pictures, so that names fit into states. */
const SIZES = { wide: 12.5, narrow: 11.5 } as const;

/** The distance of a name from what it names, in units of the drawing. */
const GAP = 3;

/**
 * Lays out a map in one shape: names and places, and below them a key to the colours. Names are on the side that the
 * writer chose; a state without one has its name near the middle of its land, or only in the key if it does not fit.
 * `parts` are the SVG of the lands, or references to it. `collisions` are the names that cannot be read, `unseen` what
 * the frame leaves out though it is there to be seen: a name, a place, a land of a party or one that is disputed.
 */
export function layoutMap(
  data: MapData,
  lands: Lands,
  shape: Shape,
  words: Words,
  parts = lands.parts,
): Scene & { collisions: Collision[]; unseen: string[] } {
  const scene = { ...emptyScene(shape), size: SIZES[shape] };
  const sheet = sheetOf(data.frame, data[shape === 'wide' ? 'frame' : 'narrow'], scene.width);
  const { width, height } = sheet;
  const at = (position: GeoPoint) => pointOn(sheet, position);
  const isShown = ({ narrow }: { narrow: boolean }) => shape === 'wide' || narrow;
  const drawn = parts.map((part) => (part.later ? laterGround(part.drawn) : part.drawn)).join('');
  const moved = moveTo(sheet, sheetOf(data.frame, data.frame, SHAPES.wide.width), drawn);
  const hatch = `${data.id}-${shape}-hatch`;
  const shown = data.places.filter(isShown);
  const route = data.route ? drawRoute(data.places, at) : '';
  const disputed = data.disputed.map(({ at: position, countedWith }) => {
    const outline = lands.pieceOn(sheet, position)?.outline() ?? '';
    const party = data.highlighted.find(({ code }) => code === countedWith)?.party;
    const colour = party ? outlined(party.colour) : { fill: 'none', stroke: INK };
    return [{ fill: PAPER }, colour, { fill: `url(#${hatch})` }].map((style) => path(outline, style)).join('');
  });
  scene.ground.push(
    data.disputed.length > 0 ? drawHatch(hatch) : '',
    element('svg', { width, height }, moved + disputed.join('') + route),
    element('rect', { width, height, fill: 'none', stroke: RULE }),
  );

  const unseen: string[] = [];
  const states = [
    ...data.joined.flatMap(({ states: some, date, before, later }) =>
      some.map((state) => ({ ...state, later, isOlder: before, year: before ? undefined : String(yearOf(date)) })),
    ),
    ...data.groups.flatMap(({ states: some, later }) => some.map((state) => ({ ...state, later }))),
    ...data.highlighted.map((state) => ({ ...state, isHighlighted: true })),
  ];
  for (const { side = 'right', ...land } of data.disputed.filter(isShown)) {
    const piece = lands.pieceOn(sheet, land.at);
    if (piece) nameLand(scene, sheet, piece, { ...land, side });
    else unseen.push(land.name);
  }
  for (const { name, at: position } of data.names.filter(isShown)) {
    const [x, y] = at(position);
    if (isInFrame(sheet, x, y)) scene.labels.push(labelBeside(boxAround(x, y, 0), 'middle', [name], scene.size));
    else unseen.push(name);
  }
  for (const { name, at: position, side, event } of shown) {
    const later = event?.later ?? false;
    const [x, y] = at(position);
    if (!isInFrame(sheet, x, y)) {
      // The line of a route may lead off the map.
      if (!data.route) unseen.push(name);
      continue;
    }
    const box = boxAround(x, y, 6);
    scene.marks.push({ box, name, later, drawn: element('circle', { cx: x, cy: y, r: 3, stroke: PAPER }) });
    scene.labels.push(labelBeside(box, side, [name], scene.size, { gap: GAP, halo: true, later }));
  }
  // States whose names find a place by themselves come last, so that these keep off all others.
  const isPlaced = ({ label, side }: NamePlace) => Number(label !== undefined || side !== undefined);
  for (const state of states.filter(isShown).toSorted((a, b) => isPlaced(b) - isPlaced(a))) {
    const land = lands.stateOn(sheet, state.code);
    if (land) nameLand(scene, sheet, land, state);
    else if ('party' in state) unseen.push(state.name);
  }
  // The line of a route may cross names.
  if (data.route) scene.labels = scene.labels.map((label) => ({ ...label, halo: label.fill === undefined }));
  const collisions = collisionsOf({ ...scene, height });
  scene.height = Math.ceil(addKey(scene, data, lands, sheet, height + 8, hatch, words));
  return { ...scene, collisions, unseen };
}

/**
 * A line from each place to the next, also by places that a shape leaves out. While later places are set aside, it
 * leads directly from the one before them to the one after.
 */
function drawRoute(places: MapData['places'], at: (position: GeoPoint) => SheetPoint): string {
  const legs = (stops: MapData['places']) => stops.slice(1).map((end, before) => [stops[before] ?? end, end] as const);
  const isLater = ({ event }: MapData['places'][number]) => event?.later ?? false;
  const draw = (ends: readonly MapData['places'][number][]) => {
    const [from, to] = ends.map((end) => at(end.at).map(tenth).join(' '));
    return path(`M${from}L${to}`, { stroke: INK, 'stroke-width': '1.2', 'stroke-dasharray': '4 3' });
  };
  const next = new Map(legs(places));
  return [
    ...legs(places).map((leg) => (leg.some(isLater) ? laterGround(draw(leg)) : draw(leg))),
    ...legs(places.filter((place) => !isLater(place)))
      .filter(([start, end]) => next.get(start) !== end)
      .map((leg) => thenGround(draw(leg))),
  ].join('');
}

/** A pattern of diagonal lines for disputed land, which is visible in every theme and on every printer. */
function drawHatch(id: string): string {
  const tile = { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' };
  return element('pattern', tile, path('M2 0V4', { stroke: INK }));
}

/** Where a position on the globe is on a sheet. */
const pointOn = ({ projection }: Sheet, position: GeoPoint): SheetPoint => projection([...position]) ?? [NaN, NaN];

/** Whether a point is on a sheet and at least three units from its edges. */
const isInFrame = ({ width, height }: Sheet, x: number, y: number): boolean =>
  x > 3 && y > 3 && x < width - 3 && y < height - 3;

/** The name of a land, and where the writer wants it. */
interface LandName extends NamePlace {
  name: string;
  /** The year that it joined, below the name where it fits. */
  year?: string | undefined;
  /** Whether its land has the strong colour of older members, on which text has the background colour. */
  isOlder?: boolean;
  /** Whether the writer highlights it: then it is named even if the name does not fit. */
  isHighlighted?: boolean;
  /** Whether it joined after the key moment. */
  later?: boolean;
}

/**
 * Adds the name of a land. With a `side` it is on that side of the land; if the writer also gave a position (`label`),
 * it is on that side of the position, with a line to the land. Without a side it is centred on the position; without
 * either it touches nothing and is near the middle of the land, where there is room around it or where it just fits. A
 * name in the background colour must be inside its land; the corners of a dark one may be outside.
 */
function nameLand(
  scene: Scene,
  sheet: Sheet,
  land: Land,
  { name, year, label: position, side, isOlder = false, isHighlighted = false, later = false }: LandName,
): void {
  const { size, labels, marks, ground } = scene;
  const style: LabelStyle = { later, ...(isHighlighted && { weight: 600 as const }) };
  const point = position ? pointOn(sheet, position) : land.middle;
  const [x, y] = point;
  if (side) {
    const box = position ? boxAround(x, y, 0) : land.box;
    labels.push(labelBeside(box, side, [year ? `${name} ${year}` : name], size, { ...style, gap: GAP, halo: true }));
    const line = `M${tenth(x)} ${tenth(y)}L${land.middle.map(tenth).join(' ')}`;
    const drawn = path(line, { stroke: INK, 'stroke-width': '.8' });
    if (position) ground.push(later ? laterGround(drawn) : drawn);
    return;
  }
  const frame = grow({ left: 0, top: 0, right: sheet.width, bottom: sheet.height }, -GAP, -GAP);
  const taken = [...labels.flatMap((label) => linesOf(label, size)), ...marks.map((mark) => mark.box)];
  const isClear = (box: Box) => position !== undefined || (isInside(box, frame) && isFree(box, taken));
  const points = position ? [point] : [point, ...spotsOn(land)];
  for (const lines of year ? [[name, year], [name]] : [[name]]) {
    const label = (at: SheetPoint) => labelBeside(boxAround(...at, 0), 'middle', lines, size, style);
    const isWhole = (one: Label, room: number) => {
      const box = grow(boxOf(one, size), room, room);
      // Most places are out of the question before the land itself is asked, which takes long.
      return isClear(box) && isInside(grow(box, -1, -1), land.box) && isOn(land, box, EVERYWHERE, EVERYWHERE);
    };
    const choices = points.map(label);
    const whole = choices.find((one) => isWhole(one, size)) ?? choices.find((one) => isWhole(one, 0));
    if (whole) {
      labels.push({ ...whole, ...(isOlder && { fill: PAPER }) });
      return;
    }
    const partly = label(point);
    const box = boxOf(partly, size);
    const fits = !isOlder && isClear(box) && isOn(land, box, lines.length > 1 ? [0.25, 0.75] : [0.5]);
    const isWanted = lines.length === 1 && (position !== undefined || isHighlighted);
    if (!fits && !isWanted) continue;
    labels.push({ ...partly, halo: true });
    return;
  }
}

/** Points all over the box of a land, those near its middle first. */
function spotsOn({ box: { left, right, top, bottom }, middle: [x, y] }: Land): SheetPoint[] {
  const steps = Array.from({ length: 11 }, (_, step) => (step + 1) / 12);
  const distance = ([across, down]: SheetPoint) => Math.hypot(across - x, down - y);
  return steps
    .flatMap((across) => steps.map((down) => [left + across * (right - left), top + down * (bottom - top)] as const))
    .toSorted((a, b) => distance(a) - distance(b));
}

/** Shares of the width or height of a box, so close that no bay between them reaches far into a name. */
const EVERYWHERE = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1];

/** Whether a land contains some points of a box: 0 is its left and its top, 1 its right and its bottom. */
function isOn(land: Land, box: Box, down: readonly number[], across: readonly number[] = [0, 0.5, 1]): boolean {
  const { left, right, top, bottom } = grow(box, -1, -1);
  const at = (share: number, height: number): SheetPoint => [
    left + share * (right - left),
    top + height * (bottom - top),
  ];
  return down.every((height) => across.every((share) => land.contains(at(share, height))));
}

/** Adds the key to colours and lines below the map, from `y` down, and returns the y where it ends. */
function addKey(
  scene: Scene,
  { groups, alliance, baseline, joined, disputed }: MapData,
  lands: Lands,
  sheet: Sheet,
  y: number,
  hatch: string,
  words: Words,
): number {
  const { size, width } = scene;
  const { pictures, punctuation } = words;
  const [wide, high] = [22, size * 0.85];
  const row = (text: string, draw: (top: number) => string, later = false) => {
    const box = { left: 0, right: wide, top: y + 1, bottom: y + 1 + high };
    scene.marks.push({ box, drawn: draw(box.top), later });
    y = addText(scene, text, { x: wide + 8, top: y, width: width - wide - 8, later }) + 3;
  };
  const swatch = (y1: number, style: Attributes) => element('rect', { y: y1, width: wide, height: high, ...style });
  const block = (tint: string | undefined, edge?: string) => (top: number) =>
    swatch(top, { fill: colourOf(alliance), 'fill-opacity': tint, stroke: edge });
  const listed = (states: readonly { name: string }[]) => states.map(({ name }) => name).join(punctuation.comma);
  const day = baseline ? dayInWords(baseline, words) : '';
  const tintOfGroup = tintsOfGroups(groups);
  // What is so only later comes last: set aside, it leaves no gap between the others.
  const inKey = groups.map((group, at) => ({ ...group, tint: tintOfGroup[at] }));
  for (const { what, states, tint, later } of inKey.toSorted((a, b) => Number(a.later) - Number(b.later)))
    row(`${what}${punctuation.colon}${listed(states)}`, (top) => swatch(top, { ...tint, stroke: RULE }), later);
  const older = joined.filter(({ before }) => before).flatMap(({ states }) => states);
  const missing = older.filter(({ code }) => !lands.stateOn(sheet, code));
  if (alliance && older.length > 0)
    row(pictures.members(alliance.short, day, older.length, listed(missing)), block(String(TINT.before)));
  const tints = tintsOf(joined);
  joined.forEach(({ before, date, states, later }, at) => {
    if (!before) row(pictures.joined(String(yearOf(date)), listed(states)), block(tints[at], RULE), later);
  });
  if (lands.hasOldBorder)
    row(
      pictures.oldBorder(day),
      (top) => path(`M0 ${tenth(top + high / 2)}h${wide}`, { stroke: INK, 'stroke-width': 3 }),
      isNewerLater({ joined }),
    );
  for (const { name, text } of disputed)
    row(pictures.disputed(name, text), (top) => swatch(top, { fill: `url(#${hatch})` }));
  return y;
}

/**
 * The field of what has a name on a map, as a writer counts it, and its line. Behind the name of a state that joined
 * can be its year.
 */
function placeOf(written: MapData['written'], name: string): { field: string; line: number } {
  const isName = (wanted: string) => written.find(({ words, field }) => words === wanted && field.endsWith('.name'));
  const { field = '', line = 1 } = isName(name) ?? isName(name.replace(/ -?\d+$/, '')) ?? {};
  return { field: field.replace(/\.name$/, ''), line };
}

/** What to do about a name that leaves the frame or is over another. Names alone, as of seas, have no other side. */
function wayOut({ words: name, other }: Collision, written: MapData['written'], shape: Shape): string {
  const fields = [name, other ?? name].map((one) => ({ name: one, ...placeOf(written, one) }));
  const alone = fields.find(({ field }) => field.startsWith('names.'));
  const isPlace = fields.every(({ field }) => field.startsWith('places.'));
  const way =
    alone === undefined
      ? `choose another side for ${other === undefined ? 'it' : 'one of them'} (right, left, above, below)` +
        (isPlace ? '' : ', or another place (label)')
      : `give “${alone.name}” another place (at)`;
  return way + (shape === 'wide' ? '' : ', or leave it out there with narrow: false');
}

/**
 * Both shapes of a map as SVG; `draw` turns a scene into SVG. The narrow one refers to the lands in the wide one, so
 * both must be on the same page; to each part by itself, because the style of the page does not reach into what an SVG
 * refers to. Throws a ContentError that names every label that cannot be read, and its field.
 */
export function drawMaps(
  data: MapData,
  words: Words,
  draw: (scene: Scene, shape: Shape) => string,
): Record<Shape, string> {
  const lands = drawLands(data);
  const file = fileOfPicture(data);
  const id = (at: number) => `${data.id}-lands-${at + 1}`;
  const drawShape = (shape: Shape, drawPart: (part: LandPart, at: number) => string) => {
    const parts = lands.parts.map((part, at) => ({ ...part, drawn: drawPart(part, at) }));
    const { collisions, unseen, ...scene } = layoutMap(data, lands, shape, words, parts);
    // A narrow map may show less.
    for (const name of shape === 'wide' ? unseen : []) {
      const { field, line } = placeOf(data.written, name);
      const way = field.startsWith('disputed.') ? 'put its place (at) on the land, or widen frame' : 'widen frame';
      fault(file, `${field}: the map does not show “${name}”; ${way}, or take it out`, { line });
    }
    for (const one of collisions) {
      const { field, line } = placeOf(data.written, one.words);
      const what = one.other === undefined ? 'leaves the frame' : `overlaps “${one.other}”`;
      const reason = `${field}: on the ${shape} map, “${one.words}” ${what}; ${wayOut(one, data.written, shape)}`;
      fault(file, reason, { line });
    }
    const told = new Set(collisions.map((one) => one.words));
    for (const one of collisionsOf(scene)) if (!told.has(one.words)) tellOfWords(file, data, one, shape);
    return draw(scene, shape);
  };
  const both = {
    wide: drawShape('wide', ({ drawn }, at) => element('g', { id: id(at) }, drawn)),
    narrow: drawShape('narrow', (_, at) => element('use', { href: `#${id(at)}` })),
  };
  if (file.messages.length > 0) throw new ContentError([file]);
  return both;
}
