import { dayInWords, inWords, NATURE_NAMES } from './english.ts';
import type { CountsPicture, HoursPicture, MapPicture, Picture } from '../story/story.ts';
import type { Event, Source } from '../story/story.ts';

/** Words in a cell, and the page of the site that they lead to. */
export interface Words {
  text: string;
  address?: string;
}

export interface Row {
  /** A list for each column; what stands in one cell is set apart by semicolons. */
  cells: Words[][];
  /** Whether it was only known after the key moment. */
  later: boolean;
}

/** The facts of a picture as a table for those who would rather read it. */
export interface FactTable {
  heads: string[];
  rows: Row[];
}

/** All that a picture shows, as a table. */
export function tableOf(picture: Picture): FactTable {
  switch (picture.kind) {
    case 'counts':
      return ofCounts(picture);
    case 'hours':
      return ofHours(picture);
    case 'map':
      return ofMap(picture);
  }
}

/** The places on a map, each with what happened there; undefined where a picture has none. */
export function placesOf(picture: Picture): FactTable | undefined {
  if (picture.kind !== 'map' || picture.places.length === 0) return undefined;
  const rows = picture.places.map(({ name, event }) => ({
    cells: [
      [{ text: name }],
      event ? [{ text: event.title, address: event.address }] : [],
      event ? [{ text: dayInWords(event.date) }] : [],
    ],
    later: event?.later ?? false,
  }));
  return { heads: ['Place', 'What happened there', 'Date'], rows };
}

function ofCounts({ entries }: CountsPicture): FactTable {
  return {
    heads: ['Date', 'Figure', 'Who counted', 'What is counted', 'Source'],
    rows: entries.map(({ date, said, counter, counted, nature, event, sources, later }) => ({
      cells: [
        [dated(dayInWords(date), event)],
        [{ text: nature === 'present' ? said : `${said} (${NATURE_NAMES[nature]})` }],
        [{ text: counter }],
        [{ text: counted }],
        sources.map(credited),
      ],
      later,
    })),
  };
}

function ofHours({ clocks, entries }: HoursPicture): FactTable {
  return {
    heads: ['When', 'What happened', 'Source'],
    rows: entries.map(({ date, what, event, sources, later }) => ({
      cells: [[{ text: inWords(date, clocks) }], [dated(what, event)], sources.map(credited)],
      later,
    })),
  };
}

function ofMap({ alliance, joined, disputed }: MapPicture): FactTable {
  return {
    heads: [`Joined ${alliance.short}`, 'States', 'Source'],
    rows: [
      ...joined.map(({ date, states, event, sources, later }) => ({
        cells: [
          [dated(dayInWords(date), event)],
          [{ text: states.map(({ name }) => name).join(', ') }],
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

const dated = (text: string, event: Event | undefined): Words => (event ? { text, address: event.address } : { text });

const credited = ({ publisher, address }: Source): Words => ({ text: publisher.name, address });
