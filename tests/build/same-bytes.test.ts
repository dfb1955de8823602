import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, bytesOf, root } from '../support/build.ts';
import { printStory } from '../support/print-story.ts';
import { smallSite, storySite, type Site } from '../support/sites.ts';
import { entries } from '../support/story.ts';

/** The same code and content give the same bytes, whatever the folder, the environment and what was kept before. */
const elsewhere = mkdtempSync(path.join(tmpdir(), 'same-bytes-'));
const house = path.join(elsewhere, 'another house');

/** Names that Astro, Vite, hosts and tools read, or that a shell may hold by chance. */
const HOSTILE: NodeJS.ProcessEnv = {
  SITE: 'foo',
  BASE_URL: 'foo',
  BASE: '/foo/',
  ASSETS_PREFIX: 'https://other.example/',
  ASTRO_KEY: 'foo',
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
  PAGEFIND_BINARY_PATH: '/tmp/foo',
  PAGEFIND_FORCE_LANGUAGE: 'de',
  npm_config_arch: 'foo',
  URL: 'https://other.example/',
  DEPLOY_URL: 'https://other.example/',
  CI: '1',
  NETLIFY: 'true',
  CF_PAGES: '1',
  SOURCE_DATE_EPOCH: '0',
  FORCE_COLOR: '3',
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
};

beforeAll(() => {
  mkdirSync(house);
  for (const name of [
    ...['src', 'public', 'deploy', 'astro.config.mjs', 'package.json', 'tsconfig.json'],
    'tests/stories',
  ])
    cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
});
afterAll(() => rmSync(elsewhere, { recursive: true }));

/** Builds a site again from nothing in the other folder; gives the files that came out otherwise. */
async function differences({ folder, story, url }: Site, env: NodeJS.ProcessEnv): Promise<string[]> {
  const out = path.join(house, 'dist');
  const { ok, output } = await build({ story: path.relative(root, story), site: url, out, cwd: house, env });
  expect(ok, output).toBe(true);
  const [here, there] = [bytesOf(folder), bytesOf(out)];
  return [...new Set([...here.keys(), ...there.keys()])].filter((name) => here.get(name) !== there.get(name));
}

test('the small story with all its cards, in a hostile environment', async () => {
  expect(await differences(smallSite, HOSTILE)).toEqual([]);
});

test('what is made of the whole story, in another time zone and locale', () => {
  // What Astro makes of it is made by the code that has made the small story; a second build of it takes half a minute.
  const { TZ, LANG, LC_ALL } = HOSTILE;
  const program = path.join(root, 'tests/support/print-story.ts');
  const { pathname } = new URL(storySite.url);
  const there = execFileSync(process.execPath, [program, storySite.story, pathname], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, TZ, LANG, LC_ALL },
  });
  const here = printStory(entries);
  expect(here.length).toBeGreaterThan(10_000);
  expect(there === `${here}\n`).toBe(true);
});
