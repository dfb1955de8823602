import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { storyFolder } from '../../src/compiler/folder.ts';
import { build, quick, root } from './build.ts';

/** A built site that the tests of a run share. */
export interface Site {
  name: string;
  /** Where it was built. */
  folder: string;
  /** The address that it was built for, with a slash at its end. */
  url: string;
  /** The folder of its story. */
  story: string;
  /** The variables that it was built with, beside those of every build. */
  env?: NodeJS.ProcessEnv;
}

const address = process.env['SITE_URL'] ?? 'http://localhost:4321/';

/** The site of the story that `STORY` names. Its compressed copies would take half of the time and show nothing new. */
export const storySite: Site = {
  name: 'the story',
  // Stories and addresses that take turns have a site each, so that none is taken for another.
  folder: path.join(root, '.cache/test', `story-${hashOf(storyFolder(), address)}`),
  url: address.endsWith('/') ? address : `${address}/`,
  story: path.resolve(root, storyFolder()),
  env: { PRECOMPRESS: 'off' },
};

const small = path.join(root, 'tests/stories/small');

/** The small story at an address with a path: what is true of every site holds there too. */
export const smallSite: Site = {
  name: 'the small story, below a path',
  folder: path.join(root, '.cache/test/small-below-a-path'),
  url: 'https://small.example/story/',
  story: small,
};

/** The small story at an address without a path, for tests of hosts. */
export const smallAtRoot: Site = {
  name: 'the small story',
  folder: path.join(root, '.cache/test/small-at-root'),
  url: 'https://small.example/',
  story: small,
};

/** A story of the least: story.yaml and one explainer. */
export const minimalSite: Site = testSite('minimal');

/** Stories in languages that are written in other ways; the smallest, in Cyrillic, has neither cards nor copies. */
export const languageSites: readonly Site[] = [...['de', 'ar', 'ja'].map(testSite), { ...testSite('uk'), env: quick }];

/** The two sites with most in them. */
export const wholeSites = [storySite, smallSite];
/** The sites for tests of what is true of every site. */
export const sites = [...wholeSites, minimalSite, ...languageSites];

function hashOf(...texts: string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 8);
}

function testSite(name: string): Site {
  return {
    name: `the story in tests/stories/${name}`,
    folder: path.join(root, '.cache/test', name),
    url: `https://${name}.example/`,
    story: path.join(root, 'tests/stories', name),
    env: { PRECOMPRESS: 'off' },
  };
}

/** Builds all sites once before all tests. */
export default function setup(): Promise<void> {
  // The largest first: at the end nobody waits for it alone.
  return buildSites([storySite, smallSite, smallAtRoot, minimalSite, ...languageSites]);
}

/**
 * Builds sites, as many at once as there are cores; one that is newer than all that it is made of is taken as it is.
 * Throws what a build says that fails.
 */
export async function buildSites(wanted: readonly Site[]): Promise<void> {
  const missing = wanted.filter(({ folder, story }) => !isNewer(path.join(folder, 'index.html'), story));
  const buildNext = async (): Promise<void> => {
    const site = missing.shift();
    if (!site) return;
    console.log(`builds ${site.name}`);
    const { story, url, folder, env } = site;
    const { ok, output } = await build({ story, site: url, out: folder, ...(env && { env }) });
    if (!ok) throw new Error(output);
    await buildNext();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, buildNext));
}

const INPUTS = ['src', 'public', 'deploy', 'astro.config.mjs', 'package-lock.json'];

/** Whether a file was made after all that a site with a story is made of was last changed. */
export function isNewer(file: string, story: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return [...INPUTS.map((name) => path.join(root, name)), story].every((input) => newest(input) < made);
}

/** When a file, or anything in a folder but tests, was last changed. */
function newest(place: string): number {
  if (place.endsWith('.test.ts')) return 0;
  const stat = statSync(place);
  const inside = stat.isDirectory() ? readdirSync(place).map((name) => newest(path.join(place, name))) : [];
  return Math.max(stat.mtimeMs, ...inside);
}
