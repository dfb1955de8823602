import { afterEach, describe, expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { compareWhen, dayInWords, inWords, isAfter, machineDate, parseWhen, yearOf, type Clock } from './dates.ts';

const clocks: Clock[] = [
  { place: 'Boston', zone: 'America/New_York' },
  { place: 'Istanbul', zone: 'Europe/Istanbul' },
];

describe('a date in words', () => {
  test.each([
    ['2024', '2024'],
    ['2024-11', 'November 2024'],
    ['2024-12-30', '30 December 2024'],
    ['2024-11-13~', 'about 13 November 2024'],
    ['2024-11?', 'November 2024 (uncertain)'],
    ['2024-11-13%', 'about 13 November 2024 (uncertain)'],
    ['1991-12-08/1991-12-26', '8–26 December 1991'],
    ['2024-11-30/2024-12-02', '30 November to 2 December 2024'],
    ['2024-12-30/2025-01-02', '30 December 2024 to 2 January 2025'],
    ['2024-10/2024-12', 'October to December 2024'],
    ['2024-10~/2024-12', 'about October 2024 to December 2024'],
    ['2024-11-10~/2024-11-13~', 'about 10–13 November 2024'],
    ['2024-12-30T15:35-05:00', '30 December 2024, 15:35 in Boston, 23:35 in Istanbul'],
    [
      '2024-12-30T15:35-05:00/2024-12-30T16:25-05:00',
      '30 December 2024, 15:35 to 16:25 in Boston, 23:35 to 00:25 on 31 December in Istanbul',
    ],
    ['2024-12-31T02:20+03:00', '31 December 2024, 18:20 on 30 December in Boston, 02:20 in Istanbul'],
    ['2024-07-01T12:00Z', '1 July 2024, 08:00 in Boston, 15:00 in Istanbul'],
  ])('%s is “%s”', (edtf, words) => expect(inWords(parseWhen(edtf), en, clocks)).toBe(words));

  test.each([
    ['0476-09-04', '4 September 476'],
    ['0988', '988'],
    ['0988-07/0988-08', 'July to August 988'],
  ])('%s, before the year 1000, is “%s”', (edtf, words) => expect(dayInWords(parseWhen(edtf), en)).toBe(words));

  test.each([
    ['1916-04-24T12:00Z', 'Europe/Dublin', '24 April 1916, 11:34 in Dublin'],
    ['1970-01-01T00:20Z', 'Africa/Monrovia', '1 January 1970, 23:35 on 31 December in Dublin'],
  ])('%s by clocks that are not whole hours from UTC, in %s', (edtf, zone, words) =>
    expect(inWords(parseWhen(edtf), en, [{ place: 'Dublin', zone }])).toBe(words),
  );

  test('a moment without clocks keeps the offset it was written with', () => {
    expect(inWords(parseWhen('2024-12-30T15:35-05:00'), en)).toBe('30 December 2024, 15:35 (UTC-05:00)');
  });

  test('dayInWords leaves the clock out', () => {
    expect(dayInWords(parseWhen('2024-12-30T15:35-05:00/2024-12-30T16:25-05:00'), en)).toBe('30 December 2024');
  });
});

describe('in every time zone of the machine', () => {
  const own = process.env['TZ'];
  afterEach(() => {
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
  });

  test.each(['Pacific/Kiritimati', 'America/New_York', 'Asia/Kolkata', 'Pacific/Pago_Pago', 'UTC'])('%s', (zone) => {
    process.env['TZ'] = zone;
    expect(new Date(Date.UTC(2024, 0, 1, 12)).getTimezoneOffset()).toBe(
      { 'Pacific/Kiritimati': -840, 'America/New_York': 300, 'Asia/Kolkata': -330, 'Pacific/Pago_Pago': 660, UTC: 0 }[
        zone
      ],
    );
    expect(inWords(parseWhen('2024-03-01'), en)).toBe('1 March 2024');
    expect(inWords(parseWhen('2024-12'), en)).toBe('December 2024');
    expect(inWords(parseWhen('2024-12-30T15:35-05:00'), en, clocks)).toBe(
      '30 December 2024, 15:35 in Boston, 23:35 in Istanbul',
    );
    expect(machineDate(parseWhen('2024-12-30').from)).toBe('2024-12-30');
    expect(yearOf(parseWhen('2024-01-01'))).toBe(2024);
  });
});

describe('what is refused', () => {
  test.each([
    ['2024-02-30', 'not in the calendar'],
    ['2024-13', 'not in the calendar'],
    ['30 December 2024', 'not a date'],
    ['', 'open end'],
    ['2024-12/..', 'open end'],
    ['2024-12-08/2024-12-01', 'ends before it starts'],
    ['2024-12-30T15:35', 'without an offset'],
    ['2024-12-30T15:35-05:00/2024-12-31', 'at one end only'],
    ['201X', 'does not use'],
    ['199', 'does not use'],
    ['2024-XX-12', 'does not use'],
    ['2024-01-01/2024-01-02/2024-01-03', 'more than two ends'],
  ])('%s: %s', (edtf, message) => expect(() => parseWhen(edtf)).toThrow(message));
});

test('order is by start, then the more precise first', () => {
  const dates = ['2024-12-30', '2024', '2024-12', '2024-12-30T15:35-05:00', '1990-02-09', '2024-01-01'];
  expect(
    dates
      .map(parseWhen)
      .sort(compareWhen)
      .map(({ edtf }) => edtf),
  ).toEqual(['1990-02-09', '2024-01-01', '2024', '2024-12', '2024-12-30', '2024-12-30T15:35-05:00']);
});

test('machineDate keeps the offset of a moment', () => {
  expect(machineDate(parseWhen('2024-12-30T15:35-05:00').from)).toBe('2024-12-30T15:35-05:00');
  expect(machineDate(parseWhen('2024-12').from)).toBe('2024-12');
});

test('isAfter is true only for what began when the moment was over', () => {
  const call = parseWhen('2024-12-30T15:35-05:00/2024-12-30T16:25-05:00');
  expect(isAfter(parseWhen('2024-12-31'), call)).toBe(true);
  expect(isAfter(parseWhen('2024-12-30'), call)).toBe(false);
  expect(isAfter(parseWhen('2024-12'), call)).toBe(false);
});
