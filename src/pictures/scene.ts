import { overlap, type Box } from './boxes.ts';
import { element, escapeXml } from './svg.ts';
import { textWidth, wrapText, type Weight } from './text-width.ts';

/** Colours by the names they have in styles/tokens.css, so that both themes and paper come by themselves. */
export const INK = 'var(--ink)';
export const SOFT = 'var(--soft)';
export const RULE = 'var(--rule)';
export const PAPER = 'var(--paper)';
export const ACCENT = 'var(--accent)';

/** The two shapes that a picture is drawn in. A unit is a CSS pixel on the narrowest screen that shows it. */
export const SHAPES = { wide: { width: 700, size: 13.5 }, narrow: { width: 320, size: 12 } } as const;
export type Shape = keyof typeof SHAPES;

/** What stands in a picture and where: drawn as it is, and easy to check. */
export interface Scene {
  width: number;
  height: number;
  /** The size of its text, in the picture’s units. */
  size: number;
  /** What lies behind everything else. */
  ground: string[];
  /** What carries meaning, with the box that it fills. */
  marks: Mark[];
  labels: Label[];
}

export interface Mark {
  box: Box;
  drawn: string;
  /** Whether it was only known after the key moment. */
  later?: boolean;
}

/** A line of text in a picture. */
export interface Label {
  text: string;
  x: number;
  /** The base line. */
  y: number;
  /** Which end of the line stands at x. */
  anchor?: 'start' | 'middle' | 'end';
  weight?: Weight | undefined;
  fill?: string | undefined;
  /** Whether paper shines through around it, for words on lines. */
  halo?: boolean;
  /** Whether it was only known after the key moment. */
  later?: boolean;
}

export function emptyScene(shape: Shape): Scene {
  return { ...SHAPES[shape], height: 0, ground: [], marks: [], labels: [] };
}

/** What names a picture and describes it to those who cannot see it. */
export interface Named {
  /** Unlike that of any other picture on the page. */
  id: string;
  title: string;
  brief: string;
}

/** A scene as SVG, which is one image to those who do not see it. What was only known later stands in a group of its own. */
export function drawScene(scene: Scene, { id, title, brief }: Named, look: string): string {
  const { width, height, size, ground, marks, labels } = scene;
  const part = (wanted: boolean) => {
    const own = labels.filter(({ later = false }) => later === wanted);
    const haloed = own
      .filter(({ halo }) => halo)
      .map(drawLabel)
      .join('');
    const words = own
      .filter(({ halo }) => !halo)
      .map(drawLabel)
      .join('');
    const drawn = marks
      .filter(({ later = false }) => later === wanted)
      .map((mark) => mark.drawn)
      .join('');
    return (
      drawn +
      words +
      (haloed &&
        element('g', { stroke: PAPER, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, haloed))
    );
  };
  const later = part(true);
  const inner = [
    element('title', { id: `${id}-title` }, escapeXml(title)),
    element('desc', { id: `${id}-desc` }, escapeXml(brief)),
    ...ground,
    part(false),
    later && element('g', { class: 'later' }, later),
  ];
  const names = { role: 'img', 'aria-labelledby': `${id}-title`, 'aria-describedby': `${id}-desc` };
  return element(
    'svg',
    {
      class: look,
      viewBox: `0 0 ${width} ${height}`,
      ...names,
      fill: INK,
      'font-size': size,
      'text-rendering': 'geometricPrecision',
    },
    inner.join(''),
  );
}

function drawLabel({ text, x, y, anchor = 'start', weight = 400, fill }: Label): string {
  const attributes = {
    x,
    y,
    'text-anchor': anchor === 'start' ? undefined : anchor,
    'font-weight': weight === 400 ? undefined : weight,
    fill,
  };
  // The space keeps this text apart from the next where pictures are read as words.
  return `${element('text', attributes, escapeXml(text))} `;
}

/** Sets a text in lines from `top` down and returns where it ends. */
export function addText(
  scene: Scene,
  text: string,
  place: { x: number; top: number; width: number; weight?: Weight; fill?: string | undefined; later?: boolean },
): number {
  const { size } = scene;
  const { top, width, ...style } = place;
  const lines = wrapText(text, width / SLACK, size, style.weight);
  lines.forEach((line, at) => scene.labels.push({ text: line, y: top + size * (0.95 + at * LEADING), ...style }));
  return top + lines.length * size * LEADING;
}

/** How much wider a line may come out where the reader’s browser has another serif. */
export const SLACK = 1.03;

/** The distance from one line of a text to the next, in sizes of the text. */
export const LEADING = 1.25;

/** Where the middle of small letters is above the base line, in sizes of the text. */
export const MIDDLE = 0.33;

/** The room that a label takes: from the top of its tall letters to the foot of its long ones. */
export function boxOf({ text, x, y, anchor = 'start', weight }: Label, size: number): Box {
  const width = textWidth(text, size, weight);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y - 0.76 * size, bottom: y + 0.24 * size };
}

/** What is wrong with a scene: words that overlap each other or a mark, and anything that leaves the picture. */
export function faultsOf({ width, height, size, labels, marks }: Scene): string[] {
  const faults: string[] = [];
  const words = labels.map((label) => ({ name: label.text, box: boxOf(label, size) }));
  const all = [...words, ...marks.map(({ box, drawn }) => ({ name: drawn.slice(0, 40), box }))];
  for (const { name, box } of all)
    if (box.left < -0.5 || box.top < -0.5 || box.right > width + 0.5 || box.bottom > height + 0.5)
      faults.push(`“${name}” leaves the picture`);
  words.forEach(({ name, box }, at) => {
    const room = { left: box.left + 0.5, right: box.right - 0.5, top: box.top + 0.5, bottom: box.bottom - 0.5 };
    for (const other of all.slice(at + 1))
      if (overlap(room, other.box)) faults.push(`“${name}” overlaps “${other.name}”`);
  });
  return faults;
}

/** A length as it stands in a path: at most one decimal. */
export const tenth = (value: number): number => Math.round(value * 10) / 10 || 0;
