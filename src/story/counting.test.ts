import { expect, test } from 'vitest';
import { longestTogether } from './counting.ts';

test('the longest words of the columns of a table are counted together, an East Asian letter twice', () => {
  expect(longestTogether([])).toBe(0);
  expect(
    longestTogether([
      ['What', 'in the treaty'],
      ['no enlargement', '60–90'],
    ]),
  ).toBe('enlargement'.length + 'treaty'.length);
  expect(longestTogether([['橋'], ['a']])).toBe(2);
});
