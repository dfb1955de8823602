import { describe, expect, test } from 'vitest';
import { parseWhen } from '../story/dates.ts';
import type { Hour } from '../story/story.ts';
import { en } from '../words/en.ts';
import { layoutHours, stretchesOf } from './hours.ts';
import { collisionsOf, SHAPES, type Shape } from './scene.ts';

const clocks = [
  { place: 'Aldmoor', zone: 'Etc/GMT+1' },
  { place: 'Kathmandu', zone: 'Asia/Kathmandu' },
  { place: 'Brack', zone: 'Etc/GMT-2' },
];
const hour = (
  edtf: string,
  what = 'The mayor of Brack sets out with a letter in her hand',
  isMoment = false,
): Hour => ({ date: parseWhen(edtf), what, isMoment, event: undefined, sources: [], later: false });
const words = (labels: readonly { lines: readonly string[] }[]) =>
  labels.map(({ lines }) => lines.join(' ').replaceAll('\u00a0', ' '));

describe.each(Object.keys(SHAPES) as Shape[])('%s', (shape) => {
  const lay = (entries: Hour[], some = clocks) => layoutHours({ clocks: some, entries }, shape, en);

  test('keeps words apart and everything inside', () => {
    expect(
      collisionsOf(
        lay([
          hour('1904-05-01'),
          hour('1904-05-02T13:10-01:00'),
          hour('1904-05-02T15:00-01:00/1904-05-02T16:00-01:00', 'They talk', true),
          hour('1904-05-03'),
        ]),
      ),
    ).toEqual([]);
  });

  test('nothing, and a story without clocks', () => {
    expect(lay([])).toMatchObject({ height: 0, labels: [], marks: [] });
    const scene = lay([hour('1904-05-02T13:10-01:00')], []);
    expect(collisionsOf(scene)).toEqual([]);
    expect(words(scene.labels)).toEqual(expect.arrayContaining(['UTC', '14:10']));
  });

  test('a hundred moments in one afternoon make room for each other in their order', () => {
    const many = Array.from({ length: 100 }, (_, at) =>
      hour(`1904-05-02T${String(12 + Math.floor(at / 30))}:${String((at % 30) * 2).padStart(2, '0')}-01:00`, `N${at}`),
    );
    const scene = lay(many);
    expect(collisionsOf(scene)).toEqual([]);
    const places = many.map(({ what }) => scene.labels.find(({ lines }) => lines[0] === what)?.y ?? 0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBe(100);
  });

  test('every clock has its own whole hours, and midnight its day', () => {
    const { labels } = lay([hour('2004-05-02T18:00-01:00'), hour('2004-05-02T20:30-01:00')]);
    expect(words(labels)).toEqual(expect.arrayContaining(['19:00', '23:00', '3 May']));
    // Kathmandu is a quarter of an hour off, so its hours are between those of the others.
    const { labels: two } = lay([hour('2004-05-02T12:00-01:00'), hour('2004-05-02T14:00-01:00')], clocks.slice(0, 2));
    const [ours = 0, theirs = 0] = ['13:00', '20:00'].map((clock) => two.find(({ lines }) => lines[0] === clock)?.y);
    expect(theirs).toBeGreaterThan(ours);
  });

  test('a clock that was minutes and seconds off has its hours all the same', () => {
    const { labels } = lay([hour('1904-05-02T12:00-01:00'), hour('1904-05-02T14:00-01:00')], clocks.slice(1, 2));
    expect(words(labels)).toEqual(expect.arrayContaining(['19:00', '20:00']));
  });
});

describe('the stretches of a story', () => {
  const shape = (entries: Hour[]) => stretchesOf(entries).map(({ moments, days }) => [moments.length, days.length]);

  test('days alone, moments alone', () => {
    expect(shape([])).toEqual([]);
    expect(shape([hour('1904-05-01'), hour('1904-05-02')])).toEqual([[0, 2]]);
    expect(shape([hour('1904-05-02T15:00-01:00')])).toEqual([[1, 0]]);
  });

  test('a day between near moments is listed with them, one before or after them by itself', () => {
    expect(
      shape([
        hour('1904-05-01'),
        hour('1904-05-02T15:00-01:00'),
        hour('1904-05-02'),
        hour('1904-05-02T16:00-01:00'),
        hour('1904-05-03'),
      ]),
    ).toEqual([
      [0, 1],
      [2, 1],
      [0, 1],
    ]);
  });

  test('moments that lie far apart have scales of their own', () => {
    expect(shape([hour('1904-05-02T01:00-01:00'), hour('1904-05-02'), hour('1904-05-02T16:00-01:00')])).toEqual([
      [1, 0],
      [0, 1],
      [1, 0],
    ]);
  });
});
