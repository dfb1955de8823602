import { describe, expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { de } from '../words/de.ts';
import { compareWhen, parseWhen } from './dates.ts';
import { contentsOfTimeline, groupEvents, groupTerms, letterOf, placeOnTimeline } from './groups.ts';
import type { Event, Term } from './story.ts';

const story = smallStory();

/** Events of these dates, in order. */
const eventsOf = (...dates: string[]): Event[] =>
  dates
    .map((edtf) => ({ ...story.moment, date: parseWhen(edtf), later: false }))
    .sort((a, b) => compareWhen(a.date, b.date));
const daysFrom = (month: string, many: number) =>
  Array.from({ length: many }, (_, at) => `${month}-${String((at % 28) + 1).padStart(2, '0')}`);

describe('a timeline', () => {
  const busy = eventsOf('2020-11', ...daysFrom('2021-07', 30), ...daysFrom('2021-08', 30), '2021~', '2022-01-03');
  const years = groupEvents(busy, undefined, de);

  test('has the months of a year with very many events, and of no other', () => {
    expect(contentsOfTimeline(years).map(({ id, title }) => [id, title])).toEqual([
      ['y2020', '2020'],
      ['y2021', '2021'],
      ['y2021-07', 'Juli 2021'],
      ['y2021-08', 'August 2021'],
      ['y2022', '2022'],
    ]);
    const shown = years.flatMap(({ months }) => months.flatMap(({ days }) => days.flatMap(({ events }) => events)));
    expect(new Set(shown)).toEqual(new Set(busy));
  });

  test('keeps the address of the year, and the other half of it has few events', () => {
    expect(years.map(({ id }) => id)).toEqual(['y2020', 'y2021', 'y2022']);
    expect(contentsOfTimeline(groupEvents(busy.slice(0, 30), undefined, de)).map(({ id }) => id)).toEqual([
      'y2020',
      'y2021',
    ]);
  });

  test('says of each event under which heading it is', () => {
    for (const { id, months } of years)
      for (const month of months)
        for (const event of month.days.flatMap(({ events }) => events))
          expect(placeOnTimeline(event, busy)).toBe(month.id ?? id);
  });
});

test.each([
  ['Élysée', 'fr', 'E'],
  ['Ångström', 'de', 'A'],
  ['Ångström', 'sv', 'Å'],
  ['“Иванов”', 'ru', 'И'],
  ['Йошкар-Ола', 'ru', 'Й'],
  ['ёлка', 'ru', 'Е'],
  ['Їжак', 'uk', 'Ї'],
  ['أحمد', 'ar', 'ا'],
  ['がっこう', 'ja', 'か'],
  ['ナトー', 'ja', 'な'],
  ['学校', 'ja', '…'],
  ['9/11', 'en', '0–9'],
  ['—', 'en', '…'],
])('%s is in %s under %s', (name, language, letter) => expect(letterOf(name, language)).toBe(letter));

test('very many terms of one kind are divided by their letters, few are not', () => {
  const terms = Array.from({ length: 60 }, (_, at) => {
    const title = `${String.fromCharCode(65 + Math.floor(at / 20))}${at}`;
    return { ...(story.terms[0] as Term), title, sort: title, kind: 'place' as const };
  });
  const [places] = groupTerms(terms, de);
  expect(places?.letters.map(({ id, letter, terms: some }) => [id, letter, some.length])).toEqual([
    ['place-a', 'A', 20],
    ['place-b', 'B', 20],
    ['place-c', 'C', 20],
  ]);
  expect(groupTerms(terms.slice(0, 30), de)[0]?.letters).toEqual([]);
});
