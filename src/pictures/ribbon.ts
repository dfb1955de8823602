import { dayInWords } from '../story/dates.ts';
import { durationInWords, lengthBetween } from '../story/distance.ts';
import type { Words } from '../words/words.ts';
import { boxAround, TARGET } from './boxes.ts';
import { reachOf, type Look, type RibbonStory } from './ribbon-events.ts';
import { TYPE, type PlacedGroup, type RibbonLayout } from './ribbon-layout.ts';
import { layoutNarrow } from './ribbon-narrow.ts';
import { layoutWide } from './ribbon-wide.ts';
import { drawLabel, drawScene, type Mark, type Scene } from './scene.ts';
import { element, escapeXml, path } from './svg.ts';

/** The ribbon in both its drawings, with what its caption says. */
export interface Ribbon {
  /** SVG for wide and for narrow places; a page holds both and shows one. */
  wide: string;
  narrow: string;
  /** How long the story is, in words: “32 years, 50 minutes and 56 days”. */
  lengths: string;
  /** The day of the key moment, in words. */
  day: string;
  /** Whether some marks are open, because their day is not certain, and whether some have several events. */
  uncertain: boolean;
  several: boolean;
}

/** Makes a link of an address from the root of the site. */
type Link = (address: string) => string;

/**
 * Draws the ribbon of a story: one time axis that stretches as it nears the key moment. Each drawing is a group of
 * links, named by the element of the page that has the id `labelledBy`.
 */
export function drawRibbon(story: RibbonStory, link: Link, labelledBy: string, words: Words): Ribbon {
  const [wide, narrow] = [layoutWide(story, words), layoutNarrow(story, words)];
  const looks = new Set([...wide.groups, ...narrow.groups].map(({ group }) => group.look));
  const draw = (layout: RibbonLayout) => {
    const attributes = { class: `ribbon ${layout.shape}`, role: 'group', 'aria-labelledby': labelledBy };
    return drawScene(sceneOf(layout, story, link, words), attributes);
  };
  return {
    wide: draw(wide),
    narrow: draw(narrow),
    lengths: lengthsOf(story, words),
    day: dayInWords(story.moment.date, words),
    uncertain: looks.has('uncertain'),
    several: looks.has('several'),
  };
}

/** How long the story reaches before the key moment, how long that was, and how long it reaches after it. */
function lengthsOf(story: RibbonStory, words: Words): string {
  const { date } = story.moment;
  const { before, after } = reachOf(story);
  const lengths = [
    before && lengthBetween(before.date, date, words),
    durationInWords(date, words),
    after && lengthBetween(after.date, date, words),
  ];
  return words.list(lengths.filter((length) => length !== undefined));
}

/** A layout as a scene: everything that is drawn, and where. */
export function sceneOf(layout: RibbonLayout, { moment }: RibbonStory, link: Link, words: Words): Scene {
  const { width, height, band, groups, labels, steps, scale } = layout;
  const name = words.pictures.eventOn(moment.title, dayInWords(moment.date, words));
  const title = layout.moment.map(drawLabel).join('');
  const drawn = drawLink(link(moment.address), name, title, { class: 'moment' });
  const before = groups.filter(({ group }) => group.at < scale.moment.to).length;
  return {
    width,
    height,
    size: TYPE.size,
    ground: [
      layout.shape === 'across' ? drawSymbols() : '',
      path(layout.grid, { class: 'grid' }),
      path(spansOf(layout, ['day', 'uncertain']), { class: 'span' }),
      path(spansOf(layout, ['lasted']), { class: 'bar' }),
      path(`M${band.left} ${band.top}H${band.right}V${band.bottom}H${band.left}z`, { class: 'band' }),
      path(layout.notches, { class: 'notches' }),
      path(layout.own, { class: 'own' }),
      // Read aloud, the distances would be numbers without a meaning.
      element('g', { class: 'steps', 'aria-hidden': 'true' }, steps.map(({ label }) => drawLabel(label)).join('')),
    ],
    labels,
    // The links are in the order of time, for those who go from one to the next by key.
    marks: groups
      .map((placed) => drawGroup(placed, link))
      .toSpliced(before, 0, { box: band, labels: layout.moment, drawn }),
  };
}

/** The ids of the shapes for each look. Both drawings use them, and the wide one holds them. */
const SYMBOLS: Record<Look, string> = { day: 'rd', uncertain: 'rv', lasted: 'rd', several: 'rs' };

/** The shapes, each with the room to touch. */
function drawSymbols(): string {
  const half = TARGET / 2;
  const room = element('rect', { class: 'ribbon-room', x: -half, y: -half, width: TARGET, height: TARGET });
  const circles = {
    rd: element('circle', { r: 4.5 }),
    rv: element('circle', { class: 'ribbon-open', r: 4 }),
    rs: element('circle', { r: 8.5 }),
  };
  const symbols = Object.entries(circles).map(([id, circle]) => element('g', { id }, room + circle));
  return element('defs', {}, symbols.join(''));
}

/** How long a time must be, in CSS pixels, to show on both sides of its mark. */
const SHORTEST = 11;

/** The times that the dates of some groups cover, as path data. */
function spansOf({ shape, axis, groups }: RibbonLayout, looks: readonly Look[]): string {
  return groups
    .filter(({ group }) => looks.includes(group.look))
    .map(({ group, x, y }) => {
      const [from, to] = [Math.round(axis(group.from)), Math.round(axis(group.to))];
      if (to - from < SHORTEST) return '';
      return shape === 'across' ? `M${from} ${y}H${to}` : `M${x} ${from}V${to}`;
    })
    .join('');
}

/** A group as a link with its shape, and its label or how many events it has. */
function drawGroup({ group, x, y, label }: PlacedGroup, link: Link): Mark {
  const { name, look, address, events } = group;
  const { length } = events;
  const number = { lines: [String(length)], x: 0, y: length < 100 ? 4 : 3, look: 'n', size: length < 100 ? 11 : 9 };
  const words = [
    // Places within the link are counted from its middle, so that they are short and alike.
    ...(label ? [{ ...label, x: label.x - x, y: label.y - y }] : []),
    ...(look === 'several' ? [number] : []),
  ];
  const inner = element('use', { href: `#${SYMBOLS[look]}` }) + words.map(drawLabel).join('');
  const drawn = drawLink(link(address), name, inner, { transform: `translate(${x} ${y})` });
  return { box: boxAround(x, y), name, labels: label ? [label] : [], drawn };
}

function drawLink(href: string, name: string, inner: string, attributes: Record<string, string>): string {
  return element('a', { ...attributes, href }, element('title', {}, escapeXml(name)) + inner);
}
