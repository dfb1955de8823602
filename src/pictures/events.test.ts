import { describe, expect, test } from 'vitest';
import { parseWhen } from '../story/dates.ts';
import type { Event } from '../story/story.ts';
import { en } from '../words/en.ts';
import { layoutEvents } from './events.ts';
import { collisionsOf, SHAPES, type Shape } from './scene.ts';

const event = (edtf: string, title = 'The mayor of Brack sets out with a letter', more: Partial<Event> = {}) =>
  ({ date: parseWhen(edtf), title, isMoment: false, later: false, ...more }) as Event;

describe.each(Object.keys(SHAPES) as Shape[])('%s', (shape) => {
  const lay = (...entries: Event[]) => layoutEvents({ entries }, shape, en);
  // Dots of days that follow each other may touch; words may touch nothing.
  const faults = (scene: ReturnType<typeof lay>) => collisionsOf({ ...scene, marks: [] });

  test.each([
    ['days', ['1904-05-01', '1904-05-02', '1904-05-02', '1904-05-03', '1904-06-20']],
    ['months', ['1904-01', '1904-02-03', '1904-09-12/1904-10-01', '1905-02']],
    ['years', ['1804', '1870', '1870-01-01', '1904-05-02', '1905']],
    ['centuries', ['0900', '1904-05-02']],
    ['one day', ['1904-05-02']],
  ])('keeps words apart and everything inside: %s', (_, days) => {
    const scene = lay(...days.map((day) => event(day)));
    expect(faults(scene)).toEqual([]);
    for (const { box } of scene.marks) expect(box.top >= -6 && box.bottom <= scene.height + 1).toBe(true);
  });

  test('the axis is even, and words are in the order of time', () => {
    const scene = lay(event('1900', 'A'), event('1901', 'B'), event('1904', 'C'));
    const [a = 0, b = 0, c = 0] = scene.marks.map(({ box }) => (box.top + box.bottom) / 2);
    expect((c - b) / (b - a)).toBeCloseTo(3, 1);
    const places = ['A', 'B', 'C'].map((title) => scene.labels.find(({ lines }) => lines[0] === title)?.y ?? 0);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test('put back, nothing of a later day is left', () => {
    const scene = lay(
      event('1890'),
      event('1904-05-02', 'They meet', { isMoment: true }),
      event('1930', 'X', { later: true }),
    );
    const known = scene.labels.filter(({ later }) => !later).map(({ lines }) => lines.join(' '));
    expect(known.join(' ')).not.toMatch(/19[1-9]\d/);
  });

  test('nothing', () => expect(lay()).toMatchObject({ height: 0, labels: [], marks: [] }));
});
