import { dayInWords } from '../story/dates.ts';
import { distanceInWords } from '../story/distance.ts';
import type { Words } from '../words/words.ts';
import { reachOf, scaleOf, type RibbonEvent, type RibbonStory } from './ribbon-events.ts';
import { element, escapeXml, path } from './svg.ts';
import { textWidth } from './text.ts';
import { middleOf, spanOf } from './time-scale.ts';

/** The share of the axis that the key moment takes, from 0 to 1. */
const BAND = 0.03;
/** The height of a lane and of a line of text, and the font size, in CSS pixels. */
const LANE = 5;
const LINE = 18;
const SIZE = 13;
/**
 * The strip is as wide as its container; its labels are laid out for this width in CSS pixels, the narrowest expected.
 */
const WIDTH = 270;
const GAP = 14;
/** The width of the inner drawing in its own units, which are stretched to the width of the container. */
const ACROSS = 1000;

/** What is the same in the strips of all events of one story. */
interface Strip {
  height: number;
  /** Where an event is: across from 0 to 1, and down in CSS pixels. */
  place: (event: RibbonEvent) => { x: number; y: number };
  /** The SVG before and after the ring. */
  before: string;
  after: string;
}

// Every page of an event has a strip, and they differ only in the ring, so the rest is drawn once per story.
const strips = new WeakMap<RibbonStory, Strip>();

/**
 * The ribbon as a strip: a dot for each event, a lane for each strand, and a ring around the event `here`. Returns SVG
 * that is as wide as its container. Screen readers skip it, because the page says the same in words.
 */
export function drawStrip(story: RibbonStory, words: Words, here?: RibbonEvent): string {
  let strip = strips.get(story);
  if (!strip) strips.set(story, (strip = layoutStrip(story, words)));
  const { height, place, before, after } = strip;
  const at = here && place(here);
  const ring = at ? element('circle', { cx: percent(at.x), cy: LINE + at.y, r: 6 }) : '';
  return element('svg', { width: '100%', height: LINE + height + LINE, 'aria-hidden': 'true' }, before + ring + after);
}

function layoutStrip(story: RibbonStory, words: Words): Strip {
  const { events, strands } = story;
  const scale = scaleOf(story, BAND);
  const lanes = strands.filter(({ id }) => events.some(({ strand }) => strand?.id === id));
  const height = Math.max(1, lanes.length) * LANE;
  // A margin keeps the dots at both ends from being cut off.
  const across = (at: number) => 0.01 + 0.98 * at;
  const middle = across((scale.moment.from + scale.moment.to) / 2);
  const place = (event: RibbonEvent) => ({
    x: event.isMoment ? middle : across(scale.at(middleOf(spanOf(event.date)))),
    y:
      (Math.max(
        0,
        lanes.findIndex(({ id }) => id === event.strand?.id),
      ) +
        0.5) *
      LANE,
  });
  const band = { x: percent(across(scale.moment.from)), width: percent(0.98 * BAND) };
  const dots = (later: boolean) =>
    dotsPath(events.filter((event) => !event.isMoment && event.later === later).map(place));
  const stretched = { viewBox: `0 0 ${ACROSS} ${height}`, width: '100%', height, preserveAspectRatio: 'none' };
  return {
    height,
    place,
    before:
      element('rect', { ...band, y: LINE - 2, height: height + 4 }) +
      element('svg', { ...stretched, y: LINE }, path(dots(false), {}) + path(dots(true), { class: 'later' })),
    after: drawDay(story, middle, words) + drawReach(story, LINE + height + 15, words),
  };
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/**
 * Path data of the dots. Each is a line of length 0 with round ends, which stays round when the drawing is stretched.
 * Dots at the same place are drawn once. Relative commands are shorter than absolute ones.
 */
function dotsPath(places: readonly { x: number; y: number }[]): string {
  const dots = new Map(places.map(({ x, y }) => [Math.round(x * ACROSS), y] as const).map((dot) => [dot.join(), dot]));
  let [x, y] = [0, 0];
  let steps = '';
  for (const dot of dots.values()) {
    steps += `m${dot[0] - x} ${dot[1] - y}h0`;
    [x, y] = dot;
  }
  return steps;
}

/** The date of the key moment above its band, moved inwards where it would leave the strip. */
function drawDay({ moment }: RibbonStory, middle: number, words: Words): string {
  const day = dayInWords(moment.date, words);
  const half = textWidth(day, SIZE) / WIDTH / 2;
  const anchor = middle - half < 0 ? 'start' : middle + half > 1 ? 'end' : 'middle';
  return drawWords(day, { start: 0, middle, end: 1 }[anchor], LINE - 6, anchor);
}

/**
 * The distance of the first and the last event from the key moment, below both ends; only the first if both do not fit.
 */
function drawReach(story: RibbonStory, y: number, words: Words): string {
  const { before, after } = reachOf(story);
  const ends = [
    ...(before ? [{ event: before, at: 0, anchor: 'start' as const }] : []),
    ...(after ? [{ event: after, at: 1, anchor: 'end' as const }] : []),
  ].map(({ event, ...place }) => ({
    ...place,
    later: event.later,
    text: distanceInWords(event.date, story.moment.date, words),
  }));
  const needed = ends.reduce((sum, { text }) => sum + textWidth(text, SIZE) + GAP, 0);
  return ends
    .slice(0, needed <= WIDTH ? 2 : 1)
    .map(({ text, at, anchor, later }) => drawWords(text, at, y, anchor, later))
    .join('');
}

/**
 * Text at a share of the strip's width. The space after it separates it from the next text when a reader copies both.
 */
function drawWords(text: string, at: number, y: number, anchor: string, later = false): string {
  const isStart = anchor === 'start';
  const attributes = {
    x: percent(at),
    y,
    'text-anchor': isStart ? undefined : anchor,
    class: later ? 'later' : undefined,
  };
  return `${element('text', attributes, escapeXml(text))} `;
}
