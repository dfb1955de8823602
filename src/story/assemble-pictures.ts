import type { Words } from '../words/words.ts';
import type { Fields } from './schema.ts';
import { compareWhen, isAfter, type Clock, type When } from './dates.ts';
import type { Entry } from './entries.ts';
import type { MakePage } from './make-page.ts';
import type { Event, Party, Picture, Source, Told } from './story.ts';

/** What a picture takes from the rest of the story. */
export interface Joins {
  page: MakePage;
  partyOf: (id: string) => Party;
  eventOf: (id: string) => Event;
  sourceOf: (id: string) => Source;
  moment: Event;
  clocks: readonly Clock[];
  words: Words;
}

/** The pictures of a story, in their order. */
export function assemblePictures(entries: readonly Entry<Fields<'pictures'>>[], joins: Joins): Picture[] {
  return entries.toSorted((a, b) => a.data.order - b.data.order).map((entry) => toPicture(entry, joins));
}

function toPicture(entry: Entry<Fields<'pictures'>>, joins: Joins): Picture {
  const { data } = entry;
  const { brief } = data;
  const base = { ...joins.page('pictures', entry, brief, joins.words.kinds.pictures[data.kind]), brief };
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
          said: one.said ?? figureInWords(one.figure, joins.words),
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
          states: one.states,
          before: !isAfter(one.date, data.baseline),
        })),
        highlighted: data.highlighted.map((one) => ({ ...one, party: joins.partyOf(one.party.party) })),
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

/** A figure as it is written: “900”, “80,000–90,000”. */
export function figureInWords([low, high]: readonly [number, number], { number, punctuation }: Words): string {
  return low === high ? number(low) : punctuation.range(number(low), number(high));
}

/** Whether a picture shows something that was only known after the key moment. */
export function tellsLater(picture: Picture): boolean {
  return picture.kind === 'map'
    ? picture.joined.some(({ later }) => later) || picture.places.some(({ event }) => event?.later)
    : picture.entries.some(({ later }) => later);
}
