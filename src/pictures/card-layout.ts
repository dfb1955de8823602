import type { PartyColour } from '../story/kinds.ts';
import { typeset } from './english.ts';
import type { Colours } from './colours.ts';

/** The size of every card in pixels, which all networks show whole. */
export const CARD = { width: 1200, height: 630 } as const;

/** What the picture says that is shown with a shared link to a page. Plain data; pictures/card.ts draws it. */
export interface Card {
  /** The page, from the root of the site: `/the-call/agreed/`. */
  page: string;
  /** Where the picture stands, likewise: `/cards/the-call/agreed.png`. */
  image: string;
  /** What the picture shows, for those who do not see it. */
  alt: string;
  /** The name of the site. */
  site: string;
  /** Where the page is from: “The call · section 5 of 7”. The front page has none. */
  kicker?: string;
  title: string;
  /** A name in its own script. */
  native?: string;
  lines: CardLine[];
  /** Where the accent stands on the axis of time: 0 is the key moment, −1 and 1 are as far from it as the story reaches. */
  at: number;
}

/** What stands below the title. */
export type CardLine = { look: 'text' | 'question' | 'date'; text: string } | { look: 'facts'; facts: Fact[] };

/** A label and what it labels; a name that is a party's has its colour. */
export interface Fact {
  label: string;
  names: { text: string; colour?: PartyColour }[];
}

/** A box as satori lays it out. */
export interface Box {
  type: 'div';
  key?: string;
  props: { style: Record<string, string | number>; children?: string | Box[] };
}

const SIDE = 72;
/** The width that a title may fill. */
export const WIDTH = CARD.width - 2 * SIDE;
/** Where the double rule, the words below it and the axis of time stand, from the top. */
const RULE = 104;
const BODY = 140;
const AXIS = 584;
/** The height that the words below the rule may fill. */
export const ROOM = AXIS - 76 - BODY;

const box = (style: Box['props']['style'], children: string | Box[], key?: string): Box => ({
  type: 'div',
  ...(key !== undefined && { key }),
  props: { style: { display: 'flex', flexShrink: 0, ...style }, children },
});
const DISPLAY = { fontFamily: 'Display', fontWeight: 600, letterSpacing: '-0.008em' };
const label = (style: Box['props']['style'], text: string) =>
  box({ fontVariantCaps: 'all-small-caps', letterSpacing: '0.05em', lineHeight: 1.2, ...style }, text);

/** The words of a card, with its title at a size in pixels; the box with the key `body` must not be higher than ROOM. */
export function layCard(card: Card, size: number, colours: Colours): Box {
  const page = {
    width: CARD.width,
    height: CARD.height,
    background: colours.paper,
    color: colours.ink,
    fontFamily: 'Text',
    fontVariantNumeric: 'oldstyle-nums',
  };
  return box(
    page,
    card.kicker === undefined ? layFront(card, size, colours) : layPage(card, card.kicker, size, colours),
  );
}

function layPage({ site, title, native, lines }: Card, kicker: string, size: number, colours: Colours): Box[] {
  return [
    box({ ...DISPLAY, position: 'absolute', left: SIDE, top: 38, fontSize: 40, lineHeight: 1.2 }, site),
    box(
      { position: 'absolute', left: SIDE, top: BODY, width: WIDTH, flexDirection: 'column' },
      [
        label({ marginBottom: size > 60 ? 6 : 14, color: colours.soft, fontSize: 36 }, kicker),
        layTitle(title, size),
        ...(native === undefined
          ? []
          : [box({ marginTop: 6, fontSize: Math.min(size * 0.5, 60), lineHeight: 1.25, color: colours.soft }, native)]),
        ...lines.map((line, at) => layLine(line, { marginTop: at === 0 ? 24 : 14 }, colours)),
      ],
      'body',
    ),
  ];
}

/** The front page's card is the head of the newspaper itself. */
function layFront({ title, lines }: Card, size: number, colours: Colours): Box[] {
  const frame = {
    position: 'absolute',
    left: SIDE,
    top: 84,
    width: WIDTH,
    height: ROOM + BODY - 84,
    justifyContent: 'center',
    alignItems: 'center',
  };
  return [
    box({ ...frame, flexDirection: 'column' }, [
      box(
        { flexDirection: 'column', alignItems: 'center', textAlign: 'center' },
        [layTitle(title, size), ...lines.map((line) => layLine(line, { marginTop: 28 }, colours))],
        'body',
      ),
    ]),
  ];
}

function layTitle(title: string, size: number): Box {
  return box({ ...DISPLAY, fontSize: size, lineHeight: size > 60 ? 1.05 : 1.12, textWrap: 'balance' }, unbroken(title));
}

/** A title breaks between words only. */
function unbroken(title: string): string {
  return typeset(title).replaceAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '\u2011');
}

function layLine(line: CardLine, place: { marginTop: number }, colours: Colours): Box {
  if (line.look === 'facts')
    return box(
      { ...place, flexWrap: 'wrap', columnGap: 52, rowGap: 6 },
      line.facts.map((fact) => layFact(fact, colours)),
    );
  const looks: Record<typeof line.look, Box['props']['style']> = {
    text: {},
    question: { fontStyle: 'italic', color: colours.soft },
    date: { color: colours.accent },
  };
  // Long words below a title leave it its size by being smaller themselves.
  const fontSize = line.text.length > 110 ? 32 : 36;
  return box({ ...place, ...looks[line.look], fontSize, lineHeight: 1.28, textWrap: 'balance' }, typeset(line.text));
}

function layFact({ label: what, names }: Fact, colours: Colours): Box {
  return box({ flexWrap: 'wrap', alignItems: 'baseline', fontSize: 36, lineHeight: 1.28 }, [
    label({ marginRight: 18, color: colours.soft, fontSize: 36 }, what),
    ...names.flatMap(({ text, colour }, at) => [
      box(colour ? { color: colours[`party-${colour}`], fontWeight: 600 } : {}, typeset(text)),
      ...(at === names.length - 1 ? [] : [box({ marginRight: 9 }, at === names.length - 2 ? '\u00a0and' : ',')]),
    ]),
  ]);
}

/** The widest words of the title below one another, at 100 pixels: what no line can break. */
export function layWords(title: string): Box {
  const words = unbroken(title)
    .split(' ')
    .map((word) => box({}, word, 'word'));
  return box(
    { flexDirection: 'column', alignItems: 'flex-start', ...DISPLAY, fontSize: 100, whiteSpace: 'nowrap' },
    words,
  );
}

/** The double rule and the axis of time, as SVG that lies over the words. */
export function drawAxis({ at, kicker }: Card, colours: Colours): string {
  const bar = (x: number, top: number, width: number, height: number, colour: string) =>
    `<path fill="${colour}" d="M${x} ${top}h${width}v${height}h${-width}z"/>`;
  const middle = CARD.width / 2;
  const place = middle + Math.round((at * WIDTH) / 2);
  const ticks: string[] = [];
  for (let away = WIDTH / 2; away * (1 - SHRINK) > 3; away *= SHRINK) {
    const height = Math.round(32 - (22 * away) / (WIDTH / 2));
    for (const x of [middle - Math.round(away), middle + Math.round(away)])
      if (Math.abs(x - place) > 6) ticks.push(bar(x - 1, AXIS - height, 2, height, colours.soft));
  }
  const rule = (top: number) => bar(0, top, CARD.width, 2, colours.ink);
  return [
    ...(kicker === undefined ? [rule(72), rule(77)] : [rule(RULE), rule(RULE + 5)]),
    ...ticks,
    bar(0, AXIS, CARD.width, 2, colours.soft),
    bar(middle - 2, AXIS - 40, 4, 40, colours.ink),
    bar(place - 3, AXIS - 52, 6, 54, colours.accent),
  ].join('');
}

/** Each tick stands for half the time of the one before it, on an axis that grows with the fifth root of time. */
const SHRINK = 0.5 ** (1 / 5);
