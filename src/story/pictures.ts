import type { Fields } from '../content.config.ts';
import { compareWhen, isAfter, type Clock, type When } from './dates.ts';
import type { Entry } from './entries.ts';
import { PICTURE_KIND_NAMES, type Nature, type PictureKind } from './kinds.ts';
import type { Event, Page, Party, Source } from './story.ts';

/** A picture that the site draws, with all that stands in it. */
export type Picture = CountsPicture | HoursPicture | MapPicture;

interface Shown<Kind extends PictureKind> extends Page {
  kind: Kind;
  /** What it shows, for those who cannot see it. */
  brief: string;
}

/** What stands behind a mark in a picture. */
interface Told {
  event: Event | undefined;
  sources: Source[];
  /** True for what lies after the key moment. */
  later: boolean;
}

export interface CountsPicture extends Shown<'counts'> {
  unit: string;
  /** The event that divides what was counted before from what was counted after it. */
  moment: Event;
  /** In the order of their dates. */
  entries: Count[];
}

export interface Count extends Told {
  date: When;
  counter: string;
  party: Party | undefined;
  /** Both ends of the figure; the same for a single number. */
  low: number;
  high: number;
  /** The figure in words, as its counter gave it. */
  said: string;
  counted: string;
  nature: Nature;
}

export interface HoursPicture extends Shown<'hours'> {
  clocks: readonly Clock[];
  /** In the writer’s order, which says where a day without a clock time stands among moments. */
  entries: Hour[];
}

export interface Hour extends Told {
  date: When;
  what: string;
  /** True for the key moment itself. */
  isMoment: boolean;
}

export interface Frame {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Degrees east and degrees north. */
export type Position = readonly [number, number];

export interface State {
  code: string;
  name: string;
  /** Where its name stands, if not in its middle. */
  label: Position | undefined;
}

export interface MapPicture extends Shown<'map'> {
  frame: Frame;
  narrow: Frame;
  alliance: Party;
  baseline: When;
  joined: (Told & {
    date: When;
    states: State[];
    /** Whether they were members on the day of the baseline. */ before: boolean;
  })[];
  highlighted: (State & { party: Party })[];
  names: { name: string; at: Position; narrow: boolean }[];
  disputed: { name: string; at: Position; label: Position; countedWith: string; text: string; sources: Source[] }[];
  places: { name: string; at: Position; side: Side; event: Event | undefined; narrow: boolean }[];
}

export type Side = 'right' | 'left' | 'above' | 'below';

/** What a picture takes from the rest of the story. */
export interface Joins {
  page: (entry: Entry<Fields<'pictures'>>, description: string, what: string) => Page;
  partyOf: (id: string) => Party;
  eventOf: (id: string) => Event;
  sourceOf: (id: string) => Source;
  moment: Event;
  clocks: readonly Clock[];
}

/** The pictures of a story, in their order. */
export function assemblePictures(entries: readonly Entry<Fields<'pictures'>>[], joins: Joins): Picture[] {
  return entries.toSorted((a, b) => a.data.order - b.data.order).map((entry) => toPicture(entry, joins));
}

function toPicture(entry: Entry<Fields<'pictures'>>, joins: Joins): Picture {
  const { data } = entry;
  const { brief } = data;
  const base = { ...joins.page(entry, brief, PICTURE_KIND_NAMES[data.kind]), brief };
  const told = (one: { date: When; event?: { id: string } | undefined; sources: { id: string }[] }): Told => ({
    event: one.event && joins.eventOf(one.event.id),
    sources: one.sources.map(({ id }) => joins.sourceOf(id)),
    later: isAfter(one.date, joins.moment.date),
  });
  const inOrder = <Item extends { date: When }>(items: readonly Item[]) =>
    items.toSorted((a, b) => compareWhen(a.date, b.date));
  switch (data.kind) {
    case 'counts':
      return {
        ...base,
        kind: 'counts',
        unit: data.unit,
        moment: joins.moment,
        entries: inOrder(data.entries).map((one) => ({
          ...told(one),
          date: one.date,
          counter: one.counter,
          party: one.party && joins.partyOf(one.party.party),
          low: one.figure[0],
          high: one.figure[1],
          said: one.said ?? figureInWords(one.figure),
          counted: one.counted,
          nature: one.nature,
        })),
      };
    case 'hours':
      return {
        ...base,
        kind: 'hours',
        clocks: joins.clocks,
        entries: data.entries.map((one) => ({
          ...told(one),
          date: one.date,
          what: one.what,
          isMoment: one.event?.id === joins.moment.id,
        })),
      };
    case 'map':
      return {
        ...base,
        kind: 'map',
        frame: data.frame,
        narrow: data.narrow,
        alliance: joins.partyOf(data.alliance.party),
        baseline: data.baseline,
        joined: inOrder(data.joined).map((one) => ({
          ...told(one),
          date: one.date,
          states: one.states.map(toState),
          before: !isAfter(one.date, data.baseline),
        })),
        highlighted: data.highlighted.map((one) => ({ ...toState(one), party: joins.partyOf(one.party.party) })),
        names: data.names,
        disputed: data.disputed.map(({ counted_with, sources, ...one }) => ({
          ...one,
          countedWith: counted_with,
          sources: sources.map(({ id }) => joins.sourceOf(id)),
        })),
        places: data.places.map((one) => ({ ...one, event: one.event && joins.eventOf(one.event.id) })),
      };
  }
}

function toState({ code, name, label }: { code: string; name: string; label?: Position | undefined }): State {
  return { code, name, label };
}

const grouped = new Intl.NumberFormat('en-GB');

/** A figure as it is written: “900”, “80,000–90,000”. */
export function figureInWords([low, high]: readonly [number, number]): string {
  return low === high ? grouped.format(low) : `${grouped.format(low)}–${grouped.format(high)}`;
}

/** Whether a picture shows something that was only known after the key moment. */
export function tellsLater(picture: Picture): boolean {
  return picture.kind === 'map'
    ? picture.joined.some(({ later }) => later) || picture.places.some(({ event }) => event?.later)
    : picture.entries.some(({ later }) => later);
}
