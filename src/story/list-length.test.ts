import { expect, test } from 'vitest';
import { howManyFit } from './list-length.ts';

test.each([
  [[], 10, 0],
  [['four', 'four'], 8, 2],
  [['four', 'four', 'x'], 8, 2],
  [['longer than all', 'x'], 8, 0],
  [['four', 'longer', 'x'], 5, 1],
])('of %j, in %i letters, the first %i fit', (texts, letters, count) => expect(howManyFit(texts, letters)).toBe(count));
