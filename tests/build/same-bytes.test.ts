import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, dist, root } from '../support/build.ts';
import { bytesOf } from '../support/tree.ts';

/** The same code and content give the same bytes, whatever the folder, the time zone, the locale and the cache. */
const elsewhere = mkdtempSync(path.join(tmpdir(), 'same-bytes-'));
afterAll(() => rmSync(elsewhere, { recursive: true }));

/** A copy of all that a build reads, in another folder. */
function copyOfHouse(): string {
  const house = path.join(elsewhere, 'another house');
  mkdirSync(house);
  for (const name of ['src', 'public', 'content', 'deploy', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  cpSync(path.join(root, 'tests/stories'), path.join(house, 'tests/stories'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  return house;
}

/** A build from nothing takes minutes where others are at work. */
const PATIENCE = 15 * 60_000;

test(
  'the whole site, built again from nothing in another folder, time zone and locale',
  async () => {
    const house = copyOfHouse();
    const out = path.join(house, 'dist');
    const { ok, output } = await build({
      out,
      cwd: house,
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(ok, output).toBe(true);
    const [here, there] = [bytesOf(dist), bytesOf(out)];
    expect([...there].filter(([name, bytes]) => here.get(name) !== bytes).map(([name]) => name)).toEqual([]);
    expect([...here.keys()]).toEqual([...there.keys()]);
    expect(here.size).toBeGreaterThan(1000);
  },
  PATIENCE,
);
