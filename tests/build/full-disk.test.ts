import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, quick, root } from '../support/build.ts';

/** A build that finds no room says so and leaves the site as it was. The small disk for it only root can make. */
const place = path.join(root, '.cache/test');
mkdirSync(place, { recursive: true });
const disk = mkdtempSync(path.join(place, 'full-disk-'));
const mounted = mount();
if (!mounted) console.warn('Left out: the build on a full disk. This machine lets nobody mount a small one here.');

afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

function mount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

test.skipIf(!mounted)('a full disk is named, and the site stays as it was', async () => {
  const dist = path.join(disk, 'dist');
  mkdirSync(dist);
  writeFileSync(path.join(dist, 'index.html'), 'the last good site');
  const { ok, output } = await build({ story: 'tests/stories/minimal', out: dist, env: quick });
  expect(ok).toBe(false);
  expect(output).toContain(`The disk of ${disk} is full`);
  expect(output).toContain('is as it was');
  expect(readFileSync(path.join(dist, 'index.html'), 'utf8')).toBe('the last good site');
  expect(readdirSync(disk)).toEqual(['dist']);
  expect(readdirSync(dist)).toEqual(['index.html']);
});
