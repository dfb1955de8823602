import { dayInWords, inWords } from '../story/dates.ts';
import type {
  Answer,
  AnswersPicture,
  CountsPicture,
  Event,
  EventsPicture,
  HoursPicture,
  MapPicture,
  Picture,
  Source,
  SpansPicture,
} from '../story/story.ts';
import type { Words } from '../words/words.ts';

/** A text in a cell, and the address from the root of the site that it links to. */
interface CellText {
  text: string;
  address?: string;
}

/** A row of a table. */
interface Row {
  /** The texts of each cell; the page puts semicolons between them. */
  cells: CellText[][];
  /** Whether it became public only after the key moment. */
  later: boolean;
  /** Whether it stands in the place of a later row while the site is put back to the key moment. */
  then?: boolean;
}

/** What a picture shows as a table, for readers who cannot see it or want the sources. */
export interface PictureTable {
  heads: string[];
  rows: Row[];
}

/** Everything a picture shows, as a table; the places of a map are in placesOf. */
export function tableOf(picture: Picture, words: Words): PictureTable {
  switch (picture.kind) {
    case 'counts':
      return countsTable(picture, words);
    case 'hours':
      return hoursTable(picture, words);
    case 'map':
      return mapTable(picture, words);
    case 'spans':
      return spansTable(picture, words);
    case 'events':
      return eventsTable(picture, words);
    case 'answers':
      return answersTable(picture, words);
  }
}

/** The places on a map, each with the event that happened there; undefined for pictures without places. */
export function placesOf(picture: Picture, words: Words): PictureTable | undefined {
  const { table } = words.pictures;
  if (picture.kind !== 'map' || picture.places.length === 0) return undefined;
  return {
    heads: [table.place, table.whatThere, table.date],
    rows: picture.places.map(({ name, event }) => ({
      cells: [
        [{ text: name }],
        event ? [linked(event.title, event)] : [],
        event ? [{ text: dayInWords(event.date, words) }] : [],
      ],
      later: event?.later ?? false,
    })),
  };
}

function countsTable({ entries }: CountsPicture, words: Words): PictureTable {
  const { table } = words.pictures;
  return {
    heads: [table.date, table.figure, table.counter, table.counted, table.source],
    rows: entries.map(({ date, said, counter, counted, nature, event, sources, later }) => ({
      cells: [
        [linked(dayInWords(date, words), event)],
        [{ text: nature === 'present' ? said : table.figureOf(said, words.kinds.natures[nature]) }],
        [{ text: counter }],
        [{ text: counted }],
        sources.map(credited),
      ],
      later,
    })),
  };
}

function hoursTable({ clocks, entries }: HoursPicture, words: Words): PictureTable {
  const { table } = words.pictures;
  return {
    heads: [table.when, table.what, table.source],
    rows: entries.map(({ date, what, event, sources, later }) => ({
      cells: [[{ text: inWords(date, words, clocks) }], [linked(what, event)], sources.map(credited)],
      later,
    })),
  };
}

function mapTable({ groups, alliance, joined, disputed }: MapPicture, words: Words): PictureTable {
  const { table } = words.pictures;
  const { comma, colon } = words.punctuation;
  const joinedIn = table.joined(alliance?.short ?? '');
  // Where the head has to serve groups too, each row says that its date is that of joining.
  const isMixed = groups.length > 0 || joined.length === 0;
  const row = (what: string, { states, event, sources, later }: (typeof groups)[number] | (typeof joined)[number]) => ({
    cells: [[linked(what, event)], [{ text: states.map(({ name }) => name).join(comma) }], sources.map(credited)],
    later,
  });
  return {
    heads: [isMixed ? table.state : joinedIn, table.states, table.source],
    rows: [
      ...groups.map((group) => row(group.what, group)),
      ...joined.map((group) => {
        const day = dayInWords(group.date, words);
        return row(isMixed ? `${joinedIn}${colon}${day}` : day, group);
      }),
      ...disputed.map(({ name, text, sources }) => ({
        cells: [[{ text: name }], [{ text }], sources.map(credited)],
        later: false,
      })),
    ],
  };
}

/**
 * A row for each bar, with its end where any has one. One that ended after the key moment has a second row, which is
 * open, for the day before.
 */
function spansTable({ rows }: SpansPicture, words: Words): PictureTable {
  const { table } = words.pictures;
  const ends = rows.some(({ spans }) => spans.some(({ until }) => until));
  return {
    heads: [table.row, table.state, table.from, ...(ends ? [table.until] : []), table.source],
    rows: rows.flatMap(({ name, spans }) =>
      spans.flatMap(({ date, until, what = '', partly, event, sources, later, endsLater }) => {
        const row = (end: typeof until) => [
          [linked(name, event)],
          [{ text: partly ? table.partly(what) : what }],
          [{ text: dayInWords(date, words) }],
          ...(ends ? [end ? [{ text: dayInWords(end, words) }] : []] : []),
          sources.map(credited),
        ];
        const isOpen = endsLater && !later;
        return [
          { cells: row(until), later: later || endsLater },
          ...(isOpen ? [{ cells: row(undefined), later: false, then: true }] : []),
        ];
      }),
    ),
  };
}

function eventsTable({ entries }: EventsPicture, words: Words): PictureTable {
  const { table } = words.pictures;
  return {
    heads: [table.date, table.event, table.what],
    rows: entries.map((event) => ({
      cells: [[{ text: dayInWords(event.date, words) }], [linked(event.title, event)], [{ text: event.brief }]],
      later: event.later,
    })),
  };
}

/** A row for each demand; where an answer changed after the key moment, a second one as it stood. */
function answersTable({ parties, rows }: AnswersPicture, words: Words): PictureTable {
  const { table } = words.pictures;
  const cell = (answer: Answer | undefined) =>
    answer
      ? [
          {
            text: table.answer(
              answer.word,
              [answer.by, answer.date && dayInWords(answer.date, words)].filter((part) => part !== undefined),
            ),
          },
        ]
      : [{ text: words.answers.notAsked }];
  return {
    heads: [table.demand, ...parties.map(({ short }) => short)],
    rows: rows.flatMap(({ demand, positions }) => {
      const head = [{ text: demand.title, address: demand.address }];
      const changed = positions.some((one) => one?.then);
      const row = (answers: readonly (Answer | undefined)[]) => [head, ...answers.map(cell)];
      return [
        { cells: row(positions), later: changed },
        ...(changed ? [{ cells: row(positions.map((one) => one?.then ?? one)), later: false, then: true }] : []),
      ];
    }),
  };
}

const linked = (text: string, event: Event | undefined): CellText => ({
  text,
  ...(event && { address: event.address }),
});

const credited = ({ publisher, address }: Source): CellText => ({ text: publisher.name, address });
