import { expect, test } from 'vitest';
import { hint, nearest } from './nearest.ts';

const names = ['sergey-lavrov', 'sergei-ryabkov', 'nato'];

test.each([
  ['sergei-lavrov', 'sergey-lavrov'],
  ['lavrov', 'sergey-lavrov'],
  ['NATO', 'nato'],
  ['natoo', 'nato'],
])('%s is nearest to %s', (name, found) => expect(nearest(name, names)).toBe(found));

test('nothing near is nothing', () => {
  expect(nearest('xylophone', names)).toBeUndefined();
  expect(nearest('nato', [])).toBeUndefined();
  expect(hint('xylophone', names)).toBe('');
});

test('a hint follows a message', () => expect(hint('natto', names)).toBe('; did you mean “nato”?'));
