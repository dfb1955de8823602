import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdirSync, rmSync } from 'node:fs';
import { build, root } from '../support/build.ts';
import { bytesOf } from '../support/tree.ts';

/** Nothing from outside changes a build but the variables that the README lists. */
const folder = path.join(root, '.cache/test/environment');
const story = 'tests/stories/small';
const quick = { CARDS: 'off', PRECOMPRESS: 'off' };

/** Names that Astro, Vite, hosts and tools read, or that a shell may hold by chance. */
const HOSTILE: NodeJS.ProcessEnv = {
  SITE: 'foo',
  BASE_URL: 'foo',
  BASE: '/foo/',
  ASSETS_PREFIX: 'https://other.example/',
  OUT_DIR: '/tmp/foo',
  MODE: 'foo',
  DEV: '1',
  PROD: '',
  SSR: '',
  TEST: '1',
  VITEST: 'true',
  NODE_ENV: 'development',
  VITE_USER_NODE_ENV: 'development',
  PUBLIC_SITE: 'foo',
  BROWSERSLIST: 'ie 6',
  BROWSERSLIST_ENV: 'foo',
  URL: 'https://other.example/',
  DEPLOY_URL: 'https://other.example/',
  CI: '1',
  NETLIFY: 'true',
  CF_PAGES: '1',
  SOURCE_DATE_EPOCH: '0',
  FORCE_COLOR: '3',
  TZ: 'Asia/Kathmandu',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a hostile environment changes no byte', async () => {
  const [calm, hostile] = [path.join(folder, 'calm'), path.join(folder, 'hostile')];
  const built = [
    await build({ story, out: calm, env: quick }),
    await build({ story, out: hostile, env: { ...quick, ...HOSTILE } }),
  ];
  for (const { ok, output } of built) expect(ok, output).toBe(true);
  expect(bytesOf(hostile)).toEqual(bytesOf(calm));
});

describe('a variable that is wrong', () => {
  test.each([
    ['SITE_URL', 'example.org'],
    ['SITE_URL', ''],
    ['STORY', ''],
    ['STORY', '../elsewhere'],
  ])('%s=%s is told in one line, and nothing is built', async (name, value) => {
    const out = path.join(folder, 'wrong');
    const { ok, output } = await build({ out, env: { ...quick, [name]: value } });
    expect(ok).toBe(false);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(name);
  });
});
