import { expect, test } from 'vitest';
import { differingBits, fingerprint } from './fingerprint.ts';

const rain = 'The rain came down all night over the town, and nobody could cross the bridge before the morning broke.';
const toll =
  'Council minutes record that every waggon paid a penny, that mayors argued, and that clerks wrote everything twice.';

test('the same text has the same fingerprint', () => {
  expect(fingerprint(rain)).toBe(fingerprint(rain));
  expect(fingerprint(rain)).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint('')).toBe('0000000000000000');
});

test('an edited text is nearer to itself than to another', () => {
  const edited = rain.replace('all night', 'since noon').replace('nobody', 'no waggon');
  expect(differingBits(fingerprint(rain), fingerprint(edited))).toBeLessThan(16);
  expect(differingBits(fingerprint(rain), fingerprint(toll))).toBeGreaterThan(20);
});
