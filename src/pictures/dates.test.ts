import { expect, test } from 'vitest';
import { parseWhen } from '../story/dates.ts';
import { en } from '../words/en.ts';
import { clockTime, dayThere, lengthOf, monthOf, shortDate } from './dates.ts';

test.each([
  ['1904-05-02', '2\u00a0May', 'May 1904'],
  ['1904-05-02/1904-05-03', '2–3\u00a0May', 'May 1904'],
  ['1904-05-30/1904-06-02', '30\u00a0May–2\u00a0Jun', 'May 1904'],
  ['1904-05-08~', 'about 8\u00a0May', 'May 1904'],
  ['1904-05-10~/1904-05-13~', 'about 10–13\u00a0May', 'May 1904'],
  ['1904-05-02T23:35-01:00/1904-05-03T00:25-01:00', '2–3\u00a0May', 'May 1904'],
  ['1904-05-02T15:00-01:00/1904-05-02T16:00-01:00', '2\u00a0May', 'May 1904'],
  ['1904-05', 'May', 'May 1904'],
  ['1904-05/1904-08', 'May–Aug', 'May 1904'],
  ['1904-05/1904-08-12', 'May–12\u00a0Aug', 'May 1904'],
  ['1904', '1904', '1904'],
])('%s', (edtf, short, month) => {
  expect(shortDate(parseWhen(edtf), en)).toBe(short);
  expect(monthOf(parseWhen(edtf), en)).toBe(month);
});

test('a clock shows its own hour and day', () => {
  const time = Date.parse('2021-12-30T21:05Z');
  expect([clockTime(time, 'Europe/Moscow', en), dayThere(time, 'Europe/Moscow', en)]).toEqual(['00:05', '31 Dec']);
  expect([clockTime(time, 'America/New_York', en), dayThere(time, 'America/New_York', en)]).toEqual([
    '16:05',
    '30 Dec',
  ]);
});

test('another language writes its own months and units', () => {
  const other = { ...en, language: 'cs' };
  expect(monthOf(parseWhen('1904-05-02'), other)).toBe('květen 1904');
  expect(lengthOf(10, 'year', other)).toBe('10 let');
  expect(lengthOf(1, 'week', en)).toBe('1 week');
});
