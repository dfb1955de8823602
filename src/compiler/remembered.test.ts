import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { remembered } from './remembered.ts';

const cache = '.cache/test/remembered';

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true, force: true });
});

test('what was made of the same things is taken again, and nothing else is', async () => {
  vi.stubEnv('CACHE', cache);
  const make = vi.fn(async () => ({ bridge: new Map([['built', 1904]]) }));
  const ask = (from: unknown[], rooms = ['words']) => remembered({ name: 'bridge', of: ['small'], from, rooms }, make);
  const first = await ask(['stone']);
  expect(await ask(['stone'])).toEqual(first);
  expect(make).toHaveBeenCalledTimes(1);
  await ask(['iron']);
  await ask(['iron'], ['words', 'story']);
  expect(make).toHaveBeenCalledTimes(3);
  // One is kept for each.
  const [file = '', ...others] = readdirSync(path.join(cache, 'made'));
  expect(others).toEqual([]);
  writeFileSync(path.join(cache, 'made', file), 'broken');
  expect(await ask(['iron'])).toEqual(first);
  expect(make).toHaveBeenCalledTimes(4);
});

test('what cannot be made is not kept', async () => {
  vi.stubEnv('CACHE', cache);
  const parts = { name: 'bridge', of: ['small'], from: [], rooms: ['words'] };
  await expect(remembered(parts, () => Promise.reject(new Error('no stone')))).rejects.toThrow('no stone');
  expect(await remembered(parts, () => Promise.resolve('stone'))).toBe('stone');
});
