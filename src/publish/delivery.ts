import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { handedOver } from '../compiler/hand-over.ts';
import type { MovedPage } from '../story/story.ts';
import { compressSite } from './compress.ts';
import { filesIn, ownText } from './files-in.ts';
import { hostFiles } from './hosts.ts';
import { policyOf, sitePolicy } from './policy.ts';
import { summary } from './progress.ts';
import type { Settings } from './settings.ts';

/**
 * An Astro integration that prepares the built site for hosts: configuration files, and compressed copies of text
 * files.
 */
export function delivery(settings: Pick<Settings, 'site' | 'precompress' | 'cache'>): AstroIntegration {
  return {
    name: 'delivery',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        writeHostFiles(folder, settings.site, handedOver().movedPages);
        if (!settings.precompress) return;
        const start = performance.now();
        const { compressed, cached } = await compressSite(folder, path.join(settings.cache, 'compressed'), (text) =>
          logger.info(`files compressed: ${text}`),
        );
        const things = { one: 'text file', many: 'text files', made: 'compressed' };
        logger.info(summary(things, compressed + cached, compressed, start));
      },
    },
  };
}

/** Writes the configuration files of hosts, with a redirect for each page that moved. */
function writeHostFiles(folder: string, site: URL, moved: readonly MovedPage[]): void {
  const assets = readdirSync(path.join(folder, 'assets')).sort();
  const policy = sitePolicy(readPolicies(folder));
  mkdirSync(path.join(folder, '_server'));
  for (const [name, text] of Object.entries(hostFiles({ site, policy, moved, assets })))
    writeFileSync(path.join(folder, name), text);
}

/** The content-security policies of all pages, each once. */
function readPolicies(folder: string): string[] {
  const pages = filesIn(folder).filter((name) => name.endsWith('.html'));
  return [...new Set(pages.map((name) => ownText(policyOf(readFileSync(path.join(folder, name), 'utf8')))))];
}
