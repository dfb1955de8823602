import { describe, expect, test } from 'vitest';
import { isoDay, lastOf, parseWhen, type When } from '../../src/story/dates.ts';
import { entries } from '../support/story.ts';
import { cited, MONTHS, sample, texts, type Passage, type Text } from '../support/texts.ts';

/** What is true of any story: its dates, offices, links, notes and marks. Dates in words are read in English only. */
const isEnglish = entries.story.language.startsWith('en');
const place = ({ path }: Text, { line }: Passage, fault: string) => `${path}:${line} ${fault}`;

const DATE = new RegExp(
  [
    `\\b(?:(\\d{1,2})(?:–(\\d{1,2}))? )?(${MONTHS.join('|')})(?: (\\d{4}))?\\b`,
    '\\b[Tt]he (\\d{1,2})(?:st|nd|rd|th)\\b',
    '\\b((?:19|20)\\d\\d)\\b',
  ].join('|'),
  'g',
);

/** The dates in a text that do not name the event's date. A date may be less precise than the event, and never more. */
function strayDates(text: string, { from, to = from }: When): string[] {
  const two = (number: string) => number.padStart(2, '0');
  const days: string[] = [];
  for (let at = from.first; at <= to.last; at += 86_400_000)
    days.push(isoDay({ ...from, precision: 'day', first: at }));
  return [...text.matchAll(DATE)].flatMap(([words, day, lastDay, month, year, ordinal, bareYear]) => {
    const number = month === undefined ? '\\d\\d' : two(String(MONTHS.indexOf(month) + 1));
    const named = [day ?? ordinal, lastDay].filter((one) => one !== undefined);
    // A month alone is of no year: “the talks set for January” were set in December.
    if (named.length === 0 && (year ?? bareYear) === undefined) return [];
    const isVague = named.length > 0 && ['year', 'month'].includes(from.precision);
    const agrees = (one: string) =>
      days.some((iso) => new RegExp(`^${year ?? bareYear ?? '\\d{4}'}-${number}-${one}$`).test(iso));
    return !isVague && (named.length > 0 ? named.map(two) : ['\\d\\d']).every(agrees) ? [] : [words];
  });
}

describe.runIf(isEnglish)('a link to an event names its date', () => {
  test('in the story', () => {
    const events = new Map(entries.timeline.map(({ id, data }) => [`timeline/${id}.md`, data.date]));
    const stray = cited.flatMap((text) =>
      text.passages.flatMap((passage) =>
        passage.links.flatMap(({ from, to, path }) => {
          const date = events.get(path);
          const words = date ? strayDates(passage.text.slice(from, to), date) : [];
          return words.map((one) => place(text, passage, `“${one}” links to ${path}`));
        }),
      ),
    );
    expect(stray).toEqual([]);
  });

  test.each([
    ['30 December 2021', '2021-12-30T15:35-05:00/2021-12-30T16:25-05:00', []],
    ['the reply of 26 January', '2022-01-26', []],
    ['18–19 November 1999', '1999-11-18/1999-11-19', []],
    ['in 2019', '2019-08-02', []],
    ['On 3 December 2021', '2021-12-07', ['3 December 2021']],
    ['26 January 2021', '2022-01-26', ['26 January 2021']],
    ['18–20 November', '1999-11-18/1999-11-19', ['18–20 November']],
    ['5 June 2017', '2017-06', ['5 June 2017']],
    ['the 16th', '2021-12-17', ['the 16th']],
  ])('%s → %s', (words, edtf, stray) => expect(strayDates(words, parseWhen(edtf))).toEqual(stray));
});

interface Office {
  title: string;
  from?: When | undefined;
  until?: When | undefined;
}

/** Offices that a person would hold at once. One that ends in the month or year of the next is followed by it. */
function heldAtOnce(offices: readonly Office[]): string[] {
  const sorted = offices.toSorted((a, b) => (a.from?.from.first ?? -Infinity) - (b.from?.from.first ?? -Infinity));
  return sorted.flatMap((office, at) =>
    sorted.slice(at + 1).flatMap((next) => {
      const over = office.until !== undefined && office.until.from.first <= (next.from ? lastOf(next.from) : -Infinity);
      return over ? [] : [`${office.title} and ${next.title}`];
    }),
  );
}

test('nobody holds two offices at once', () => {
  expect(entries.glossary.flatMap(({ data }) => heldAtOnce(data.offices))).toEqual([]);
  const office = (title: string, from: string, until?: string): Office => ({
    title,
    from: parseWhen(from),
    ...(until !== undefined && { until: parseWhen(until) }),
  });
  const director = office('Director', '2007-03-19');
  const both = ['Ambassador and Director'];
  expect(heldAtOnce([director, office('Ambassador', '2005', '2008')])).toEqual(both);
  expect(heldAtOnce([director, office('Ambassador', '2005')])).toEqual(both);
  expect(heldAtOnce([office('Minister', '2004', '2008-05'), office('President', '2008-05-07')])).toEqual([]);
});

/** The day of the key moment in words, which every page may name. */
const MOMENT = new RegExp(
  entries.timeline.flatMap(({ id, data: { date } }) => {
    const [year = '', month = '', day = ''] = isoDay(date.from).split('-');
    return id === entries.story.moment?.id ? [`${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`] : [];
  })[0] ?? /$^/,
);

/** Paragraphs and rows that hold a figure or a quotation, and have no note and no link to where it is told. */
const uncited = (text: Text) =>
  text.passages
    .filter(({ kind, notes }) => (kind === 'paragraph' || kind === 'row') && notes.length === 0)
    .filter((passage) => /\d{2}|“(\S+ ){3,}[^”]*”/.test(withoutLinks(passage).replace(MOMENT, '')))
    .map((passage) => place(text, passage, passage.text));

const withoutLinks = ({ text, links }: Passage) =>
  links.reduce((done, { from, to }) => done.slice(0, from) + '·'.repeat(to - from) + done.slice(to), text);

test('a paragraph with a figure or a quotation has a note, or a link to where it is told', () => {
  expect(cited.flatMap(uncited)).toEqual([]);
  expect(uncited(sample('It had 50 seats.'))).toHaveLength(1);
  expect(uncited(sample('It had 50 seats.[^a] There were 20 more.\n\n[^a]: x'))).toEqual([]);
});

/** What a typewriter would write in English. Sources are titled as their publishers titled them. */
const TYPEWRITTEN: [RegExp, string][] = [
  [/["']/, 'a straight quotation mark'],
  [/ - |--/, 'a hyphen for a dash'],
  [/\d-\d/, 'a hyphen in a range'],
  [/\.\.\./, 'three full stops for an ellipsis'],
  [/ {2}/, 'two spaces'],
  [/ [,;.?!]/, 'a space before a mark'],
];
function typewritten(text: Text): string[] {
  const notes = [...text.notes].map(([label, note]) => ({ at: `[^${label}]`, words: note.text }));
  const passages = text.passages.map(({ line, text: words }) => ({ at: String(line), words }));
  return [...passages, ...notes].flatMap(({ at, words }) => [
    ...TYPEWRITTEN.flatMap(([mark, fault]) => (mark.test(words) ? [`${text.path}:${at} holds ${fault}`] : [])),
    ...(/[“”]/.test(words.replace(/“[^“”]*”/g, '')) ? [`${text.path}:${at} holds half a pair of quotation marks`] : []),
  ]);
}

test.runIf(isEnglish)('quotation marks, dashes and ranges are true', () => {
  expect(texts.flatMap(typewritten)).toEqual([]);
  expect(typewritten(sample('It’s “true”: 9–10 January — and so on…'))).toEqual([]);
  expect(typewritten(sample("It's 9-10 January - yes... “no"))).toHaveLength(5);
});
