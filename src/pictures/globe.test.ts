import { expect, test } from 'vitest';
import { featuresOf, shapesOf, simplified, stateNames } from '../compiler/atlas.ts';
import { edges, pathOf, rings, sheet } from './globe.ts';

const frame = { west: 2, south: 54, east: 34, north: 71 };

test('a frame fills the width, east is right of west and north above south', () => {
  const { projection, width, height } = sheet(frame, 700);
  expect(width).toBe(700);
  const { left, right, top, bottom } = edges(projection, frame);
  expect([left, top].map(Math.round)).toEqual([0, 0]);
  expect([right, bottom].map(Math.round)).toEqual([700, height]);
});

test('the same frame on paper of half the width is half as high', () => {
  expect(Math.abs(sheet(frame, 350).height - sheet(frame, 700).height / 2)).toBeLessThanOrEqual(1);
});

test('a shape becomes steps in whole units that lead back to where they began', () => {
  const { projection } = sheet(frame, 700);
  const d = pathOf(projection, {
    type: 'Polygon',
    coordinates: [
      [
        [10, 60],
        [10, 65],
        [20, 65],
        [20, 60],
        [10, 60],
      ],
    ],
  });
  expect(d).toMatch(/^M\d+ \d+l(-?\d+[ -]?)+z$/);
  expect(d).not.toContain('.');
});

test('what lies outside of the frame is cut off, and what is too small to see is left out', () => {
  const { projection, width, height } = sheet(frame, 700);
  expect(
    pathOf(projection, {
      type: 'Polygon',
      coordinates: [
        [
          [-70, 0],
          [-70, 5],
          [-60, 5],
          [-60, 0],
          [-70, 0],
        ],
      ],
    }),
  ).toBe('');
  const [world] = rings(projection, {
    type: 'Polygon',
    coordinates: [
      [
        [-30, 40],
        [-30, 80],
        [70, 80],
        [70, 40],
        [-30, 40],
      ],
    ],
  });
  for (const [x, y] of world?.ring ?? []) expect(x >= -5 && y >= -5 && x <= width + 5 && y <= height + 5).toBe(true);
  expect(
    rings(projection, {
      type: 'Polygon',
      coordinates: [
        [
          [10, 60],
          [10, 60.001],
          [10.001, 60],
          [10, 60],
        ],
      ],
    }),
  ).toEqual([]);
});

test('the atlas knows states by code, and gets coarser when asked', () => {
  expect(stateNames().get('208')).toBe('Denmark');
  const corners = (unit: number) => simplified(unit, 0).arcs.flat().length;
  expect(corners(1e-5)).toBeLessThan(corners(1e-7));
  const coarse = simplified(1e-6, 1e-6);
  expect(shapesOf(coarse, ['208', '999'])).toHaveLength(1);
  expect(featuresOf(coarse).get('208')?.geometry.type).toMatch(/Polygon/);
});
