import { dayInWords, inWords } from '../story/dates.ts';
import type { CountsPicture, Event, HoursPicture, MapPicture, Picture, Source } from '../story/story.ts';
import type { Words } from '../words/words.ts';

/** A text in a cell, and the address from the root of the site that it links to. */
export interface CellText {
  text: string;
  address?: string;
}

/** A row of a table. */
export interface Row {
  /** The texts of each cell; the page puts semicolons between them. */
  cells: CellText[][];
  /** Whether it became public only after the key moment. */
  later: boolean;
}

/** What a picture shows as a table, for readers who cannot see it or want the sources. */
export interface FactTable {
  heads: string[];
  rows: Row[];
}

/** Everything a picture shows, as a table; the places of a map are in placesOf. */
export function tableOf(picture: Picture, words: Words): FactTable {
  switch (picture.kind) {
    case 'counts':
      return countsTable(picture, words);
    case 'hours':
      return hoursTable(picture, words);
    case 'map':
      return mapTable(picture, words);
  }
}

/** The places on a map, each with the event that happened there; undefined for pictures without places. */
export function placesOf(picture: Picture, words: Words): FactTable | undefined {
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

function countsTable({ entries }: CountsPicture, words: Words): FactTable {
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

function hoursTable({ clocks, entries }: HoursPicture, words: Words): FactTable {
  const { table } = words.pictures;
  return {
    heads: [table.when, table.what, table.source],
    rows: entries.map(({ date, what, event, sources, later }) => ({
      cells: [[{ text: inWords(date, words, clocks) }], [linked(what, event)], sources.map(credited)],
      later,
    })),
  };
}

function mapTable({ alliance, joined, disputed }: MapPicture, words: Words): FactTable {
  const { table } = words.pictures;
  return {
    heads: [table.joined(alliance.short), table.states, table.source],
    rows: [
      ...joined.map(({ date, states, event, sources, later }) => ({
        cells: [
          [linked(dayInWords(date, words), event)],
          [{ text: states.map(({ name }) => name).join(words.punctuation.comma) }],
          sources.map(credited),
        ],
        later,
      })),
      ...disputed.map(({ name, text, sources }) => ({
        cells: [[{ text: name }], [{ text }], sources.map(credited)],
        later: false,
      })),
    ],
  };
}

const linked = (text: string, event: Event | undefined): CellText => ({
  text,
  ...(event && { address: event.address }),
});

const credited = ({ publisher, address }: Source): CellText => ({ text: publisher.name, address });
