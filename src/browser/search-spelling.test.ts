import { expect, test } from 'vitest';
import { meant, slips } from './search-spelling.ts';

const vocabulary = {
  names: new Set(['lavrov', 'stoltenberg', 'zelensky', 'zelenskiy', 'putin', 'kyiv', 'nato', 'biden', 'путин']),
  others: new Set(['guarantees', 'talks', 'hotline']),
};

test.each([
  ['lavrov', 'lavrov', 0],
  ['lavrof', 'lavrov', 1],
  ['lvarov', 'lavrov', 1],
  ['lavro', 'lavrov', 1],
  ['lavrrov', 'lavrov', 1],
  ['lawrof', 'lavrov', 2],
  ['stoltenberg', 'lavrov', Infinity],
])('from %s to %s: %d', (one, other, many) => {
  expect(slips(one, other, 2)).toBe(many);
  expect(slips(other, one, 2)).toBe(many);
});

test.each([
  ['lavrof', 'lavrov'],
  ['stoltenburg', 'stoltenberg'],
  ['zelenskyi', 'zelensky'],
  ['putn', 'putin'],
  ['bidden', 'biden'],
  ['путинн', 'путин'],
  ['guarantes', 'guarantees'],
])('%s is meant as %s', (word, expected) => expect(meant(word, vocabulary)).toBe(expected));

test.each(['nat', 'tanks', 'trump', 'guarant', '1997', 'constructor', ''])('%s stays as it is', (word) =>
  expect(meant(word, vocabulary)).toBeUndefined(),
);
