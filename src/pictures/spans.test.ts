import { describe, expect, test } from 'vitest';
import { isAfter, parseWhen } from '../story/dates.ts';
import type { Event, TimeSpan } from '../story/story.ts';
import { en } from '../words/en.ts';
import { grow, overlap } from './boxes.ts';
import { boxOf, collisionsOf, linesOf, SHAPES, type Shape } from './scene.ts';
import { layoutSpans, type SpansData } from './spans.ts';

const moment = { date: parseWhen('1904-05-02') } as Event;
const span = (from: string, until?: string, more: Partial<TimeSpan> = {}): TimeSpan => {
  const [date, end] = [parseWhen(from), until === undefined ? undefined : parseWhen(until)];
  const later = isAfter(date, moment.date);
  const endsLater = end !== undefined && isAfter(end, moment.date);
  return {
    date,
    until: end,
    what: 'in force',
    partly: false,
    event: undefined,
    sources: [],
    later,
    endsLater,
    ...more,
  };
};
const row = (...spans: TimeSpan[]): SpansData['rows'][number] => ({
  name: 'The penny of Aldmoor',
  about: 'a toll on every cart and wagon',
  spans,
});

describe.each(Object.keys(SHAPES) as Shape[])('%s', (shape) => {
  const lay = (...rows: SpansData['rows']) => layoutSpans({ moment, rows }, shape, en);
  const words = (scene: ReturnType<typeof lay>, back = false) =>
    scene.labels.filter((label) => (back ? !label.later : !label.then)).map(({ lines }) => lines.join(' '));

  test('keeps words apart and everything inside, now and put back', () => {
    const scene = lay(
      row(span('1850', '1890'), span('1890', '1903'), span('1903', '1920', { partly: true })),
      row(span('1904-05-01')),
      row(span('1905', '1930'), span('1930', '1931')),
      row(span('0900')),
    );
    expect(collisionsOf(scene)).toEqual([]);
  });

  test('no line goes through words', () => {
    const scene = lay(...Array.from({ length: 4 }, () => row(span('1850', '1890'), span('1890', '1920'))));
    const lines = [...scene.ground.join('').matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)/g)].map(([, ...at]) =>
      at.map(Number),
    );
    expect(lines.length).toBeGreaterThan(4);
    const words = scene.labels.flatMap((label) => linesOf(label, scene.size).map((box) => grow(box, -1, -1)));
    const through = lines.filter(([x = 0, top = 0, bottom = 0]) =>
      words.some((box) => overlap(box, { left: x, right: x, top, bottom })),
    );
    expect(through).toEqual([]);
  });

  test('no words but its own day stand on the line of the key moment, where there is room beside it', () => {
    const about = 'a toll on every cart and on each wagon too';
    const spans = [span('1850', '1890'), span('1890', '1908', { what: 'in force for some' }), span('1905', '1925')];
    const scene = lay({ name: 'The penny', about, spans }, row(span('1920', '1925', { what: 'again' })));
    const [, accent = ''] = /d="([^"]+)"/.exec(scene.ground[1] ?? '') ?? [];
    const [, x] = /^M([\d.]+) /.exec(accent) ?? [];
    const on = scene.labels.slice(1).filter((label) => {
      const { left, right } = boxOf(label, scene.size);
      return label.y > 3 * scene.size && left < Number(x) && right > Number(x);
    });
    expect(on.map(({ lines }) => lines.join(' '))).toEqual([]);
    expect(collisionsOf(scene)).toEqual([]);
  });

  test('many short spans in one row each have their words', () => {
    const spans = Array.from({ length: 12 }, (_, at) => span(String(1880 + at), String(1881 + at)));
    const scene = lay(row(...spans), row(span('1700', '1800')));
    expect(collisionsOf(scene)).toEqual([]);
    expect(words(scene).filter((one) => one.startsWith('in force'))).toHaveLength(13);
  });

  test('what ended after the key moment is open there while the site is put back', () => {
    const scene = lay(row(span('1890', '1950')));
    expect(words(scene)).toContain('in force, 1890–1950');
    expect(words(scene, true)).toContain('in force since 1890');
    expect(words(scene, true).join(' ')).not.toMatch(/19[1-9]\d/);
    expect(scene.marks.map(({ later, then }) => [later ?? false, then ?? false])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test('a span whose end nobody told goes no further than the key moment', () => {
    const scene = lay(row(span('1890')), row(span('1891', '1950')));
    const [open, known] = scene.marks;
    expect(known?.box.right).toBeGreaterThan(open?.box.right ?? Infinity);
    expect(open?.box.right).toBeLessThan(scene.width / 1.2);
  });

  test('nothing but the key moment', () => {
    expect(words(lay())).toEqual(['2 May 1904']);
    expect(collisionsOf(lay())).toEqual([]);
  });
});
