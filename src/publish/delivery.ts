import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { MovedPage } from '../story/story.ts';
import { compressSite } from './compress.ts';
import { hostFiles } from './hosts.ts';
import { policyOf, sitePolicy } from './policy.ts';
import type { Settings } from './settings.ts';

/** Makes a built site ready for its hosts: their configurations, and a brotli and a gzip beside each text file. */
export function delivery(settings: Pick<Settings, 'site' | 'precompress' | 'cache'>): AstroIntegration {
  return {
    name: 'delivery',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        writeHostFiles(folder, settings.site);
        if (!settings.precompress) return;
        const start = performance.now();
        const { compressed, copied } = await compressSite(folder, path.join(settings.cache, 'compressed'));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${compressed} files compressed in ${seconds} s, ${copied} copied from the cache`);
      },
    },
  };
}

/** Writes the configurations of hosts, with what the page `moved.json` says, which is taken away again. */
function writeHostFiles(folder: string, site: URL): void {
  const listFile = path.join(folder, 'moved.json');
  const moved = JSON.parse(readFileSync(listFile, 'utf8')) as MovedPage[];
  rmSync(listFile);
  const assets = readdirSync(path.join(folder, 'assets')).sort();
  const policy = sitePolicy(readPolicies(folder));
  mkdirSync(path.join(folder, '_server'));
  for (const [name, text] of Object.entries(hostFiles({ site, policy, moved, assets })))
    writeFileSync(path.join(folder, name), text);
}

/** The policies of all pages, as they carry them in their heads. */
function readPolicies(folder: string): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return pages.map((name) => policyOf(readFileSync(path.join(folder, name), 'utf8')));
}
