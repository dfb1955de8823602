import { expect, test } from 'vitest';
import { featuresOf, shapesOf, simplified, stateNames } from '../compiler/atlas.ts';
import { edgesOf, pathData, sheetOf } from './lands.ts';

const frame = { west: 2, south: 54, east: 34, north: 71 };

test('a frame fills the width, east is right of west and north above south', () => {
  const { projection, width, height } = sheetOf(frame, frame, 700);
  expect(width).toBe(700);
  const { left, right, top, bottom } = edgesOf(projection, frame);
  expect([left, top].map(Math.round)).toEqual([0, 0]);
  expect([right, bottom].map(Math.round)).toEqual([700, height]);
});

test('the same frame on paper of half the width is half as high', () => {
  expect(Math.abs(sheetOf(frame, frame, 350).height - sheetOf(frame, frame, 700).height / 2)).toBeLessThanOrEqual(1);
});

test('a part of a frame is the same land at another size', () => {
  const part = { west: 5, south: 54, east: 32, north: 66 };
  const [whole, half] = [sheetOf(frame, frame, 700).projection, sheetOf(frame, part, 320).projection];
  const scale = half.scale() / whole.scale();
  const across = (projection: typeof whole) => (projection([25, 60])?.[0] ?? 0) - (projection([10, 56])?.[0] ?? 0);
  expect(across(half)).toBeCloseTo(across(whole) * scale, 6);
});

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west, north],
      [east, north],
      [east, south],
      [west, south],
    ],
  ],
});

/** The corners of a path. */
const cornersOf = (d: string) => {
  let [x, y] = [0, 0];
  return [...d.matchAll(/[Ml](-?\d+) ?(-?\d+)/g)].map(([, across, down]) => {
    [x, y] = [x + Number(across), y + Number(down)];
    return [x, y] as const;
  });
};

test('a shape becomes steps in whole units that lead along its corners', () => {
  const { projection } = sheetOf(frame, frame, 700);
  const d = pathData(projection, square(10, 60, 20, 65));
  expect(d).toMatch(/^M\d+ \d+(l-?\d+[ -]?\d+)+Z$/);
  const found = cornersOf(d).map((corner) => corner.join());
  for (const corner of [
    [10, 65],
    [20, 65],
    [20, 60],
  ] as const)
    expect(found).toContain(
      projection([...corner])
        ?.map(Math.round)
        .join(),
    );
});

test('what lies outside of the frame is cut off, and what is too small to see is left out', () => {
  const { projection, width, height } = sheetOf(frame, frame, 700);
  expect(pathData(projection, square(-70, 0, -60, 5))).toBe('');
  expect(pathData(projection, square(10, 60, 10.001, 60.001))).toBe('');
  const world = cornersOf(pathData(projection, square(-30, 40, 70, 80)));
  expect(world.length).toBeGreaterThan(3);
  for (const [x, y] of world) expect(x >= -5 && y >= -5 && x <= width + 5 && y <= height + 5).toBe(true);
});

test('the atlas knows states by code, and gets coarser when asked', () => {
  expect(stateNames().get('208')).toBe('Denmark');
  const corners = (unit: number) => simplified(unit, 0).arcs.flat().length;
  expect(corners(1e-5)).toBeLessThan(corners(1e-7));
  const coarse = simplified(1e-6, 1e-6);
  expect(shapesOf(coarse, ['208', '999'])).toHaveLength(1);
  expect(featuresOf(coarse).get('208')?.geometry.type).toMatch(/Polygon/);
});
