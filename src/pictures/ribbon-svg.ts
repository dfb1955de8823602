import { dayInWords } from './english.ts';
import { TARGET } from './boxes.ts';
import { LABEL, type Label, type Look, type Placed, type RibbonEvent } from './ribbon-marks.ts';
import type { NarrowRibbon } from './ribbon-narrow.ts';
import { LANE, TITLE, type WideRibbon } from './ribbon-wide.ts';
import { element, escapeXml, words } from './svg.ts';
import type { TimeScale } from './time-scale.ts';

/** What a drawing needs beside its layout. */
export interface Frame {
  moment: RibbonEvent;
  /** Makes a link of an address from the root of the site. */
  link: (address: string) => string;
  /** The id of the element that names the picture. */
  labelledBy: string;
}

/** The ids of the shapes of the kinds of marks; the room to touch is part of each. */
const SHAPES: Record<Look, string> = { day: 'rd', vague: 'rv', lasted: 'rd', several: 'rs' };

/** How long a time must be, in pixels, to show on both sides of its mark. */
const SHORTEST = 11;

/** The shapes that both drawings share. */
function shapes(): string {
  const room = element('rect', { class: 'ribbon-room', x: -12, y: -12, width: 24, height: 24 });
  const shape = (id: string, drawn: string) => element('g', { id }, room + drawn);
  return element(
    'defs',
    {},
    shape('rd', element('circle', { r: 4.5 })) +
      shape('rv', element('circle', { class: 'ribbon-open', r: 4 })) +
      shape('rs', element('circle', { r: 8.5 })),
  );
}

/** The wide drawing as SVG. */
export function drawWide(ribbon: WideRibbon, frame: Frame): string {
  const { width, height, axis, top, lanes, own, marks, headline, reaches, scale, steps } = ribbon;
  const x = (at: number) => axis.from + at * (axis.to - axis.from);
  const [from, to] = [Math.round(x(scale.moment.from)), Math.round(x(scale.moment.to))];
  const middle = (own.top + own.bottom) / 2;
  const day = top - 42;
  return svg('across', width, height, frame, [
    shapes(),
    path(
      'grid',
      steps.map((step) => `M${step.x} ${top - 12}V${height - 1}`).join('') +
        [top, ...lanes.map(({ bottom }) => bottom)].map((y) => `M0 ${y}H${width}`).join(''),
    ),
    path('band', `M${from} ${top - 34}H${to}V${height - 1}H${from}z`),
    path(
      'notches',
      comb(scale.notches.map(x), (by) => `m${by} 6v-6`, `M0 ${top - 6}`),
    ),
    ...spans(marks, (placed) => line(x, placed, (a, b) => `M${a} ${placed.y}H${b}`)),
    path('own', `M${from} ${middle}H${to}`),
    lanes
      .map((lane) =>
        words(
          lane.lines,
          LANE.leading,
          0,
          (lane.top + lane.bottom) / 2 + 5 - (LANE.leading / 2) * (lane.lines.length - 1),
          { class: 'lane' },
        ),
      )
      .join(''),
    element(
      'g',
      { class: 'steps', 'aria-hidden': 'true' },
      steps.map((step) => words([step.words], 0, step.x, top - 18)).join(''),
    ),
    reaches
      .map((reach) =>
        words([reach.words], 0, reach.end === 'right' ? width : 0, day, {
          class: 'reach',
          'text-anchor': reach.end === 'right' ? 'end' : undefined,
        }),
      )
      .join(''),
    drawLinks(
      marks,
      scale,
      frame,
      drawMoment(
        frame,
        words(headline.lines, TITLE.leading, headline.x, day - 22 - TITLE.leading * (headline.lines.length - 1)),
        headline.x,
        day,
      ),
    ),
  ]);
}

/** The narrow drawing as SVG. It borrows the shapes of the wide one. */
export function drawNarrow(ribbon: NarrowRibbon, frame: Frame): string {
  const { width, height, axis, band, marks, scale, steps } = ribbon;
  const y = (at: number) => axis.from + at * (axis.to - axis.from);
  return svg('down', width, height, frame, [
    path('grid', steps.map((step) => `M0 ${step.y}H${axis.x}`).join('') + `M${axis.x} 0V${height}`),
    ...spans(marks, (placed) => line(y, placed, (a, b) => `M${placed.x} ${a}V${b}`)),
    path('band', `M1 ${band.from}H${width - 1}V${band.to}H1z`),
    element(
      'g',
      { class: 'steps', 'aria-hidden': 'true' },
      steps.map((step) => words([step.words], 0, 0, step.y - 4)).join(''),
    ),
    drawLinks(
      marks,
      scale,
      frame,
      drawMoment(
        frame,
        words(band.words.lines, band.words.leading, width / 2, band.from + 24),
        width / 2,
        band.to - 11,
      ),
    ),
  ]);
}

function svg(kind: string, width: number, height: number, { labelledBy }: Frame, inner: string[]): string {
  return element(
    'svg',
    { class: `ribbon ${kind}`, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-labelledby': labelledBy },
    inner.join(''),
  );
}

function path(kind: string, d: string): string {
  return d === '' ? '' : element('path', { class: kind, d });
}

/** The times that dates cover: thin where it happened some time in it, thick where it lasted. */
function spans(marks: readonly Placed[], draw: (placed: Placed) => string): string[] {
  const lasted = ({ mark }: Placed) => mark.look === 'lasted';
  return [
    path(
      'span',
      marks
        .filter((placed) => !lasted(placed))
        .map(draw)
        .join(''),
    ),
    path('bar', marks.filter(lasted).map(draw).join('')),
  ];
}

function line(place: (at: number) => number, { mark }: Placed, draw: (from: number, to: number) => string): string {
  const [from, to] = [Math.round(place(mark.from)), Math.round(place(mark.to))];
  return mark.look !== 'several' && to - from >= SHORTEST ? draw(from, to) : '';
}

/** The links in the order of time, the key moment at its place among them. */
function drawLinks(marks: readonly Placed[], scale: TimeScale, frame: Frame, moment: string): string {
  const drawn = marks.map((placed) => drawMark(placed, frame));
  return drawn.toSpliced(marks.filter(({ mark }) => mark.at < scale.moment.to).length, 0, moment).join('');
}

/** A link with its whole name, its shape, and its label or number. */
function drawMark({ mark, x, y, label }: Placed, { link }: Frame): string {
  const text = label ? drawLabel(label) : mark.look === 'several' ? number(mark.events.length) : '';
  const inner = element('title', {}, escapeXml(mark.name)) + element('use', { href: `#${SHAPES[mark.look]}` }) + text;
  return element('a', { transform: `translate(${x} ${y})`, href: link(mark.address) }, inner);
}

/** How many events a mark stands for, in letters that keep within it. */
function number(count: number): string {
  return words([String(count)], 0, 0, count < 100 ? 4 : 3, { class: 'n', 'font-size': count < 100 ? 11 : 9 });
}

function drawLabel({ lines, side, dx, dy }: Label): string {
  const left = side === 'left';
  return words(
    lines,
    LABEL.leading,
    (left ? -TARGET : TARGET) / 2 + dx,
    Math.floor(4.5 - ((lines.length - 1) * LABEL.leading) / 2) + dy,
    { 'text-anchor': left ? 'end' : undefined },
  );
}

function drawMoment({ moment, link }: Frame, title: string, x: number, y: number): string {
  const day = dayInWords(moment.date);
  const inner =
    element('title', {}, escapeXml(`${moment.title}, ${day}`)) + title + words([day], 0, x, y, { class: 'day' });
  return element('a', { class: 'moment', href: link(moment.address) }, inner);
}

/** A path with a tooth at each place, drawn from one to the next in whole steps; of places that fall together one is kept. */
function comb(places: readonly number[], tooth: (by: number) => string, start: string): string {
  const whole = [...new Set(places.map(Math.round))];
  return whole.length === 0
    ? ''
    : whole.reduce((drawn, place, at) => drawn + tooth(place - (whole[at - 1] ?? 0)), start);
}
