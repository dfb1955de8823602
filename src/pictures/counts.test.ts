import { describe, expect, test } from 'vitest';
import { parseWhen } from '../story/dates.ts';
import { NATURES } from '../story/kinds.ts';
import type { Count, Event } from '../story/story.ts';
import { en } from '../words/en.ts';
import { layoutCounts } from './counts.ts';
import { collisionsOf, SHAPES, type Shape } from './scene.ts';

const moment = {
  date: parseWhen('1904-05-02T15:00-01:00/1904-05-02T16:00-01:00'),
  title: 'Two mayors meet at an inn',
} as Event;
const count = (edtf: string, low: number, high = low, more: Partial<Count> = {}): Count => ({
  date: parseWhen(edtf),
  counter: 'The toll keeper of Aldmoor, in a letter to the Gazette',
  party: undefined,
  low,
  high,
  said: low === high ? `about ${low}` : `${low} to ${high}`,
  counted: 'carts that paid the toll on their way to the market',
  nature: 'present',
  event: undefined,
  sources: [],
  later: false,
  ...more,
});

const shapes = Object.keys(SHAPES) as Shape[];

describe.each(shapes)('%s', (shape) => {
  const lay = (entries: Count[]) => layoutCounts({ unit: 'carts', moment, entries }, shape, en);

  test('keeps words apart and everything inside', () => {
    expect(
      collisionsOf(
        lay([
          count('1904-04', 900),
          count('1904-05-01~/1904-05-03~', 1000, 1200),
          count('1905', 40, 40, { nature: 'leaving', later: true }),
        ]),
      ),
    ).toEqual([]);
  });

  test('a chart without counts is a chart all the same', () => {
    const scene = lay([]);
    expect(collisionsOf(scene)).toEqual([]);
    expect(scene.marks).toEqual([]);
  });

  test('a single count is a number set large, with what was counted, by whom and when, and no scale', () => {
    const scene = lay([count('1904-04', 900, 900, { nature: 'planned', said: 'between 900,000 and 1,200,000' })]);
    expect(collisionsOf(scene)).toEqual([]);
    expect([scene.marks, scene.ground]).toEqual([[], []]);
    const [number, ...others] = scene.labels;
    expect(number?.size).toBeGreaterThan(2 * scene.size);
    for (const { x, anchor = 'start' } of scene.labels) expect([x, anchor]).toEqual([0, 'start']);
    expect(others.map(({ lines }) => lines.join(' ').replaceAll('\u00a0', ' '))).toEqual([
      'carts that paid the toll on their way to the market, part of a plan, not a count',
      'The toll keeper of Aldmoor, in a letter to the Gazette, April 1904',
    ]);
  });

  test('two hundred counts of all kinds and sizes keep their order and never touch', () => {
    const many = Array.from({ length: 200 }, (_, at) =>
      count(
        `19${String(10 + Math.floor(at / 12)).padStart(2, '0')}-${String(1 + (at % 12)).padStart(2, '0')}`,
        10 ** (at % 9),
        10 ** (at % 9) * (1 + (at % 3)),
        {
          nature: NATURES[at % 3] ?? 'present',
          later: at > 150,
          counter:
            at % 5 === 0
              ? 'Somebody'
              : `Counter number ${at} of the united towns and villages along the river and beyond it`,
          counted: 'carts '.repeat(1 + (at % 14)).trim(),
        },
      ),
    );
    const scene = lay(many);
    expect(collisionsOf(scene)).toEqual([]);
    const places = many.map(
      ({ counter }) => scene.labels.find(({ lines }) => counter.startsWith(lines[0] ?? '-'))?.y ?? 0,
    );
    expect(places.every((y) => y > 0)).toBe(true);
  });

  test('draws a dot for a number, two and a bar for a range, a hollow one for a plan, an arrow for what leaves', () => {
    const other = count('1904-03', 700);
    const [, , ...marks] = lay([other, count('1904-04', 900)]).marks;
    expect(marks.map(({ drawn }) => drawn.match(/<\w+/g)?.join(''))).toEqual(['<circle']);
    const drawn = (more: Partial<Count>) => lay([other, count('1904-04', 800, 900, more)]).marks.at(-1)?.drawn ?? '';
    expect(drawn({}).match(/<\w+/g)).toEqual(['<path', '<circle', '<circle']);
    expect(drawn({ nature: 'planned' })).toContain('stroke-dasharray');
    expect(drawn({ nature: 'leaving' }).match(/<\w+/g)).toEqual(['<path']);
  });

  test('the greater number is further to the right', () => {
    const boxes = lay([100, 5000, 20000, 150000].map((low) => count('1904-04', low)))
      .marks.slice(1)
      .map(({ box }) => box.left);
    expect(boxes).toEqual(boxes.toSorted((a, b) => a - b));
    expect(new Set(boxes).size).toBe(4);
  });

  test('what was counted later is below the line of the key moment', () => {
    const { labels } = lay([
      count('1904-04', 900, 900, { counter: 'Early' }),
      count('1905', 40, 40, { counter: 'Late', later: true }),
    ]);
    const [early = 0, line = 0, late = 0] = ['Early', '2 May 1904', 'Late'].map(
      (words) => labels.find(({ lines }) => lines.join(' ').replaceAll('\u00a0', ' ').startsWith(words))?.y,
    );
    expect(early).toBeLessThan(line);
    expect(line).toBeLessThan(late);
    expect(labels.filter(({ later }) => later).length).toBeGreaterThan(2);
  });

  test('rows are never joined', () => {
    const scene = lay(
      Array.from({ length: 30 }, (_, at) => count(`1904-04-${String(at + 1).padStart(2, '0')}`, 900 + at * 10)),
    );
    for (const { drawn } of scene.marks) expect(drawn.match(/M[\d.]+ ([\d.]+)[^"]*L/)).toBeNull();
    expect(scene.ground.join('')).not.toMatch(/M[\d.]+ [\d.]+L/);
  });
});
