import { dayInWords } from './english.ts';
import { spanOf, type RibbonEvent, type RibbonStory } from './ribbon-marks.ts';
import { reachesOf } from './ribbon-words.ts';
import { element, escapeXml } from './svg.ts';
import { textWidth } from './text-width.ts';
import { middle, timeScale } from './time-scale.ts';

/** Words of the strip, with their place in per cent of its width. */
interface Words {
  text: string;
  at: number;
  anchor: 'start' | 'middle' | 'end';
  line: 'top' | 'bottom';
}

const BAND = 0.03;
/** The height of a lane and of a line of words, in pixels. */
const LANE = 5;
const LINE = 18;
const SIZE = 13;
/** The least width that the words are laid out for; the strip fills the width that it is given. */
const WIDTH = 270;
const GAP = 14;
/** The strip's own unit across its width. */
const ACROSS = 1000;

/** What all strips of one story share. */
interface Strip {
  height: number;
  /** Where an event stands: across from 0 to 1, and down in pixels. */
  place(event: RibbonEvent): { x: number; y: number };
  /** The SVG before and after the ring. */
  before: string;
  after: string;
}

const strips = new WeakMap<RibbonStory, Strip>();

/**
 * The ribbon as a strip, which is a picture and no more: a dot for each event, a lane for each strand, and a ring around
 * the event `here`. SVG that is as wide as its place; the page tells the same in words.
 */
export function drawHere(story: RibbonStory, here?: RibbonEvent): string {
  let strip = strips.get(story);
  if (!strip) strips.set(story, (strip = drawStrip(story)));
  const { height, place, before, after } = strip;
  const at = here && place(here);
  const ring = at ? element('circle', { cx: per(at.x), cy: LINE + at.y, r: 6 }) : '';
  return element('svg', { width: '100%', height: LINE + height + LINE, 'aria-hidden': 'true' }, before + ring + after);
}

function drawStrip(story: RibbonStory): Strip {
  const { events, strands, moment } = story;
  const others = events.filter(({ isMoment }) => !isMoment);
  const scale = timeScale(
    spanOf(moment.date),
    others.map(({ date }) => spanOf(date)),
    BAND,
  );
  const used = new Set(events.map(({ strand }) => strand.id));
  const lanes = strands.filter(({ id }) => used.has(id));
  const height = lanes.length * LANE;
  // Dots at the ends of the axis stay whole.
  const across = (at: number) => 0.01 + 0.98 * at;
  const middleOfMoment = across((scale.moment.from + scale.moment.to) / 2);
  const place = (event: RibbonEvent) => ({
    x: event.isMoment ? middleOfMoment : across(scale.at(middle(spanOf(event.date)))),
    y: (lanes.findIndex(({ id }) => id === event.strand.id) + 0.5) * LANE,
  });
  const words = layWords(story, middleOfMoment).map(
    ({ text, at, anchor, line }) =>
      `${element('text', { x: per(at), y: line === 'top' ? LINE - 6 : LINE + height + 15, 'text-anchor': anchor }, escapeXml(text))} `,
  );
  return {
    height,
    place,
    before:
      element('rect', { x: per(across(scale.moment.from)), y: LINE - 2, width: per(0.98 * BAND), height: height + 4 }) +
      element(
        'svg',
        { viewBox: `0 0 ${ACROSS} ${height}`, y: LINE, width: '100%', height, preserveAspectRatio: 'none' },
        element('path', { d: dotPath(others.map(place)) }),
      ),
    after: words.join(''),
  };
}

const per = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** A dot is a line of no length with round ends, so that it stays round however wide the strip is. Dots on dots are drawn once. */
function dotPath(places: readonly { x: number; y: number }[]): string {
  const dots = new Map(
    places.map((place) => ({ x: Math.round(place.x * ACROSS), y: place.y })).map((dot) => [`${dot.x} ${dot.y}`, dot]),
  );
  let [x, y] = [0, 0];
  return [...dots.values()]
    .map((dot) => {
      const step = `m${dot.x - x} ${dot.y - y}h0`;
      [x, y] = [dot.x, dot.y];
      return step;
    })
    .join('')
    .replace(/^m/, 'M');
}

/** The day of the key moment above it, and below how far the story reaches. */
function layWords(story: RibbonStory, middle: number): Words[] {
  const day = dayInWords(story.moment.date);
  const half = textWidth(day, SIZE) / WIDTH / 2;
  const anchor = middle - half < 0 ? 'start' : middle + half > 1 ? 'end' : 'middle';
  const { before, after } = reachesOf(story);
  const ends: Words[] = [
    ...(before === undefined ? [] : [{ text: before, at: 0, anchor: 'start' as const, line: 'bottom' as const }]),
    ...(after === undefined ? [] : [{ text: after, at: 1, anchor: 'end' as const, line: 'bottom' as const }]),
  ];
  const wide = ends.reduce((sum, { text }) => sum + textWidth(text, SIZE) + GAP, 0);
  return [
    { text: day, at: { start: 0, middle, end: 1 }[anchor], anchor, line: 'top' },
    ...(wide <= WIDTH ? ends : ends.slice(0, 1)),
  ];
}
