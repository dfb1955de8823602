import { expect, test } from 'vitest';
import { resolveMoves } from './moves.ts';

const served = new Set(['/a/', '/a/#one', '/b/#two']);
const run = (pairs: Record<string, string>) => {
  const { moves, faults } = resolveMoves(
    Object.entries(pairs).map(([from, to]) => ({ from, to })),
    (address) => served.has(address),
  );
  return { moves: Object.fromEntries(moves), faults: faults.map(({ reason }) => reason) };
};

test('a move leads to where the thing is now', () =>
  expect(run({ '/a/#old': '/a/#one' })).toEqual({ moves: { '/a/#old': '/a/#one' }, faults: [] }));

test('a chain is followed to its end, across pages', () =>
  expect(run({ '/a/#first': '/a/#second', '/a/#second': '/c/#third', '/c/#third': '/b/#two' }).moves).toEqual({
    '/a/#first': '/b/#two',
    '/a/#second': '/b/#two',
    '/c/#third': '/b/#two',
  }));

test('a circle is a fault', () => expect(run({ '/x/': '/y/', '/y/': '/x/' }).faults[0]).toContain('moves in a circle'));
test('a move to itself is a fault', () => expect(run({ '/x/': '/x/' }).faults[0]).toContain('moves in a circle'));
test('a move to nowhere is a fault', () =>
  expect(run({ '/x/': '/y/' }).faults[0]).toContain('/x/ moves to /y/, which is not served'));
test('a move from what is still served is a fault', () =>
  expect(run({ '/a/': '/b/#two' }).faults[0]).toContain('still served'));
