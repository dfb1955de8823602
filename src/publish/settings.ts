import { statSync } from 'node:fs';
import path from 'node:path';
import type { AstroIntegration } from 'astro';
import { exitWith, WriterError } from '../compiler/faults.ts';

/** The settings of a build, from environment variables. The README lists them. */
export interface Settings {
  /** The public address of the site with its path, ending in a slash. */
  site: URL;
  /** The folder of the story, from the root of the project. */
  story: string;
  /** The folder where builds cache fonts, cards and compressed files. */
  cache: string;
  /** Whether to draw cards. */
  cards: boolean;
  /** Whether to write a Brotli and a gzip copy of each text file. */
  precompress: boolean;
}

/**
 * Reads the settings from `env`; `root` is the folder of the project. Throws a WriterError that says what to
 * correct, a line for each variable.
 */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const site = env['SITE_URL'] ?? 'http://localhost:4321/';
  const story = env['STORY'] ?? 'content';
  const cache = env['CACHE'] ?? '.cache';
  const faults = [
    faultOfRoot(root),
    faultOfSite(site),
    faultOfStory(story, root),
    cache === '' ? 'CACHE is empty; name a folder, or leave it out to use .cache' : undefined,
    faultOfSwitch('CARDS', env['CARDS']),
    faultOfSwitch('PRECOMPRESS', env['PRECOMPRESS']),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new WriterError(faults.join('\n'));
  return {
    site: new URL(site.replace(/\/*$/, '/')),
    story,
    cache,
    cards: env['CARDS'] !== 'off',
    precompress: env['PRECOMPRESS'] !== 'off',
  };
}

/** Signs in a path that Vite, which reads modules by their addresses, takes for something else. */
function faultOfRoot(root: string): string | undefined {
  const [sign] = /[#?%]/.exec(root) ?? [];
  return sign && `the project is in “${root}”, where no site can be built because of the ${sign}; rename that folder`;
}

const EXAMPLES = 'https://example.org/ or https://example.org/story/';

function faultOfSite(site: string): string | undefined {
  if (site === '') return `SITE_URL is empty; write the address of the site, as in ${EXAMPLES}, or leave it out`;
  const url = URL.canParse(site) ? new URL(site) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    return `SITE_URL is “${site}”; it must be a whole address that begins with https:// or http://, as in ${EXAMPLES}`;
  if (url.username !== '' || /[?#]/.test(site))
    return `SITE_URL is “${site}”; leave out ${url.username === '' ? 'what begins with ? or #' : 'name and password'}`;
  // The path is written into server configurations without escaping.
  if (!/^(\/[\w.~-]+)*\/?$/.test(url.pathname))
    return `SITE_URL is “${site}”; between its single slashes may be letters a to z, digits and the signs - _ . ~`;
  return undefined;
}

function faultOfStory(story: string, root: string): string | undefined {
  if (story === '') return 'STORY is empty; name the folder of a story, or leave it out to use content';
  const inside = path.relative(root, path.resolve(root, story));
  if (inside === '' || inside.split(path.sep)[0] === '..' || path.isAbsolute(inside))
    return `STORY is “${story}”, which is not inside the project; name a folder below ${root}`;
  if (!statSync(path.resolve(root, story), { throwIfNoEntry: false })?.isDirectory())
    return `the story cannot be read: STORY is “${story}”, and there is no such folder in ${root}`;
  return undefined;
}

function faultOfSwitch(name: string, value: string | undefined): string | undefined {
  return value === undefined || value === 'off' ? undefined : `${name} is “${value}”; write off, or leave it out`;
}

/** Reads the settings from this process's environment; on errors it prints them and exits with code 1. */
export function readOwnSettings(root: string): Settings {
  try {
    return readSettings(process.env, root);
  } catch (error) {
    exitWith(error);
  }
}

/** Names that change what the tools do, and that the machine of a publisher may have for something else. */
const OTHERS_NAMES = [
  // Values that Astro and Vite set (`import.meta.env`): an environment variable of the same name would win.
  ...['SITE', 'BASE_URL', 'ASSETS_PREFIX', 'MODE', 'DEV', 'PROD', 'SSR', 'TEST', 'VITEST'],
  // A key of Astro's for parts of pages that a server makes.
  'ASTRO_KEY',
  // Where Pagefind looks for its program.
  ...['PAGEFIND_BINARY_PATH', 'PAGEFIND_EXTENDED_BINARY_PATH', 'npm_config_arch'],
];

/**
 * An Astro integration that keeps unrelated environment variables of a machine from changing the build, and Astro from
 * reporting each build to its makers and asking for newer versions.
 */
export function ownEnvironment(): AstroIntegration {
  // When Astro calls integrations it has reported already.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
  return {
    name: 'own-environment',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        for (const name of OTHERS_NAMES) delete process.env[name];
        if (command === 'build') process.env['NODE_ENV'] = 'production';
        // Files named .env are not read either.
        updateConfig({ vite: { envDir: false } });
      },
    },
  };
}
