import type { Words } from '../words/words.ts';
import { allUsed, byOrder } from './assembling.ts';
import { allLater, compareWhen, isAfter, type Clock, type When } from './dates.ts';
import type { Entry } from './entries.ts';
import type { MakePage } from './make-page.ts';
import type { Fields } from './schema.ts';
import type {
  AnswersPicture,
  CountsPicture,
  Demand,
  EntryContext,
  Event,
  EventsPicture,
  Frame,
  HoursPicture,
  MapPicture,
  Page,
  Party,
  Picture,
  Source,
  SpansPicture,
  State,
} from './story.ts';

/** What a picture takes from the rest of the story: lookups by id, and what its labels need. */
export interface PictureReferences {
  page: MakePage;
  partyOf: (id: string) => Party;
  eventOf: (id: string) => Event;
  sourceOf: (id: string) => Source;
  demands: readonly Demand[];
  moment: Event | undefined;
  clocks: readonly Clock[];
  words: Words;
}

type PictureFields = Fields<'pictures'>;
type FieldsOf<Kind extends PictureFields['kind']> = Extract<PictureFields, { kind: Kind }>;

/** The fields that each kind of picture has beside those that all pictures share. */
type OwnFields<Kind extends PictureFields['kind']> = Omit<FieldsOf<Kind>, 'title' | 'brief' | 'order' | 'kind'>;

/** What all pictures share: their page, the description for those who cannot see them, and where their words are. */
type PicturePage = Page & Pick<Picture, 'brief' | 'written'>;

/** The pictures of a story, in the order that their writer gave them. */
export function assemblePictures(entries: readonly Entry<PictureFields>[], references: PictureReferences): Picture[] {
  return entries
    .toSorted(byOrder)
    .map((entry) => toPicture(entry, references))
    .map((picture) => ({ ...picture, later: isLater(picture) }));
}

/** Whether all that a picture shows came after the key moment. */
function isLater(picture: Picture): boolean {
  switch (picture.kind) {
    case 'counts':
    case 'hours':
    case 'events':
      return allLater(picture.entries);
    case 'spans':
      return allLater(picture.rows.flatMap(({ spans }) => spans));
    case 'map':
    case 'answers':
      return false;
  }
}

function toPicture(entry: Entry<PictureFields>, references: PictureReferences): Picture {
  const { brief, kind } = entry.data;
  const { written = [] } = entry;
  const page = { ...references.page('pictures', entry, brief, references.words.kinds.pictures[kind]), brief, written };
  const { data } = entry;
  switch (data.kind) {
    case 'counts':
      return toCounts(ownOf(data), page, references);
    case 'hours':
      return toHours(ownOf(data), page, references);
    case 'map':
      return toMap(ownOf(data), page, references);
    case 'spans':
      return toSpans(ownOf(data), page, references);
    case 'events':
      return toEvents(ownOf(data), page, references);
    case 'answers':
      return toAnswers(ownOf(data), page, references);
  }
}

function ownOf<Kind extends PictureFields['kind']>(fields: FieldsOf<Kind>): OwnFields<Kind> {
  const { title: _title, brief: _brief, order: _order, kind: _kind, ...own } = fields;
  return own;
}

function toCounts(
  { unit, entries, ...rest }: OwnFields<'counts'>,
  page: PicturePage,
  references: PictureReferences,
): CountsPicture {
  allUsed(rest);
  return {
    ...page,
    kind: 'counts',
    unit,
    moment: references.moment,
    entries: inOrder(entries).map(
      ({ event, sources, date, counter, party, figure, said, counted, nature, ...more }) => {
        allUsed(more);
        return {
          ...toContext({ date, event, sources }, references),
          date,
          counter,
          party: party && references.partyOf(party.party),
          low: figure[0],
          high: figure[1],
          said: said ?? figureInWords(figure, references.words),
          counted,
          nature,
        };
      },
    ),
  };
}

function toHours(
  { entries, ...rest }: OwnFields<'hours'>,
  page: PicturePage,
  references: PictureReferences,
): HoursPicture {
  allUsed(rest);
  return {
    ...page,
    kind: 'hours',
    clocks: references.clocks,
    entries: entries.map(({ event, sources, date, what, ...more }) => {
      allUsed(more);
      return {
        ...toContext({ date, event, sources }, references),
        date,
        what,
        isMoment: event?.id === references.moment?.id,
      };
    }),
  };
}

function toMap(fields: OwnFields<'map'>, page: PicturePage, references: PictureReferences): MapPicture {
  const { frame, narrow, groups, alliance, baseline, joined, highlighted, names, disputed, places, route, ...rest } =
    fields;
  allUsed(rest);
  const { partyOf, eventOf, sourceOf } = references;
  return {
    ...page,
    kind: 'map',
    frame: toFrame(frame),
    narrow: toFrame(narrow),
    groups: groups.map(({ what, states, party, event: id, sources, ...more }) => {
      allUsed(more);
      const event = id && eventOf(id.id);
      return {
        what,
        states: states.map(toState),
        party: party && partyOf(party.party),
        event,
        sources: sources.map((source) => sourceOf(source.id)),
        later: event?.later ?? false,
      };
    }),
    alliance: alliance && partyOf(alliance.party),
    baseline,
    joined: inOrder(joined).map(({ event, sources, date, states, ...more }) => {
      allUsed(more);
      return {
        ...toContext({ date, event, sources }, references),
        date,
        states: states.map(toState),
        before: baseline === undefined || !isAfter(date, baseline),
      };
    }),
    highlighted: highlighted.map(({ party, ...state }) => ({ ...toState(state), party: partyOf(party.party) })),
    names: names.map(({ name, at, narrow: onNarrow, ...more }) => {
      allUsed(more);
      return { name, at, narrow: onNarrow };
    }),
    disputed: disputed.map(
      ({ name, at, label, side, narrow: onNarrow, counted_with, text, sources: cited, ...more }) => {
        allUsed(more);
        return {
          name,
          at,
          label,
          side,
          narrow: onNarrow,
          countedWith: counted_with,
          text,
          sources: cited.map(({ id }) => sourceOf(id)),
        };
      },
    ),
    places: places.map(({ name, at, side, event, narrow: onNarrow, ...more }) => {
      allUsed(more);
      return { name, at, side, event: event && eventOf(event.id), narrow: onNarrow };
    }),
    route,
  };
}

function toSpans(
  { rows, ...rest }: OwnFields<'spans'>,
  page: PicturePage,
  references: PictureReferences,
): SpansPicture {
  allUsed(rest);
  const { moment } = references;
  if (!moment) throw new Error('a chart of time needs a key moment');
  return {
    ...page,
    kind: 'spans',
    moment,
    rows: rows.map(({ name, about, spans, ...others }) => {
      allUsed(others);
      return {
        name,
        about,
        spans: spans.map(({ from, until, what, partly, event, sources, ...more }) => {
          allUsed(more);
          return {
            ...toContext({ date: from, event, sources }, references),
            date: from,
            until,
            what,
            partly,
            endsLater: until !== undefined && isAfter(until, moment.date),
          };
        }),
      };
    }),
  };
}

function toEvents(
  { events, ...rest }: OwnFields<'events'>,
  page: PicturePage,
  { eventOf }: PictureReferences,
): EventsPicture {
  allUsed(rest);
  return { ...page, kind: 'events', entries: inOrder(events.map(({ id }) => eventOf(id))) };
}

function toAnswers(
  { demands: wanted, parties, ...rest }: OwnFields<'answers'>,
  page: PicturePage,
  { demands, partyOf }: PictureReferences,
): AnswersPicture {
  allUsed(rest);
  const ids = new Set(wanted.map(({ id }) => id));
  return {
    ...page,
    kind: 'answers',
    parties: parties.map(({ party }) => partyOf(party)),
    rows: demands
      .filter(({ id }) => ids.has(id))
      .map((demand) => ({
        demand,
        positions: parties.map(({ party }) => demand.positions.find((one) => one.party.id === party)),
      })),
  };
}

/** The event and the sources of an entry in a picture, and whether its date is after the key moment. */
function toContext(
  { date, event, sources }: { date: When; event: { id: string } | undefined; sources: readonly { id: string }[] },
  { eventOf, sourceOf, moment }: PictureReferences,
): EntryContext {
  return {
    event: event && eventOf(event.id),
    sources: sources.map(({ id }) => sourceOf(id)),
    later: isAfter(date, moment?.date),
  };
}

function toState({ code, name, label, side, narrow, ...rest }: FieldsOf<'map'>['joined'][number]['states'][number]) {
  allUsed(rest);
  return { code, name, label, side, narrow } satisfies State;
}

function toFrame({ west, south, east, north, ...rest }: FieldsOf<'map'>['frame']): Frame {
  allUsed(rest);
  return { west, south, east, north };
}

function inOrder<Item extends { date: When }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => compareWhen(a.date, b.date));
}

/** A figure as it is written: “900”, “80,000–90,000”. */
function figureInWords([low, high]: readonly [number, number], { number, punctuation }: Words): string {
  return low === high ? number(low) : punctuation.range(number(low), number(high));
}

/** Whether a picture shows something that happened or was counted after the key moment. */
export function showsLater(picture: Picture): boolean {
  switch (picture.kind) {
    case 'counts':
    case 'hours':
    case 'events':
      return picture.entries.some(({ later }) => later);
    case 'map':
      return (
        [...picture.joined, ...picture.groups].some(({ later }) => later) ||
        picture.places.some(({ event }) => event?.later)
      );
    case 'spans':
      return picture.rows.some(({ spans }) => spans.some(({ later, endsLater }) => later || endsLater));
    case 'answers':
      return picture.rows.some(({ positions }) => positions.some((one) => one?.then));
  }
}

/** A picture without what came after the key moment, and with what stood in its place. */
export function asKnown(picture: Picture): Picture {
  const known = <Item extends { later: boolean }>(items: readonly Item[]) => items.filter(({ later }) => !later);
  switch (picture.kind) {
    case 'counts':
      return { ...picture, entries: known(picture.entries) };
    case 'hours':
      return { ...picture, entries: known(picture.entries) };
    case 'events':
      return { ...picture, entries: known(picture.entries) };
    case 'map':
      return {
        ...picture,
        groups: known(picture.groups),
        joined: known(picture.joined),
        places: picture.places.filter(({ event }) => !event?.later),
      };
    case 'spans': {
      const open = ({ endsLater, until, ...span }: SpansPicture['rows'][number]['spans'][number]) => ({
        ...span,
        until: endsLater ? undefined : until,
        endsLater: false,
      });
      const rows = picture.rows.map((row) => ({ ...row, spans: known(row.spans).map(open) }));
      return { ...picture, rows: rows.filter(({ spans }) => spans.length > 0) };
    }
    case 'answers':
      return {
        ...picture,
        rows: picture.rows.map(({ demand, positions }) => ({
          demand,
          positions: positions.map((one) => one && { ...one, ...one.then, then: undefined }),
        })),
      };
  }
}
