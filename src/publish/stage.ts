import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { exitWith, WriterError } from '../compiler/faults.ts';

/**
 * An Astro integration that builds into a new folder beside `dist/` and swaps the two when the site is complete: a
 * build that fails or is killed leaves the last good site as it was, and two builds at once do not mix their files. It
 * must be the last integration, because the others write files too.
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
        const wrong = faultOfOutput(dist, fileURLToPath(config.root));
        // Thrown, it would be one more failed hook to Astro.
        if (wrong !== undefined) exitWith(new WriterError(wrong));
        try {
          mkdirSync(path.dirname(dist), { recursive: true });
          cleanUp(dist);
          folder = mkdtempSync(`${dist}.building-`);
        } catch (error) {
          exitWith(error);
        }
        process.once('exit', () => {
          if (folder === undefined) return;
          const full = fullDisk(path.dirname(dist));
          rmSync(folder, { recursive: true, force: true });
          console.error(`${full}The build was not finished; ${path.relative('.', dist)} is as it was.`);
        });
        // Without a listener these would end the process at once, and its folder would stay.
        for (const signal of ['SIGINT', 'SIGTERM'])
          process.once(signal, () => process.exit(folder === undefined ? 0 : 1));
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

/** Why a site cannot be built into the folder `dist`; `root` is the folder of the project. */
export function faultOfOutput(dist: string, root: string): string | undefined {
  const inside = path.relative(root, dist);
  // What is built runs there for a moment, and finds its packages only below the project.
  if (inside === '' || inside.split(path.sep)[0] === '..' || path.isAbsolute(inside))
    return `--outDir: ${dist} is not inside the project; name a folder below ${root}, and copy the site from there`;
  if (existsSync(dist) && !(statSync(dist).isDirectory() && isSite(readdirSync(dist))))
    return `--outDir: ${inside} is there already and holds no site, which a new one would replace; name another folder`;
  return undefined;
}

const isSite = (files: readonly string[]): boolean => files.length === 0 || files.includes('index.html');

const urlOf = (folder: string) => pathToFileURL(`${folder}/`);

/** A sentence for the error message when the disk of a folder is full, or an empty string. */
function fullDisk(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return free < 1_000_000
    ? `The disk of ${folder} is full: ${Math.round(free / 1000)} kB are free. Make room and build again. `
    : '';
}

/** In milliseconds. No build takes this long, so an older folder is left over from a build that was killed. */
const LONGEST_BUILD = 60 * 60 * 1000;

/**
 * Repairs what killed builds left beside `dist`: puts the site back if a build was killed while it swapped folders, and
 * deletes build folders older than an hour.
 */
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
 * Replaces the folder `dist` by the folder `site` with two renames; the old site becomes `previous` beside the new one.
 * When another build takes the place between the renames, it tries again. After ten attempts it restores the old site
 * and throws an Error.
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
