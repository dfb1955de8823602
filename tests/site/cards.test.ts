import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cardAddress } from '../../src/story/addresses.ts';
import { dist } from '../support/build.ts';
import { attribute, readPages } from '../support/pages.ts';

/** The picture of each page but those that moved, which show that of another; undefined when there is none. */
const pictures = new Map<string, Buffer | undefined>();

beforeAll(() => {
  for (const { address, elements } of readPages(dist)) {
    if (elements.some((one) => attribute(one, 'content') === 'noindex')) continue;
    const file = path.join(dist, cardAddress(address));
    pictures.set(address, existsSync(file) ? readFileSync(file) : undefined);
  }
});

/** Runs a check on the card of every page and says which pages fail it. */
function onEveryCard(check: (png: Buffer) => string | false): void {
  expect(pictures.size).toBeGreaterThan(15);
  const faults = [...pictures].flatMap(([address, png]) => {
    const fault = png && check(png);
    return fault ? [`${address}: ${fault}`] : [];
  });
  expect(faults).toEqual([]);
}

describe('the cards', () => {
  test('every page has one', () => {
    expect([...pictures].filter(([, png]) => !png).map(([address]) => address)).toEqual([]);
  });

  test('each is a PNG of 1200 × 630 pixels', () => {
    onEveryCard((png) => {
      const size = `${png.toString('latin1', 1, 4)} ${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`;
      return size !== 'PNG 1200 × 630' && size;
    });
  });

  test('each is smaller than 60 kB', () => onEveryCard((png) => png.length >= 60_000 && `${png.length} bytes`));

  test('pages whose words differ have different cards', () => {
    const known = new Set([...pictures.values()].flatMap((png) => (png ? [png.toString('base64')] : [])));
    // Sources may share title, publisher and day; nothing else may.
    expect(known.size).toBeGreaterThan(pictures.size * 0.9);
  });

  test('what they were drawn from is not published', () =>
    expect(existsSync(path.join(dist, 'cards.json'))).toBe(false));
});
