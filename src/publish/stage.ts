import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Builds into a folder of its own beside `dist/` and moves the site there when it is complete: a build that fails or is
 * killed leaves the last good site as it was, and two builds at once do not mix their files. Put it last, so that
 * everything else has written its files before.
 */
export function stage(): AstroIntegration {
  let dist = '';
  let folder: string | undefined;
  return {
    name: 'stage',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        dist = fileURLToPath(config.outDir).replace(/[\\/]$/, '');
        mkdirSync(path.dirname(dist), { recursive: true });
        cleanUp(dist);
        folder = mkdtempSync(`${dist}.building-`);
        process.once('exit', () => {
          if (folder === undefined) return;
          const full = fullDisk(path.dirname(dist));
          rmSync(folder, { recursive: true, force: true });
          console.error(`${full}The build was not finished; ${path.relative('.', dist)} is as it was.`);
        });
        // Without a listener these would end the process at once, and its folder would stay.
        for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
        // Each build also has its own cache, so that two at once do not read each other's content.
        updateConfig({ outDir: urlOf(path.join(folder, 'site')), cacheDir: urlOf(path.join(folder, 'cache')) });
      },
      'astro:build:done': () => {
        if (folder === undefined) return;
        swap(path.join(folder, 'site'), dist);
        rmSync(folder, { recursive: true, force: true });
        folder = undefined;
      },
    },
  };
}

const urlOf = (folder: string) => pathToFileURL(`${folder}/`);

/** What to say of the disk that holds a folder when there is no room left on it; else nothing. */
function fullDisk(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return free < 1_000_000
    ? `The disk of ${folder} is full: ${Math.round(free / 1000)} kB are free. Make room and build again. `
    : '';
}

/** No build takes as long: a folder that is older belongs to one that was killed. In milliseconds. */
const LONGEST_BUILD = 60 * 60 * 1000;

/** Puts back a site that a build had just moved away when it was killed, and removes the folders of killed builds. */
export function cleanUp(dist: string): void {
  const parent = path.dirname(dist);
  const folders = readdirSync(parent).filter((name) =>
    /^\.building-\w{6}$/.test(name.replace(path.basename(dist), '')),
  );
  for (const folder of folders.map((name) => path.join(parent, name))) {
    const previous = path.join(folder, 'previous');
    if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
    const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (changed !== undefined && Date.now() - changed > LONGEST_BUILD) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Moves a new site to the place of the old one, which stays as `previous` beside it. Nothing is copied. When another
 * build puts its own site there between the two steps, that one is replaced in the next attempt.
 */
export function swap(site: string, dist: string): void {
  const previous = path.join(path.dirname(site), 'previous');
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(dist)) {
        rmSync(previous, { recursive: true, force: true });
        renameSync(dist, previous);
      }
      renameSync(site, dist);
      return;
    } catch (error) {
      if (attempt < 10) continue;
      if (!existsSync(dist) && existsSync(previous)) renameSync(previous, dist);
      throw new Error(`the new site could not be moved to ${dist}: ${(error as Error).message}`, { cause: error });
    }
  }
}
