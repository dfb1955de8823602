import { dayInWords } from '../story/dates.ts';
import { durationInWords, lengthBetween } from '../story/distance.ts';
import type { Words } from '../words/words.ts';
import { boxAround, TARGET, type Box } from './boxes.ts';
import { reachOf, type Look, type RibbonStory } from './ribbon-events.ts';
import { roomOf, TYPE, type PlacedGroup, type RibbonLayout } from './ribbon-layout.ts';
import { layoutNarrow } from './ribbon-narrow.ts';
import { layoutWide } from './ribbon-wide.ts';
import {
  drawLabel,
  drawScene,
  labelBeside,
  laterGround,
  thenGround,
  type Label,
  type Mark,
  type Scene,
} from './scene.ts';
import { element, escapeXml, path } from './svg.ts';
import { fitText } from './text.ts';

/** Both drawings of the ribbon, and the facts for its caption. */
export interface Ribbon {
  /** SVG for wide and for narrow screens. The page holds both and its style shows one. */
  wide: string;
  narrow: string;
  /** How long the story is, in words: “32 years, 50 minutes and 56 days”. */
  lengths: string;
  /** The same without what came after the key moment, where that is something else. */
  lengthsThen: string | undefined;
  /** The day of the key moment, in words. */
  day: string;
  /**
   * Whether some marks are of an uncertain day, and whether some are of several events: the caption explains only
   * those.
   */
  uncertain: boolean;
  several: boolean;
}

/** Adds the base path to an address from the root of the site. */
type Link = (address: string) => string;

/**
 * Draws the ribbon of a story: all events on one time axis, which has a larger scale near the key moment. Each drawing
 * is a group of links. `labelledBy` is the id of the element on the page that gives the group its accessible name.
 */
export function drawRibbon(story: RibbonStory, link: Link, labelledBy: string, words: Words): Ribbon {
  const [wide, narrow] = [layoutWide(story, words), layoutNarrow(story, words)];
  const looks = new Set([...wide.groups, ...narrow.groups].map(({ group }) => group.look));
  const [lengths, lengthsThen] = [lengthsOf(story, words), lengthsOf(story, words, true)];
  const draw = (layout: RibbonLayout) => {
    const attributes = { class: `ribbon ${layout.shape}`, role: 'group', 'aria-labelledby': labelledBy };
    return drawScene(sceneOf(layout, story, link, words), attributes);
  };
  return {
    wide: draw(wide),
    narrow: draw(narrow),
    lengths,
    lengthsThen: lengthsThen === lengths ? undefined : lengthsThen,
    day: dayInWords(story.moment.date, words),
    uncertain: looks.has('uncertain'),
    several: looks.has('several'),
  };
}

/**
 * How long the story reaches before the key moment, how long that was, and how long it reaches after it, unless only
 * what was known then is asked for.
 */
function lengthsOf(story: RibbonStory, words: Words, known = false): string {
  const { date } = story.moment;
  const { before, after } = reachOf(story);
  const lengths = [
    before && lengthBetween(before.date, date, words),
    durationInWords(date, words),
    !known && after && lengthBetween(after.date, date, words),
  ];
  return words.list(lengths.filter((length) => typeof length === 'string'));
}

/** A layout as a scene: everything that is drawn, and where. */
export function sceneOf(layout: RibbonLayout, { moment }: RibbonStory, link: Link, words: Words): Scene {
  const { width, height, band, groups, labels, steps, scale } = layout;
  const name = words.pictures.eventOn(moment.title, dayInWords(moment.date, words));
  const title = layout.moment.map(drawLabel).join('');
  const drawn = drawLink(link(moment.address), name, title, { class: 'moment' });
  const closed = closedPart(layout);
  const before = groups.filter(({ group }) => group.at < scale.moment.to).length;
  return {
    width,
    height,
    size: TYPE.size,
    ground: [
      layout.shape === 'across' ? drawSymbols() : '',
      path(layout.grid, { class: 'grid' }),
      drawSpans(layout, false),
      drawSpans(layout, true),
      path(outline(band), { class: 'band' }),
      path(layout.notches, { class: 'notches' }),
      path(layout.own, { class: 'own' }),
      // Screen readers skip the distances: without the axis the numbers mean nothing.
      element('g', { class: 'steps', 'aria-hidden': 'true' }, steps.map(({ label }) => drawLabel(label)).join('')),
      closed ? thenGround(path(outline(closed), { class: 'closed' })) : '',
    ],
    labels: closed ? [...labels, ...wordsIn(closed, words)] : labels,
    // Links are in order of time, because the tab key follows their order.
    marks: groups
      .map((placed) => drawGroup(placed, link))
      .toSpliced(before, 0, { box: band, labels: layout.moment, drawn }),
  };
}

const outline = ({ left, top, right, bottom }: Box) => `M${left} ${top}H${right}V${bottom}H${left}z`;

/**
 * The part of the axis after the key moment, and after all that was known then: while the site is put back, a blank
 * closes it. Nothing if nothing came later.
 */
function closedPart({ shape, width, height, band, groups }: RibbonLayout): Box | undefined {
  if (!groups.some(({ group }) => group.later)) return undefined;
  const known = groups.filter(({ group }) => !group.later);
  const boxes = [band, ...known.flatMap(({ box, label }) => (label ? [box, roomOf(label)] : [box]))];
  return shape === 'across'
    ? { ...band, left: 1 + Math.max(...boxes.map(({ right }) => right)), right: width }
    : { ...band, top: 1 + Math.max(...boxes.map(({ bottom }) => bottom)), bottom: height };
}

/** That what came later is left out, in the middle of the closed part, if there is room. */
function wordsIn(closed: Box, { browser }: Words): Label[] {
  const lines = fitText(browser.searching.laterLeftOut, closed.right - closed.left - TARGET, 3, TYPE.size);
  if (!lines || closed.bottom - closed.top < (lines.length + 1) * TYPE.leading) return [];
  return [labelBeside(closed, 'middle', lines, TYPE.size, { leading: TYPE.leading, className: 'lane', then: true })];
}

/** The id of the SVG symbol for each look. The wide drawing defines them and both use them. */
const SYMBOLS: Record<Look, string> = { day: 'rd', uncertain: 'rv', lasted: 'rd', several: 'rs' };

/** Defines the symbols, each with an invisible touch target around it. */
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

/** In CSS pixels. The bar of a shorter time would be hidden behind its mark, so it is not drawn. */
const SHORTEST = 11;

/** The bars that show what time the dates of groups cover, of those before or after the end of the key moment. */
function drawSpans(layout: RibbonLayout, later: boolean): string {
  const drawn = [
    path(spansOf(layout, ['day', 'uncertain'], later), { class: 'span' }),
    path(spansOf(layout, ['lasted'], later), { class: 'bar' }),
  ].join('');
  return later && drawn ? laterGround(drawn) : drawn;
}

function spansOf({ shape, axis, groups }: RibbonLayout, looks: readonly Look[], later: boolean): string {
  return groups
    .filter(({ group }) => looks.includes(group.look) && group.later === later)
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
  const number = {
    lines: [String(length)],
    x: 0,
    y: length < 100 ? 4 : 3,
    className: 'n',
    size: length < 100 ? 11 : 9,
  };
  const words = [
    // Coordinates are relative to the mark: shorter, and more alike, which compresses better.
    ...(label ? [{ ...label, x: label.x - x, y: label.y - y }] : []),
    ...(look === 'several' ? [number] : []),
  ];
  const inner = element('use', { href: `#${SYMBOLS[look]}` }) + words.map(drawLabel).join('');
  const drawn = drawLink(link(address), name, inner, { transform: `translate(${x} ${y})` });
  return { box: boxAround(x, y), name, labels: label ? [label] : [], later: group.later, drawn };
}

function drawLink(href: string, name: string, inner: string, attributes: Record<string, string>): string {
  return element('a', { ...attributes, href }, element('title', {}, escapeXml(name)) + inner);
}
