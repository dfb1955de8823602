import type { PartyColour } from '../story/kinds.ts';
import { isUnspaced } from '../words/unspaced.ts';

/** The size of every card in pixels; all networks show this format without cropping. */
export const CARD = { width: 1200, height: 630 } as const;

/** The content of a page's card, the picture that networks show with a link. Plain data; card.ts draws it. */
export interface Card {
  /** The address of the page from the root of the site: `/the-call/agreed/`. */
  page: string;
  /** The address of the picture from the root of the site: `/cards/the-call/agreed.png`. */
  image: string;
  /** The text alternative of the picture. */
  alt: string;
  /** The letters that the typeface lacks, where this is the card of the site instead of the page's own. */
  missing?: string;
  /** The name of the site. */
  site: string;
  /** Whether its text runs from right to left. */
  rtl?: true;
  /** The language of its text (BCP 47), by which Intl writes lists of names. */
  language: string;
  /** What the page belongs to: “The call · section 5 of 7”. The front page has none. */
  kicker?: string;
  title: string;
  /** A name in its own script. */
  native?: string;
  lines: CardLine[];
  /** The place of the page on the time axis, from −1 to 1; 0 is the key moment. A story without one has no axis. */
  at?: number;
}

/** A part of a card below the title. */
export type CardLine = { look: 'text' | 'question' | 'date'; text: string } | { look: 'names'; lists: NameList[] };

/** A label with a list of names; the name of a party has its colour. */
export interface NameList {
  label: string;
  names: { text: string; colour?: PartyColour }[];
}

const COLOURS = [
  'paper',
  'ink',
  'soft',
  'rule',
  'accent',
  'party-first',
  'party-second',
  'party-third',
  'party-fourth',
  'party-fifth',
  'party-sixth',
  'party-seventh',
  'party-eighth',
] as const;

/** The colours of a theme, as `#rrggbb`; cards have those of the light one. */
export type Colours = Record<(typeof COLOURS)[number], string>;

/**
 * Reads the colours of a theme out of the text of styles/tokens.css and more-parties.css. Throws when one is missing.
 */
export function coloursOf(css: string, theme: 'light' | 'dark'): Colours {
  const entries = COLOURS.map((name) => {
    const [, light, dark] =
      new RegExp(`--${name}: var\\(--light, (#[0-9a-f]{6})\\) var\\(--dark, (#[0-9a-f]{6})\\)`).exec(css) ?? [];
    const colour = theme === 'light' ? light : dark;
    if (colour === undefined)
      throw new Error(`styles/ gives no colour --${name}: var(--light, #rrggbb) var(--dark, #rrggbb)`);
    return [name, colour] as const;
  });
  return Object.fromEntries(entries) as Colours;
}

/** A box of a card as Takumi lays it out: boxes in a row or a column, or text; `style` is that of CSS. */
export type CardBox = { style: CardStyle; dir?: 'rtl' } & (
  { type: 'container'; children: CardBox[] } | { type: 'text'; text: string }
);
type CardStyle = Record<string, string | number>;

const SIDE = 72;
/** The width of the text, in pixels. */
export const WIDTH = CARD.width - 2 * SIDE;
/** The distance of the double rule, the text and the time axis from the top, in pixels. */
const RULE = 104;
const BODY = 140;
const AXIS = 584;
/** The most height that the text may fill, in pixels. */
export const ROOM = AXIS - 76 - BODY;

const box = (style: CardStyle, children: CardBox[]): CardBox => ({
  type: 'container',
  style: { display: 'flex', flexShrink: 0, ...style },
  children,
});
const words = (style: CardStyle, text: string): CardBox => ({ type: 'text', style: { flexShrink: 0, ...style }, text });
const DISPLAY = { fontFamily: 'Display', fontWeight: 600, letterSpacing: '-0.008em' };
/** Small capitals; where a script has no capitals, smaller letters. */
function label(style: CardStyle & { fontSize: number }, text: string): CardBox {
  const looks =
    text.toUpperCase() === text.toLowerCase()
      ? { fontSize: style.fontSize * 0.8 }
      : { fontVariantCaps: 'all-small-caps', letterSpacing: '0.05em' };
  return words({ lineHeight: 1.2, ...style, ...looks }, text);
}

/** Lays out a card, with the title at a font size in pixels. Its text fits if layoutText() is not higher than ROOM. */
export function layoutCard(card: Card, size: number, colours: Colours): CardBox {
  const text = textOf(card, size, colours);
  const page = { width: CARD.width, height: CARD.height, background: colours.paper };
  const place = { position: 'absolute', left: SIDE, width: WIDTH };
  const parts =
    card.kicker === undefined
      ? [box({ ...place, top: 84, height: ROOM + BODY - 84, alignItems: 'center' }, [text])]
      : [
          words({ ...place, ...DISPLAY, top: 38, fontSize: 40, lineHeight: 1.2, color: colours.ink }, card.site),
          box({ ...place, top: BODY }, [text]),
        ];
  return inDirection(card, box(page, [...parts, ...layoutAxis(card, colours)]));
}

/** Letters that join, as they do from right to left, stand without spacing or slant, and need higher lines. */
function inDirection({ rtl }: Card, laid: CardBox): CardBox {
  return rtl ? { ...joined(laid), dir: 'rtl' } : laid;
}

function joined(laid: CardBox): CardBox {
  const { letterSpacing: _spacing, fontStyle: _slant, lineHeight, ...rest } = laid.style;
  const style = { ...rest, ...(typeof lineHeight === 'number' && { lineHeight: lineHeight * 1.3 }) };
  return laid.type === 'text' ? { ...laid, style } : { ...laid, style, children: laid.children.map(joined) };
}

/** Lays out the text of a card alone, to measure it. */
export const layoutText = (card: Card, size: number, colours: Colours): CardBox =>
  inDirection(card, textOf(card, size, colours));

/** What stands between rule and axis; on the card of the front page it is in the middle, like a newspaper's head. */
function textOf({ kicker, title, native, lines, language }: Card, size: number, colours: Colours): CardBox {
  const gap = (at: number) => (kicker === undefined ? 28 : at === 0 ? 24 : 14);
  const isFront = kicker === undefined;
  const style = {
    width: WIDTH,
    flexDirection: 'column',
    color: colours.ink,
    fontFamily: 'Text',
    fontVariantNumeric: 'oldstyle-nums',
    ...(isFront && { textAlign: 'center' }),
  };
  return box(style, [
    ...(isFront ? [] : [label({ marginBottom: size > 60 ? 6 : 14, color: colours.soft, fontSize: 36 }, kicker)]),
    layoutTitle(title, size),
    ...(native === undefined
      ? []
      : [words({ marginTop: 6, fontSize: Math.min(size * 0.5, 60), lineHeight: 1.25, color: colours.soft }, native)]),
    ...lines.map((line, at) => layoutLine(line, { marginTop: gap(at) }, colours, language)),
  ]);
}

function layoutTitle(title: string, size: number): CardBox {
  const lineHeight = size > 60 ? 1.05 : 1.12;
  return words({ ...DISPLAY, fontSize: size, lineHeight, textWrap: 'balance' }, unbroken(title));
}

/** Makes the hyphens of a title no-break hyphens, so that lines break between words only. */
function unbroken(title: string): string {
  return title.replaceAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, '\u2011');
}

function layoutLine(line: CardLine, place: { marginTop: number }, colours: Colours, language: string): CardBox {
  if (line.look === 'names')
    return box(
      { ...place, flexWrap: 'wrap', columnGap: 52, rowGap: 6 },
      line.lists.map((one) => layoutNames(one, colours, language)),
    );
  const looks: Record<typeof line.look, CardStyle> = {
    text: {},
    question: { ...(isUnspaced(line.text) ? {} : { fontStyle: 'italic' }), color: colours.soft },
    date: { color: colours.accent },
  };
  // A long text below the title is set smaller, so that the title can stay large.
  const { length } = line.text;
  const fontSize = length > 200 ? 28 : length > 110 ? 32 : 36;
  return words({ ...place, ...looks[line.look], fontSize, lineHeight: 1.28, textWrap: 'balance' }, line.text);
}

/** A label and its names as a list in the language of the card: “the US, NATO and Ukraine”. */
function layoutNames({ label: what, names }: NameList, colours: Colours, language: string): CardBox {
  const parts = new Intl.ListFormat(language).formatToParts(names.map(({ text }) => text));
  const list = parts.map(({ type, value }, at) => {
    const colour = type === 'element' ? names[at / 2]?.colour : undefined;
    return words(colour ? { color: colours[`party-${colour}`], fontWeight: 600 } : { whiteSpace: 'pre' }, value);
  });
  return box({ flexWrap: 'wrap', alignItems: 'baseline', fontSize: 36, lineHeight: 1.28 }, [
    label({ marginInlineEnd: 18, color: colours.soft, fontSize: 36 }, what),
    ...list,
  ]);
}

/** The words of a title below each other at 100 pixels, to measure the widest one, which must fit on a line. */
export function layoutWords(card: Card): CardBox {
  const all = unbroken(card.title)
    .split(' ')
    // A script without spaces breaks between any two letters.
    .flatMap((word) => (isUnspaced(word) ? [...word] : [word]))
    .map((word) => words({ ...DISPLAY, fontSize: 100, whiteSpace: 'nowrap' }, word));
  return inDirection(card, box({ flexDirection: 'column', alignItems: 'flex-start' }, all));
}

/** The double rule and the time axis; that of a text from right to left runs so as well. */
function layoutAxis({ at, kicker, rtl }: Card, colours: Colours): CardBox[] {
  const bar = (left: number, top: number, width: number, height: number, background: string) =>
    box({ position: 'absolute', left, top, width, height, background }, []);
  const rule = (top: number) => bar(0, top, CARD.width, 2, colours.ink);
  const rules = kicker === undefined ? [rule(72), rule(77)] : [rule(RULE), rule(RULE + 5)];
  if (at === undefined) return rules;
  const middle = CARD.width / 2;
  const place = middle + Math.round(((rtl ? -at : at) * WIDTH) / 2);
  const ticks: CardBox[] = [];
  for (let away = WIDTH / 2; away * (1 - SHRINK) > 3; away *= SHRINK) {
    const height = Math.round(32 - (22 * away) / (WIDTH / 2));
    for (const x of [middle - Math.round(away), middle + Math.round(away)])
      if (Math.abs(x - place) > 6) ticks.push(bar(x - 1, AXIS - height, 2, height, colours.soft));
  }
  return [
    ...rules,
    ...ticks,
    bar(0, AXIS, CARD.width, 2, colours.soft),
    bar(middle - 2, AXIS - 40, 4, 40, colours.ink),
    bar(place - 3, AXIS - 52, 6, 54, colours.accent),
  ];
}

/** The ratio of the distances of two ticks: each is at half the time of the one before, and distance is time^(1/5). */
const SHRINK = 0.5 ** (1 / 5);
