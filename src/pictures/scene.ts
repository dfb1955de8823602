import type { Side } from '../story/kinds.ts';
import { grow, isInside, overlap, type Box } from './boxes.ts';
import { element, escapeXml, tenth, type Attributes } from './svg.ts';
import { widest, wrapText, type Weight } from './text.ts';

/** Colours as CSS variables of styles/tokens.css, so that drawings follow the theme. This one is the colour of text. */
export const INK = 'var(--ink)';
/** The colour of text that matters less. */
export const SOFT = 'var(--soft)';
/** The colour of thin lines. */
export const RULE = 'var(--rule)';
/** The background colour. */
export const PAPER = 'var(--paper)';
/** The colour of what belongs to the key moment. */
export const ACCENT = 'var(--accent)';

/** The two shapes that a picture is drawn in. A unit is a CSS pixel on the narrowest screen that shows it. */
export const SHAPES = { wide: { width: 700, size: 13.5 }, narrow: { width: 320, size: 12 } } as const;
export type Shape = keyof typeof SHAPES;

/** A drawing as data, in units of its shape. Overlaps are found in it before it is written as SVG. */
export interface Scene {
  width: number;
  height: number;
  /** The font size of labels that set none. */
  size: number;
  /** SVG that is drawn first, behind everything else. */
  ground: string[];
  labels: Label[];
  marks: Mark[];
}

/** When something in a drawing shows. */
export interface Timing {
  /** Whether it became public only after the key moment. */
  later?: boolean;
  /** Whether it shows only while the site is put back to the key moment. */
  then?: boolean;
}

/** A drawn element that carries information, such as a dot for an event. */
export interface Mark extends Timing {
  /** The area that it fills, which labels of others may not touch. */
  box: Box;
  /** Its SVG. */
  drawn: string;
  /** Its name in error messages. */
  name?: string;
  /** Labels that its SVG already contains, because a link holds both the mark and its label. */
  labels?: readonly Label[];
}

/** Text in a drawing, already broken into lines. */
export interface Label extends Timing {
  lines: readonly string[];
  x: number;
  /** The base line of the first line. */
  y: number;
  /** Which end of the lines is at `x`. */
  anchor?: 'start' | 'middle' | 'end';
  size?: number;
  /** The distance from one base line to the next; 1.25 times the size by default. */
  leading?: number;
  weight?: Weight;
  fill?: string;
  /** A CSS class, for labels that a style sheet sets. */
  className?: string;
  /** Whether its letters have an outline in the background colour, so that they are readable on lines and colours. */
  halo?: boolean;
}

/** The style of a label, without its text and position. */
export type LabelStyle = Omit<Label, 'lines' | 'x' | 'y' | 'anchor'>;

/** Font metrics as multiples of the font size: above the base line, below it, and half the height of a small letter. */
const ASCENT = 0.76;
const DESCENT = 0.24;
const MIDDLE = 0.33;
/** The default distance from one base line to the next, as a multiple of the font size. */
export const LEADING = 1.25;

export function emptyScene(shape: Shape): Scene {
  return { ...SHAPES[shape], height: 0, ground: [], labels: [], marks: [] };
}

/** The box of a label. `size` is the font size of the scene, for labels that set none. */
export function boxOf(label: Label, size: number): Box {
  const { lines, x, y, anchor = 'start', weight } = label;
  const own = label.size ?? size;
  const width = widest(lines, own, weight);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  const last = y + (lines.length - 1) * (label.leading ?? own * LEADING);
  return { left, right: left + width, top: y - ASCENT * own, bottom: last + DESCENT * own };
}

/** The boxes of its lines, beside the short ones of which there is room for others. */
export function linesOf(label: Label, size: number): Box[] {
  const leading = label.leading ?? (label.size ?? size) * LEADING;
  return label.lines.map((line, at) => boxOf({ ...label, lines: [line], y: label.y + at * leading }, size));
}

/** A label on one side of a box, `gap` units away, or in its middle. `size` is the font size. */
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

/** Breaks a text into lines of at most `width`, adds it to a scene from `top` down, and returns the y where it ends. */
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

/** A label or mark that leaves the drawing, or a label that overlaps another label or a mark. */
export interface Collision {
  words: string;
  /** What they overlap; undefined when they leave the drawing. */
  other?: string;
}

/**
 * All collisions in a scene, as it is and put back to the key moment. Overlaps of up to half a unit are ignored,
 * because nobody sees them.
 */
export function collisionsOf(scene: Scene): Collision[] {
  const all = [false, true].flatMap((back) => {
    const isShown = ({ later = false, then = false }: Timing) => !(back ? later : then);
    return collisionsAmong({
      ...scene,
      labels: scene.labels.filter(isShown),
      marks: scene.marks.filter(isShown),
    });
  });
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function collisionsAmong({ width, height, size, labels, marks }: Scene): Collision[] {
  const placed = (label: Label, mark?: Mark) =>
    linesOf(label, size).map((box) => ({ words: label.lines.join(' '), box, mark }));
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

/** Writes a label as SVG; `size` is the font size of the scene. */
export type LabelWriter = (label: Label, size: number) => string;

/**
 * A scene as SVG. `attributes` are those of the `svg` element, `head` is markup that comes first in it. What became
 * public after the key moment is in a group with the class `later`, which the page can hide, and what stood in its
 * place in one with the class `then`.
 */
export function drawScene(scene: Scene, attributes: Attributes, head = '', write: LabelWriter = drawLabel): string {
  const { width, height, size, ground, labels, marks } = scene;
  const stateOf = ({ later = false, then = false }: Timing) => (later ? 'later' : then ? 'then' : undefined);
  const part = (wanted: 'later' | 'then' | undefined) => {
    const own = <Item extends Timing>(items: readonly Item[]) => items.filter((item) => stateOf(item) === wanted);
    const words = (halo: boolean) => own(labels).filter((label) => (label.halo ?? false) === halo);
    const written = (halo: boolean) =>
      words(halo)
        .map((label) => write(label, size))
        .join('');
    const haloed = written(true);
    const drawn =
      written(false) +
      own(marks)
        .map((mark) => mark.drawn)
        .join('') +
      (haloed && element('g', HALO, haloed));
    return drawn && wanted ? element('g', { class: wanted }, drawn) : drawn;
  };
  const inner = head + ground.join('') + part(undefined) + part('later') + part('then');
  return element('svg', { viewBox: `0 0 ${tenth(width)} ${tenth(height)}`, ...attributes }, inner);
}

/** SVG behind the labels of what became public only after the key moment, so that the page can hide it. */
export function laterGround(drawn: string): string {
  return drawn && element('g', { class: 'later' }, drawn);
}

/** The same for what shows only while the site is put back to the key moment. */
export function thenGround(drawn: string): string {
  return drawn && element('g', { class: 'then' }, drawn);
}

/** The width of the outline of letters on lines and colours. */
export const HALO_WIDTH = 3;

const HALO = { stroke: PAPER, 'stroke-width': HALO_WIDTH, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };

/**
 * A label as SVG, its lines below each other. Spaces separate lines and labels in what a reader copies and in text
 * browsers; lines that are centred or end at `x` have none between them, because a space would move them.
 */
export function drawLabel({
  lines,
  x,
  y,
  anchor = 'start',
  size,
  leading,
  weight = 400,
  fill,
  className,
}: Label): string {
  const attributes = {
    x,
    y,
    class: className,
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
