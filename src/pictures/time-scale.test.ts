import { describe, expect, test } from 'vitest';
import { distanceFrom, middleOf, timeScale, type Span } from './time-scale.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;
const moment = { first: 0, last: HOUR - 1 };
const point = (time: number): Span => ({ first: time, last: time });
const spans = [point(-32 * YEAR), point(-30 * DAY), point(-DAY), point(12 * HOUR), point(56 * DAY)];
const scale = timeScale(moment, spans, 0.04);

describe('places on the axis', () => {
  test('run from the earliest to the latest, with the key moment as a band between them', () => {
    expect(scale.at(-32 * YEAR)).toBe(0);
    expect(scale.at(56 * DAY)).toBeCloseTo(1, 9);
    expect(scale.moment.to - scale.moment.from).toBeCloseTo(0.04, 9);
    expect(scale.at(moment.first)).toBeCloseTo(scale.moment.from, 9);
    expect(scale.at(moment.last)).toBeCloseTo(scale.moment.to, 6);
  });

  test('keep the order of time', () => {
    const times = [
      -32 * YEAR,
      -10 * YEAR,
      -YEAR,
      -30 * DAY,
      -DAY,
      -HOUR,
      -1,
      0,
      HOUR / 2,
      HOUR - 1,
      HOUR,
      DAY,
      7 * DAY,
      56 * DAY,
    ];
    const places = times.map(scale.at);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places.map((place) => place.toFixed(9))).size).toBe(times.length);
  });

  test('are the same distance away on both sides, and equal factors of time are equal far apart', () => {
    const { from, to } = scale.moment;
    for (const away of [HOUR, DAY, 30 * DAY])
      expect(from - scale.at(moment.first - away)).toBeCloseTo(scale.at(moment.last + away) - to, 9);
    const step = (a: number, b: number) => scale.at(-a) - scale.at(-b);
    expect(step(3 * YEAR, 30 * YEAR)).toBeCloseTo(step(0.3 * YEAR, 3 * YEAR), 2);
    // The nearer, the more room an hour has.
    expect(step(2 * HOUR, 3 * HOUR)).toBeGreaterThan(20 * step(1000 * HOUR, 1001 * HOUR));
  });

  test('stay on the axis for times outside it', () => {
    expect([scale.at(-99 * YEAR), scale.at(99 * YEAR)]).toEqual([0, 1]);
  });
});

describe('the labelled distances', () => {
  test('are told on both sides, from the farthest to the nearest and out again', () => {
    expect(scale.steps.map(({ count, unit, side }) => `${count} ${unit} ${side}`)).toEqual([
      '30 year before',
      '10 year before',
      '1 year before',
      '1 month before',
      '1 week before',
      '1 day before',
      '6 hour before',
      '6 hour after',
      '1 day after',
      '1 week after',
      '1 month after',
    ]);
    expect(scale.steps.map(({ at }) => at)).toEqual(scale.steps.map(({ at }) => at).sort((a, b) => a - b));
  });

  test('are in the right places', () => {
    for (const { count, unit, side, at } of scale.steps)
      if (count === 1 && unit === 'day')
        expect(at).toBeCloseTo(scale.at(side === 'before' ? -DAY : moment.last + DAY), 9);
  });

  test('and the fine divisions are in order and on the axis', () => {
    expect(scale.notches.length).toBeGreaterThan(30);
    expect(scale.notches).toEqual([...scale.notches].sort((a, b) => a - b));
    for (const at of scale.notches) expect(at >= 0 && at <= 1).toBe(true);
  });
});

describe('stories of other shapes', () => {
  test('one event is in the middle', () => {
    const alone = timeScale(moment, [], 0.04);
    expect(alone.moment.from).toBeCloseTo(0.48, 9);
    expect(alone.steps).toEqual([]);
  });

  test('all before or all after leave the other side short, but not empty', () => {
    const before = timeScale(moment, [point(-YEAR), point(-DAY)], 0.04).moment;
    expect(before.to).toBeGreaterThan(0.85);
    expect(before.to).toBeLessThan(0.99);
    const after = timeScale(moment, [point(YEAR), point(2 * DAY)], 0.04).moment;
    expect(after.from).toBeLessThan(0.15);
    expect(after.from).toBeGreaterThan(0.01);
  });

  test('everything at the moment itself falls into its band', () => {
    const same = timeScale(moment, [moment, moment], 0.04);
    expect(same.at(middleOf(moment))).toBeCloseTo(0.5, 6);
  });

  test.each([1, 1000])('a moment of %i milliseconds and events ages away', (length) => {
    const far = timeScale({ first: 0, last: length - 1 }, [point(-1500 * YEAR), point(-15 * YEAR)], 0.04);
    expect(far.steps.map(({ count }) => count)).toContain(1000);
    expect(far.at(-15 * YEAR)).toBeLessThan(far.moment.from);
  });
});

test('distance is negative before, nothing while it lasts, positive after', () => {
  expect([-5, 0, 10, HOUR - 1, HOUR + 9].map((time) => distanceFrom(time, moment))).toEqual([-5, 0, 0, 0, 10]);
});
