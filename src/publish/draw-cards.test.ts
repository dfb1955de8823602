import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card } from '../pictures/card-layout.ts';
import { placeCards, type CardFolders } from './draw-cards.ts';

let folder: string;
let folders: CardFolders;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cards-'));
  folders = { cards: path.join(folder, 'cache'), fonts: '.cache/fonts' };
});
afterEach(() => rmSync(folder, { recursive: true }));

const card = (id: string, title: string): Card => ({
  page: `/${id}/`,
  image: `/cards/${id}.png`,
  alt: title,
  site: 'The Letter and the Bridge',
  language: 'en',
  kicker: 'Explainer',
  title,
  lines: [],
  at: 0,
});
const site = () => path.join(folder, 'site');

test('each card is at the address that its page names, and is drawn once', async () => {
  const cards = [card('bridge', 'The bridge'), card('bridge/toll', 'The toll')];
  expect(await placeCards(cards, site(), folders)).toHaveLength(2);
  expect(readFileSync(path.join(site(), 'cards/bridge/toll.png')).subarray(1, 4).toString()).toBe('PNG');
  const before = readdirSync(folders.cards).map((name) => statSync(path.join(folders.cards, name)).mtimeMs);
  expect(await placeCards([card('bridge', 'The bridge'), card('other', 'The toll')], site(), folders)).toEqual([]);
  expect(readdirSync(folders.cards).map((name) => statSync(path.join(folders.cards, name)).mtimeMs)).toEqual(before);
  expect(existsSync(path.join(site(), 'cards/other.png'))).toBe(true);
});

test('only what changed is drawn again', async () => {
  await placeCards([card('bridge', 'The bridge'), card('toll', 'The toll')], site(), folders);
  const done = await placeCards([card('bridge', 'The old bridge'), card('toll', 'The toll')], site(), folders);
  expect(done.map(({ page }) => page)).toEqual(['/bridge/']);
});

test('a site without cards is left alone', async () => {
  expect(await placeCards([], site(), folders)).toEqual([]);
  expect(existsSync(site())).toBe(false);
});

test('a card that cannot be drawn is named', async () => {
  const long = card('endless', 'word '.repeat(2000));
  await expect(placeCards([card('bridge', 'The bridge'), long], site(), folders)).rejects.toThrow(
    'the card of /endless/ (“word',
  );
  expect(existsSync(site())).toBe(false);
});

test('letters that the typeface has not stop the build, and say how to bring one that has', async () => {
  await expect(placeCards([card('bridge', 'The 桥')], site(), folders)).rejects.toThrow(
    /the card of \/bridge\/ .*the typeface has no “桥”; name one that has in story.yaml/,
  );
});

test('a story may bring a typeface for letters that ours lacks, also for those that join', async () => {
  const japanese = { ...card('asteroid', 'はやぶさ2の帰還'), site: '小惑星', lines: [] };
  const drawn = await placeCards([japanese], site(), folders, '@fontsource/sawarabi-mincho');
  expect(drawn).toMatchObject([{ missing: '' }]);
  const arabic = { ...card('temple', 'معبدا أبو سمبل'), site: 'النوبة', rtl: true as const };
  expect(await placeCards([arabic], site(), folders, '@fontsource/noto-naskh-arabic')).toMatchObject([{ missing: '' }]);
  await expect(placeCards([arabic], site(), folders, 'no-such-font')).rejects.toThrow('npm install no-such-font');
});
