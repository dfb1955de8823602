import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { parseWhen } from './dates.ts';
import { distanceInWords, durationInWords, lengthInWords } from './distance.ts';

const moment = parseWhen('1904-05-02T15:00-01:00/1904-05-02T16:00-01:00');

test.each([
  ['1904-05-02T14:30-01:00', '30 minutes before'],
  ['1904-05-02T10:00-01:00', '5 hours before'],
  ['1904-05-02T18:00+02:00', 'at the same time'],
  ['1904-05-02T19:30+02:00', '30 minutes after'],
  ['1904-05-02', 'on the same day'],
  ['1904-05-01', '1 day before'],
  ['1904-05-03', '1 day after'],
  ['1904-05-01T23:30-01:00', '1 day before'],
  ['1904-04-30', '2 days before'],
  ['1904-04-19', '13 days before'],
  ['1904-06-27', '56 days after'],
  ['1904-04-13~', 'about 19 days before'],
  ['1903-12', 'about 5 months before'],
  ['1904-05', 'at about the same time'],
  ['1904', 'at about the same time'],
  ['1905~', 'about 14 months after'],
  ['1872-06-01', '32 years before'],
  ['1891-12-08/1891-12-26', '12 years before'],
])('%s is %s', (edtf, words) => {
  expect(distanceInWords(parseWhen(edtf), moment, en)).toBe(words);
});

test('lengths take the unit that suits them', () => {
  expect(
    [0, 50, 119, 121, 47 * 60, 49 * 60, 60 * 1440, 62 * 1440, 700 * 1440, 740 * 1440].map((minutes) =>
      lengthInWords(minutes * 60_000, en),
    ),
  ).toEqual([
    '1 minute',
    '50 minutes',
    '119 minutes',
    '2 hours',
    '47 hours',
    '2 days',
    '60 days',
    '2 months',
    '23 months',
    '2 years',
  ]);
});

test.each([
  ['1904-05-02T15:00-01:00/1904-05-02T16:00-01:00', '60 minutes'],
  ['1904-05-02/1904-05-04', '3 days'],
  ['1904-05-02T15:00-01:00', undefined],
  ['1904-05-02', undefined],
  ['1904-05/1904-06', undefined],
])('%s lasted %s', (edtf, words) => {
  expect(durationInWords(parseWhen(edtf), en)).toBe(words);
});
