import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds beside the last good site and moves the new one into its place when it is complete: a build that fails or is
 * killed leaves `dist/` as it was. Put it last, so that everything else has written its files before.
 */
export function stage(): AstroIntegration {
  let place = '';
  let aside = '';
  let done = false;
  return {
    name: 'stage',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        place = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        aside = `${place}.building-${process.pid}`;
        mkdirSync(path.dirname(place), { recursive: true });
        tidy(place);
        process.once('exit', () => {
          if (done) return;
          const full = fullDisk(path.dirname(place));
          rmSync(aside, { recursive: true, force: true });
          console.error(`${full}The build did not come to its end; ${path.relative('.', place)} is as it was.`);
        });
        // Each build also keeps its own cache, so that two at once do not read each other's content.
        updateConfig({ outDir: pathToFileURL(`${aside}/site/`), cacheDir: pathToFileURL(`${aside}/cache/`) });
      },
      'astro:build:done': () => {
        swap(path.join(aside, 'site'), place);
        rmSync(aside, { recursive: true, force: true });
        done = true;
      },
    },
  };
}

/** What to say of the disk that holds a folder when there is no room left on it; else nothing. */
function fullDisk(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return free < 1_000_000
    ? `The disk of ${folder} is full: ${Math.round(free / 1000)} kB are free. Make room and build again. `
    : '';
}

/** Puts back a site that a killed build had just set aside, and removes what dead builds left. */
export function tidy(place: string): void {
  const folder = path.dirname(place);
  const name = path.basename(place);
  const left = readdirSync(folder).filter(
    (one) => one.startsWith(`${name}.`) && /^\.(building|old-\d+)-\d+$/.test(one.slice(name.length)),
  );
  const old = left.filter((one) => one.includes('.old-')).sort();
  if (!existsSync(place) && old.length > 0) renameSync(path.join(folder, old.at(-1) ?? ''), place);
  for (const one of left) {
    const owner = Number(one.split('-').at(-1));
    if (!isAlive(owner)) rmSync(path.join(folder, one), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Moves `fresh` into `place`. Two renames, nothing copied; another build doing the same is waited for. */
export function swap(fresh: string, place: string): void {
  const olds: string[] = [];
  for (let attempt = 0; ; attempt += 1) {
    const old = `${place}.old-${attempt}-${process.pid}`;
    try {
      if (existsSync(place)) {
        renameSync(place, old);
        olds.push(old);
      }
      renameSync(fresh, place);
      break;
    } catch (error) {
      if (attempt === 50) {
        const last = olds.at(-1);
        if (last !== undefined && !existsSync(place)) renameSync(last, place);
        throw new Error(`the new site could not be moved to ${place}: ${(error as Error).message}`);
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  for (const old of olds) rmSync(old, { recursive: true, force: true });
}
