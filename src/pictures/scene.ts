import type { Side } from '../story/kinds.ts';
import { grow, isInside, overlap, type Box } from './boxes.ts';
import { element, escapeXml, tenth, type Attributes } from './svg.ts';
import { widest, wrapText, type Weight } from './text.ts';

/** Colours by the names they have in styles/tokens.css, so that both themes and paper come by themselves. */
export const INK = 'var(--ink)';
export const SOFT = 'var(--soft)';
export const RULE = 'var(--rule)';
export const PAPER = 'var(--paper)';
export const ACCENT = 'var(--accent)';

/** The two shapes that a picture is drawn in. A unit is a CSS pixel on the narrowest screen that shows it. */
export const SHAPES = { wide: { width: 700, size: 13.5 }, narrow: { width: 320, size: 12 } } as const;
export type Shape = keyof typeof SHAPES;

/** A drawing as data: what is in it and where. Easy to check before it is written as SVG. */
export interface Scene {
  width: number;
  height: number;
  /** The size of its text, unless a label has its own. */
  size: number;
  /** SVG that lies behind everything else. */
  ground: string[];
  labels: Label[];
  marks: Mark[];
}

/** Something that carries meaning. */
export interface Mark {
  /** The room that it fills, which no other label may touch. */
  box: Box;
  /** Its SVG. */
  drawn: string;
  /** What a fault calls it. */
  name?: string;
  /** Labels that its SVG already holds, so that a link has both. */
  labels?: readonly Label[];
  /** Whether it was only known after the key moment. */
  later?: boolean;
}

/** Words in a drawing, in lines that do not break. */
export interface Label {
  lines: readonly string[];
  x: number;
  /** The base line of the first line. */
  y: number;
  /** Which end of the lines is at `x`. */
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
  /** From one base line to the next; 1.25 sizes if it is not given. */
  leading?: number;
  weight?: Weight;
  fill?: string;
  /** A class, where a style sheet sets the type. */
  look?: string;
  /** Whether it has an edge of paper, for words that lie on lines or colours. */
  halo?: boolean;
  /** Whether it was only known after the key moment. */
  later?: boolean;
}

/** How a label looks, without its words and its place. */
export type LabelStyle = Omit<Label, 'lines' | 'x' | 'y' | 'anchor'>;

/** Distances within type, in sizes of the text: how far letters reach above and below the base line, half a small
 * letter, and from one line to the next. */
const ASCENT = 0.76;
const DESCENT = 0.24;
const MIDDLE = 0.33;
export const LEADING = 1.25;

/** A drawing of a shape with nothing in it. */
export function emptyScene(shape: Shape): Scene {
  return { ...SHAPES[shape], height: 0, ground: [], labels: [], marks: [] };
}

/** The room that a label takes. `size` is that of the scene's text. */
export function boxOf(label: Label, size: number): Box {
  const { lines, x, y, anchor = 'start', weight } = label;
  const own = label.size ?? size;
  const width = widest(lines, own, weight);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const last = y + (lines.length - 1) * (label.leading ?? own * LEADING);
  return { left, right: left + width, top: y - ASCENT * own, bottom: last + DESCENT * own };
}

/** A label on one side of a box, `gap` units away, or in its middle. `size` is that of the scene's text. */
export function labelBeside(
  box: Box,
  side: Side | 'middle',
  lines: readonly string[],
  size: number,
  { gap = 0, ...style }: LabelStyle & { gap?: number } = {},
): Label {
  const { leading = size * LEADING } = style;
  const [across, down] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const height = (lines.length - 1) * leading;
  const level = down + size * MIDDLE - height / 2;
  const places = {
    right: { x: box.right + gap, y: level, anchor: 'start' },
    left: { x: box.left - gap, y: level, anchor: 'end' },
    above: { x: across, y: box.top - gap - size * DESCENT - height, anchor: 'middle' },
    below: { x: across, y: box.bottom + gap + size * ASCENT, anchor: 'middle' },
    middle: { x: across, y: level, anchor: 'middle' },
  } as const;
  return { lines, ...places[side], ...style };
}

/** Sets a text in lines from `top` down, adds it to a scene, and returns where its room ends below. */
export function addText(
  scene: Scene,
  text: string,
  { x, top, width, ...style }: LabelStyle & { x: number; top: number; width: number },
): number {
  const { size } = scene;
  const lines = wrapText(text, width, size, style.weight);
  if (lines.length > 0) scene.labels.push({ lines, x, y: top + size * 0.95, ...style });
  return top + lines.length * size * LEADING;
}

/** Words that leave a drawing, or overlap other words or a mark. */
export interface Collision {
  words: string;
  /** What they overlap; undefined when they leave the drawing. */
  other?: string;
}

/** Everything in a scene that a reader could not read, or not see whole. Half a unit is not seen. */
export function collisionsOf({ width, height, size, labels, marks }: Scene): Collision[] {
  // Line by line, since a short line leaves room beside it.
  const placed = (label: Label, mark?: Mark) =>
    label.lines.map((line, at) => {
      const y = label.y + at * (label.leading ?? (label.size ?? size) * LEADING);
      return { words: label.lines.join(' '), box: boxOf({ ...label, lines: [line], y }, size), mark };
    });
  const words = [
    ...labels.flatMap((label) => placed(label)),
    ...marks.flatMap((mark) => (mark.labels ?? []).flatMap((label) => placed(label, mark))),
  ];
  const shapes = marks.map((mark) => ({ words: mark.name ?? mark.drawn.slice(0, 40), box: mark.box, mark }));
  const frame = grow({ left: 0, top: 0, right: width, bottom: height }, 0.5, 0.5);
  return [
    ...[...words, ...shapes].filter(({ box }) => !isInside(box, frame)).map(({ words: what }) => ({ words: what })),
    ...words.flatMap((one, at) =>
      [...words.slice(at + 1), ...shapes.filter(({ mark }) => mark !== one.mark)]
        .filter(({ box }) => overlap(grow(one.box, -0.5, -0.5), box))
        .map((other) => ({ words: one.words, other: other.words })),
    ),
  ];
}

/**
 * A scene as SVG. `attributes` are those of the `svg` element, `head` is markup that comes first in it. What was only
 * known later is in a group of its own, which the page can hide.
 */
export function drawScene(scene: Scene, attributes: Attributes, head = ''): string {
  const { width, height, ground, labels, marks } = scene;
  const part = (wanted: boolean) => {
    const own = <Item extends { later?: boolean }>(items: readonly Item[]) =>
      items.filter(({ later = false }) => later === wanted);
    const words = (halo: boolean) => own(labels).filter((label) => (label.halo ?? false) === halo);
    const haloed = words(true).map(drawLabel).join('');
    return (
      words(false).map(drawLabel).join('') +
      own(marks)
        .map(({ drawn }) => drawn)
        .join('') +
      (haloed && element('g', HALO, haloed))
    );
  };
  const later = part(true);
  const inner = head + ground.join('') + part(false) + (later && element('g', { class: 'later' }, later));
  return element('svg', { viewBox: `0 0 ${tenth(width)} ${tenth(height)}`, ...attributes }, inner);
}

const HALO = { stroke: PAPER, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };

/**
 * A label as SVG, its lines below each other. A space parts the lines, and this text from the next, in what a reader
 * copies or a text browser shows. Between lines that do not begin at `x` it would move them.
 */
export function drawLabel({ lines, x, y, anchor = 'start', size, leading, weight = 400, fill, look }: Label): string {
  const attributes = {
    x,
    y,
    class: look,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    fill,
  };
  const dy = leading ?? `${LEADING}em`;
  const space = anchor === 'start' ? ' ' : '';
  const [first = '', ...rest] = lines.map(escapeXml);
  const spans = rest.map((line) => space + element('tspan', { x, dy }, line)).join('');
  return `${element('text', attributes, first + spans)} `;
}
