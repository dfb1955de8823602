import { expect, test } from 'vitest';
import { parseWhen } from '../story/dates.ts';
import { monthOf, shortDate } from './short-date.ts';

test.each([
  ['1904-05-02', '2\u00a0May', 'May 1904'],
  ['1904-05-02/1904-05-03', '2–3\u00a0May', 'May 1904'],
  ['1904-05-30/1904-06-02', '30\u00a0May–2\u00a0June', 'May 1904'],
  ['1904-05-08~', 'about 8\u00a0May', 'May 1904'],
  ['1904-05-10~/1904-05-13~', 'about 10–13\u00a0May', 'May 1904'],
  ['1904-05-02T23:35-01:00/1904-05-03T00:25-01:00', '2–3\u00a0May', 'May 1904'],
  ['1904-05-02T15:00-01:00/1904-05-02T16:00-01:00', '2\u00a0May', 'May 1904'],
  ['1904-05', 'May', 'May 1904'],
  ['1904', '1904', '1904'],
])('%s', (edtf, short, month) => {
  expect(shortDate(parseWhen(edtf))).toBe(short);
  expect(monthOf(parseWhen(edtf))).toBe(month);
});
