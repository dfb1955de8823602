import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isoDay, lastOf, parseWhen, type When } from '../../src/story/dates.ts';
import { cited, entries, isVersion, MONTHS, place, sample, texts, type Text } from './texts.ts';

const MONTH = `(${MONTHS.join('|')})`;
const DATE = new RegExp(
  [
    `\\b(?:(\\d{1,2})(?:–(\\d{1,2}))? )?${MONTH}(?: (\\d{4}))?\\b`,
    '\\b[Tt]he (\\d{1,2})(?:st|nd|rd|th)\\b',
    '\\b((?:19|20)\\d\\d)\\b',
  ].join('|'),
  'g',
);

const two = (number: string) => number.padStart(2, '0');
const DAY = 86_400_000;

/** The ISO days that an event covers, on the clock it was written with. */
function daysOf({ from, to = from }: When): string[] {
  const days: string[] = [];
  for (let at = from.first; at <= to.last; at += DAY) days.push(isoDay({ ...from, precision: 'day', first: at }));
  return days;
}

/** The dates in a text that do not name the event's date. A date may be less precise than the event, and never more. */
function strayDates(text: string, date: When): string[] {
  const days = daysOf(date);
  return [...text.matchAll(DATE)].flatMap(([told, day, lastDay, month, year, ordinal, bareYear]) => {
    const number = month === undefined ? '\\d\\d' : two(String(MONTHS.indexOf(month) + 1));
    const named = [day ?? ordinal, lastDay].filter((one) => one !== undefined);
    // A month alone is of no year: “the talks set for January” were set in December.
    if (named.length === 0 && (year ?? bareYear) === undefined) return [];
    const vague = named.length > 0 && ['year', 'month'].includes(date.from.precision);
    const agrees = (one: string) =>
      days.some((iso) => new RegExp(`^${year ?? bareYear ?? '\\d{4}'}-${number}-${one}$`).test(iso));
    return !vague && (named.length > 0 ? named.map(two) : ['\\d\\d']).every(agrees) ? [] : [told];
  });
}

function strayLinks(text: Text, events: ReadonlyMap<string, When>): string[] {
  return text.passages.flatMap((passage) =>
    passage.links.flatMap(({ from, to, path }) => {
      const date = events.get(path);
      return date
        ? strayDates(passage.text.slice(from, to), date).map((told) =>
            place(text, passage, `“${told}” links to ${path}`),
          )
        : [];
    }),
  );
}

const events = new Map(entries.timeline.map(({ id, data }) => [`timeline/${id}.md`, data.date]));

describe('a link to an event names its date', () => {
  test('in the story', () => expect(cited.flatMap((text) => strayLinks(text, events))).toEqual([]));

  test.each([
    ['30 December 2021', '2021-12-30T15:35-05:00/2021-12-30T16:25-05:00', []],
    ['the reply of 26 January', '2022-01-26', []],
    ['8 December 1991', '1991-12-08/1991-12-26', []],
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

/** Who holds two offices at once, and why that is right: by the titles, joined by “and”. */
const AT_ONCE: Record<string, string> = {};

/**
 * Offices that a person would hold at the same time. One that ends in the month or year when the next begins is
 * followed by it.
 */
function heldAtOnce(offices: readonly Office[], allowed: Record<string, string>): string[] {
  const sorted = offices.toSorted((a, b) => (a.from?.from.first ?? -Infinity) - (b.from?.from.first ?? -Infinity));
  return sorted.flatMap((office, at) =>
    sorted.slice(at + 1).flatMap((next) => {
      const both = `${office.title} and ${next.title}`;
      const over = office.until !== undefined && office.until.from.first <= (next.from ? lastOf(next.from) : -Infinity);
      return over || allowed[both] !== undefined ? [] : [both];
    }),
  );
}

test('nobody holds two offices at once', () => {
  expect(entries.glossary.flatMap(({ data }) => heldAtOnce(data.offices, AT_ONCE))).toEqual([]);
  const office = (title: string, from: string, until?: string): Office => ({
    title,
    from: parseWhen(from),
    ...(until !== undefined && { until: parseWhen(until) }),
  });
  const [ambassador, director] = [office('Ambassador', '2005', '2008'), office('Director', '2007-03-19')];
  expect(heldAtOnce([director, ambassador], {})).toEqual(['Ambassador and Director']);
  expect(heldAtOnce([office('Ambassador', '2005'), director], {})).toEqual(['Ambassador and Director']);
  expect(
    heldAtOnce([director, ambassador], { 'Ambassador and Director': 'he kept the first until a successor came' }),
  ).toEqual([]);
  expect(heldAtOnce([office('Minister', '2004', '2008-05'), office('President', '2008-05-07')], {})).toEqual([]);
});

/** A figure that several pages tell: figures.yaml. */
interface Figure {
  name: string;
  value: string | number | (string | number)[];
  tells: string;
  home: string;
  note: string;
}

const NUMBER = String.raw`\b(\d[\d,.]*\d|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six)teen|thirty|fifty)`;
const DAY_AND_MONTH = `(\\d{1,2} (?:${MONTHS.join('|')})(?: \\d{4})?)`;

/**
 * Where the tellings of a figure differ from its value; where it is told on one page alone, or at home without its
 * note.
 */
function figureFaults({ name, value, tells, home, note }: Figure, all: readonly Text[]): string[] {
  const pattern = new RegExp(tells.replaceAll('{n}', NUMBER).replaceAll('{d}', DAY_AND_MONTH), 'gi');
  const values = [value].flat().map((one) => String(one).toLowerCase());
  const pages = new Set<string>();
  const faults: string[] = [];
  let backed = false;
  for (const text of all) {
    const check = (at: string, words: string) => {
      for (const [, ...groups] of words.matchAll(pattern)) {
        const told = groups
          .filter((group) => group !== undefined)
          .join(' ')
          .toLowerCase();
        pages.add(text.path);
        // A day may be told without its year.
        if (!values.some((one) => one === told || (/[a-z]$/.test(told) && one.startsWith(`${told} `))))
          faults.push(`${at} ${name}: ${told}`);
      }
      return words.search(pattern) >= 0;
    };
    for (const field of text.fields) check(`${text.path} ${field.name}`, field.text);
    for (const passage of text.passages) {
      // What a disputed note lets others say may be wrong; that is why it is there.
      if (isVersion(passage)) continue;
      const tellsIt = check(`${text.path}:${passage.line}`, passage.text);
      backed ||= tellsIt && text.path === home && passage.notes.some(({ label }) => label === note);
    }
  }
  if (pages.size < 2) faults.push(`${name} is told on ${pages.size} page`);
  if (!backed) faults.push(`${name} is not told in ${home} beside the note [^${note}]`);
  return faults;
}

describe('every telling of a figure agrees', () => {
  const told = texts.filter(({ collection }) => collection !== 'sources');
  const figures = parse(readFileSync('tests/story/figures.yaml', 'utf8')) as Figure[];
  test.each(figures)('$name: $value', (figure) => expect(figureFaults(figure, told)).toEqual([]));

  test('or the check says where not', () => {
    const figure = {
      name: 'length',
      value: [50, 'fifty'],
      tells: 'for {n} minutes',
      home: 'explainers/a.md',
      note: 'times',
    };
    const a = sample('They spoke for 50 minutes.[^times]\n\n[^times]: x', 'explainers/a.md');
    const b = (words: string) => sample(words, 'explainers/b.md');
    expect(figureFaults(figure, [a, b('Fifty it was: they spoke for fifty minutes.')])).toEqual([]);
    expect(figureFaults(figure, [a, b('They spoke for 55 minutes.')])).toEqual(['explainers/b.md:1 length: 55']);
    expect(figureFaults(figure, [a])).toEqual(['length is told on 1 page']);
    expect(figureFaults({ ...figure, note: 'other' }, [a, b('For 50 minutes.')])).toEqual([
      'length is not told in explainers/a.md beside the note [^other]',
    ]);
    const day = { ...figure, value: '7 December 2021', tells: 'on {d}' };
    const faults = figureFaults(day, [b('On 7 December, on 7 December 2021 and on 7 December 2022.')]);
    expect(faults).toContain('explainers/b.md:1 length: 7 december 2022');
    expect(faults.filter((fault) => fault.includes(':1 '))).toHaveLength(1);
  });
});

test('an event’s file name begins with its date', () => {
  expect(entries.timeline.filter(({ id, data }) => !id.startsWith(isoDay(data.date.from))).map(({ id }) => id)).toEqual(
    [],
  );
  expect('2021-12-17-drafts'.startsWith(isoDay(parseWhen('2021-12-15').from))).toBe(false);
});
