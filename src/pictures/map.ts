import { VFile } from 'vfile';
import { ContentError, fault } from '../compiler/faults.ts';
import { yearOf } from '../story/dates.ts';
import { dayInWords } from './english.ts';
import type { GeoPoint, Side } from '../story/story.ts';
import { boxAround, isFree } from './boxes.ts';
import { edges, type Sheet } from './globe.ts';
import { hatch } from './hatch.ts';
import { middleOf, nameAt, nameWithin, sizeOf, type Room } from './map-labels.ts';
import { layLands, TINT, tints, type Lands, type MapData } from './map-lands.ts';
import {
  addText,
  drawScene,
  emptyScene,
  INK,
  MIDDLE,
  PAPER,
  RULE,
  SHAPES,
  tenth,
  type Label,
  type Named,
  type Scene,
  type Shape,
} from './scene.ts';
import { element } from './svg.ts';

/** The size of text on a map, which must be small to fit into states. */
const SIZES = { wide: 12.5, narrow: 11.5 } as const;

/** How the lands of the wide drawing are moved and scaled into a shape. */
interface View {
  left: number;
  top: number;
  scale: number;
  width: number;
  height: number;
}

function viewOf({ frame, narrow }: MapData, { projection, width, height }: Sheet, shape: Shape): View {
  if (shape === 'wide') return { left: 0, top: 0, scale: 1, width, height };
  const [whole, part] = [edges(projection, frame), edges(projection, narrow)];
  const scale = SHAPES.narrow.width / (part.right - part.left);
  return {
    left: part.left - whole.left,
    top: part.top - whole.top,
    scale,
    width: SHAPES.narrow.width,
    height: Math.round((part.bottom - part.top) * scale),
  };
}

/**
 * A map of one shape: names and places, and below them what the tints mean. `drawn` is put behind: the
 * paths of the lands, or a reference to them where they stand elsewhere on the page. `unplaced` are the names without room.
 */
export function layoutMap(data: MapData, lands: Lands, shape: Shape, drawn: string): Scene & { unplaced: string[] } {
  const scene = { ...emptyScene(shape), size: SIZES[shape] };
  const view = viewOf(data, lands.sheet, shape);
  const { width, height, left, top, scale } = view;
  const room: Room = { size: scene.size, width, height, taken: [] };
  const put = ([x, y]: readonly [number, number]): readonly [number, number] => [(x - left) * scale, (y - top) * scale];
  const at = (position: GeoPoint) => put(lands.sheet.projection([...position]) ?? [0, 0]);
  const moved =
    scale === 1 && left === 0
      ? drawn
      : element(
          'g',
          { transform: `scale(${Math.round(scale * 1000) / 1000}) translate(${tenth(-left)} ${tenth(-top)})` },
          drawn,
        );
  scene.ground.push(
    element('svg', { width, height }, moved),
    element('rect', { width, height, fill: 'none', stroke: RULE }),
  );

  const unplaced: string[] = [];
  const place = (name: string, label: Label | undefined) => (label ? scene.labels.push(label) : unplaced.push(name));
  // What is named below the map may go without its name on the small one.
  const placeOrList = (name: string, label: Label | undefined) =>
    label || shape === 'wide' ? place(name, label) : undefined;
  for (const { name, at: spot, side, narrow } of data.places) {
    const [x, y] = at(spot);
    if ((shape === 'wide' || narrow) && isOn(room, x, y)) place(name, addPlace(scene, room, name, x, y, side));
  }
  for (const { name, at: spot, label } of data.disputed)
    if (isOn(room, ...at(spot))) placeOrList(name, addLeader(scene, room, at(spot), at(label), [name]));
  for (const { code, name } of data.highlighted) {
    const area = (lands.outlines.get(code) ?? []).map((ring) => ring.map(put));
    scene.labels.push(...(nameWithin(room, area, [[name]], { weight: 600 }) ?? []));
  }
  for (const { name, at: spot, narrow } of data.names) {
    const [x, y] = at(spot);
    if ((shape === 'wide' || narrow) && isOn(room, x, y)) place(name, nameAt(room, x, y, [name], { anchor: 'middle' }));
  }
  for (const { states, date, before } of data.joined.toReversed()) {
    const year = String(yearOf(date));
    for (const { code, name, label } of states) {
      const area = (lands.outlines.get(code) ?? []).map((ring) => ring.map(put));
      const wordings = before ? [[name]] : [[name, year], [`${name} ${year}`], [name], [year]];
      const within = label ? undefined : nameWithin(room, area, wordings, { fill: before ? PAPER : INK });
      const largest = area.toSorted((a, b) => Math.abs(sizeOf(b)) - Math.abs(sizeOf(a)))[0];
      if (within) scene.labels.push(...within);
      else if (label && largest && isOn(room, ...middleOf(largest)))
        placeOrList(
          name,
          addLeader(scene, room, middleOf(largest), at(label), before ? [name] : [`${name} ${year}`, year]),
        );
    }
  }
  scene.height = Math.ceil(addLegend(scene, data, lands, height + 8));
  return { ...scene, unplaced };
}

/** A place with its dot; without room for its name it has neither. */
function addPlace(scene: Scene, room: Room, name: string, x: number, y: number, side: Side): Label | undefined {
  const { size } = scene;
  const [dx, dy, anchor] = SIDES[side];
  const box = boxAround(x, y, 6);
  const label = isFree(box, room.taken)
    ? nameAt(room, x + dx, y + dy * size + size * MIDDLE, [name], { anchor, halo: true })
    : undefined;
  if (!label) return undefined;
  scene.marks.push({ box, drawn: element('circle', { cx: x, cy: y, r: 3, stroke: PAPER }) });
  room.taken.push(box);
  return label;
}

const isOn = ({ width, height }: Room, x: number, y: number): boolean =>
  x > 3 && y > 3 && x < width - 3 && y < height - 3;

/** Where the name of a place stands from its dot: in units across, in sizes of the text down. */
const SIDES = {
  right: [6, 0, 'start'],
  left: [-6, 0, 'end'],
  above: [0, -0.85, 'middle'],
  below: [0, 0.85, 'middle'],
} as const;

/** A name beside what it names, with a line between them. */
function addLeader(
  scene: Scene,
  room: Room,
  [x, y]: readonly [number, number],
  [fromX, fromY]: readonly [number, number],
  wordings: readonly string[],
): Label | undefined {
  const leftwards = fromX > x;
  const label = nameAt(room, fromX, fromY + scene.size * MIDDLE, wordings, {
    anchor: leftwards ? 'start' : 'end',
    halo: true,
  });
  if (!label) return undefined;
  scene.ground.push(
    element('path', {
      d: `M${tenth(x)} ${tenth(y)}L${tenth(fromX + (leftwards ? -4 : 4))} ${tenth(fromY)}`,
      stroke: INK,
      'stroke-width': '.8',
    }),
  );
  return label;
}

function addLegend(
  scene: Scene,
  { alliance, baseline, joined, disputed }: MapData,
  { outlines, hasLine }: Lands,
  y: number,
): number {
  const { size, width } = scene;
  const [wide, high] = [22, size * 0.85];
  const row = (swatch: string, text: string) => {
    scene.marks.push({ box: { left: 0, right: wide, top: y + 1, bottom: y + 1 + high }, drawn: swatch });
    y = addText(scene, text, { x: wide + 8, top: y, width: width - wide - 8 }) + 3;
  };
  const block = (attributes: Record<string, string | number>) =>
    element('rect', { y: y + 1, width: wide, height: high, ...attributes });
  const named = (states: MapData['joined'][number]['states']) => states.map(({ name }) => name).join(', ');
  const shades = tints(joined);
  const day = dayInWords(baseline);
  const older = joined.filter(({ before }) => before).flatMap(({ states }) => states);
  const off = older.filter(({ code }) => (outlines.get(code) ?? []).length === 0);
  const fill = `var(--party-${alliance.colour})`;
  if (older.length > 0) {
    const away = off.length === 0 ? '' : `; off the map: ${named(off)}`;
    row(
      block({ fill, 'fill-opacity': String(TINT.before) }),
      `In ${alliance.short} on ${day}: ${older.length} states${away}`,
    );
  }
  joined.forEach(({ before, date, states }, at) => {
    const tint = String(shades[at]);
    if (!before)
      row(block({ fill, 'fill-opacity': tint, stroke: RULE }), `Joined in ${yearOf(date)}: ${named(states)}`);
  });
  const middle = y + 1 + high / 2;
  if (hasLine)
    row(
      element('path', { d: `M0 ${tenth(middle)}h${wide}`, stroke: INK, 'stroke-width': 3 }),
      `Where the members of ${day} meet those that joined later`,
    );
  for (const { name, text } of disputed) {
    const [top, bottom] = [Math.round(y + 1), Math.round(y + 1 + high)];
    row(
      element('path', {
        d: hatch(
          [
            [
              [0, top],
              [wide, top],
              [wide, bottom],
              [0, bottom],
            ],
          ],
          6,
        ),
        stroke: INK,
      }),
      `${name}: ${text}`,
    );
  }
  return y;
}

/** Both shapes of a map for one page, which share the lands: the narrow one must stand on the page with the wide one. */
export function drawMaps(data: MapData, named: Named): Record<Shape, string> {
  const lands = layLands(data);
  const id = `${named.id}-lands`;
  const draw = (shape: Shape, drawn: string) => {
    const { unplaced, ...scene } = layoutMap(data, lands, shape, drawn);
    if (unplaced.length > 0) {
      const file = new VFile({ path: `pictures/${named.id}.md` });
      fault(
        file,
        `the map “${named.title}” has no room for ${unplaced.join(', ')} in its ${shape} form; move the name, or leave it out there`,
        { line: 1 },
      );
      throw new ContentError([file]);
    }
    return drawScene(scene, { ...named, id: `${named.id}-${shape}` }, shape);
  };
  return {
    wide: draw('wide', element('g', { id }, lands.drawn)),
    narrow: draw('narrow', element('use', { href: `#${id}` })),
  };
}
