import { expect, test } from 'vitest';
import { hint, nearest } from './nearest.ts';

const names = ['sergey-brin-street', 'sergei-park', 'opec'];

test.each([
  ['sergei-brin-street', 'sergey-brin-street'],
  ['brin', 'sergey-brin-street'],
  ['OPEC', 'opec'],
  ['opecc', 'opec'],
])('%s is nearest to %s', (name, found) => expect(nearest(name, names)).toBe(found));

test('nothing near is nothing', () => {
  expect(nearest('xylophone', names)).toBeUndefined();
  expect(nearest('opec', [])).toBeUndefined();
  expect(hint('xylophone', names)).toBe('');
});

test('a hint follows a message', () => expect(hint('opecs', names)).toBe('; did you mean “opec”?'));
