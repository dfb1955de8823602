import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { cardAddress } from '../../src/story/addresses.ts';
import { readPages } from '../support/pages.ts';
import { storySite } from '../support/sites.ts';

/** The picture that a shared link shows: of each page that has one, and the pages that have none. */
const cards = new Map<string, Buffer>();
const without: string[] = [];

beforeAll(() => {
  // A page that moved shows the card of another.
  for (const { address } of readPages(storySite.folder).filter((page) => page.isOwn || page.address === '/404.html')) {
    const file = path.join(storySite.folder, cardAddress(address));
    if (existsSync(file)) cards.set(address, readFileSync(file));
    else without.push(address);
  }
});

test('every page has a card', () => expect(without).toEqual([]));

test('each card is a PNG of 1200 × 630 pixels and less than 60 kB', () => {
  const faults = [...cards].flatMap(([address, png]) => {
    const size = `${png.toString('latin1', 1, 4)} ${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`;
    return size === 'PNG 1200 × 630' && png.length < 60_000 ? [] : [`${address}: ${size}, ${png.length} bytes`];
  });
  expect(faults).toEqual([]);
});

test('pages whose words differ have different cards', () => {
  // The records of sources have one for each type.
  const own = [...cards].filter(([address]) => !/^\/sources\/./.test(address)).map(([, png]) => png.toString('base64'));
  expect(new Set(own).size).toBeGreaterThan(own.length * 0.9);
  expect(new Set([...cards.values()].map((png) => png.toString('base64'))).size).toBeGreaterThan(new Set(own).size);
});
