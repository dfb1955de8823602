import { expect, test } from 'vitest';
import { channelsOf, contrast, linear } from '../../tests/support/colours.ts';
import { coloursOf } from '../pictures/card-layout.ts';
import { COLOUR_STYLES } from '../pictures/colour-styles.ts';
import { PARTY_COLOURS } from '../story/kinds.ts';

type Triple = readonly [number, number, number];

/**
 * What is left of linear RGB: with all cones, and without those for red, green or blue (Machado, Oliveira and Fernandes
 * 2009, severity 1).
 */
const SIGHT: Record<string, readonly [Triple, Triple, Triple]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const times = (rows: readonly Triple[], [a, b, c]: Triple) => rows.map(([x, y, z]) => x * a + y * b + z * c);

/** A colour in Oklab (https://bottosson.github.io/posts/oklab/), where a distance is how different two colours look. */
function oklab(colour: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  ) as unknown as Triple;
}

test.each(['light', 'dark'] as const)(
  'the colours of parties can be told apart in the %s theme, however one sees',
  (theme) => {
    const colours = coloursOf(COLOUR_STYLES, theme);
    const alike = Object.entries(SIGHT).flatMap(([sight, rows]) => {
      const seen = PARTY_COLOURS.map((name) =>
        oklab(times(rows, linear(channelsOf(colours[`party-${name}`])) as unknown as Triple) as unknown as Triple),
      );
      return seen.flatMap((one, at) =>
        seen.slice(at + 1).flatMap((other, more) => {
          const apart = Math.hypot(...one.map((value, axis) => value - (other[axis] ?? 0)));
          return apart < 0.06
            ? [`${PARTY_COLOURS[at]} and ${PARTY_COLOURS[at + 1 + more]} with ${sight}: ${apart}`]
            : [];
        }),
      );
    });
    expect(alike).toEqual([]);
  },
);

test.each(['light', 'dark'])('all words but those in a colour have a contrast of 7 (AAA), %s', (theme) => {
  const colour = (name: string) =>
    channelsOf(new RegExp(`--${name}: .*--${theme}, (#[0-9a-f]{6})\\)`).exec(COLOUR_STYLES)?.[1] ?? '');
  const low = ['ink', 'soft'].flatMap((ink) =>
    ['paper', 'sheet', 'mark'].flatMap((ground) => {
      const found = contrast(colour(ink), colour(ground));
      return found >= 7 ? [] : [`--${ink} on --${ground} has ${found.toFixed(2)}`];
    }),
  );
  expect(low).toEqual([]);
});
