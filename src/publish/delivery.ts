import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { MovedPage } from '../story/story.ts';
import { compressSite } from './compress.ts';
import { caddyFile, headersFile, nginxFiles, redirectsFile } from './hosts.ts';
import { policyOf, sitePolicy } from './policy.ts';
import type { Settings } from './settings.ts';

/** Makes a built site ready for its hosts: their configurations, and a brotli and a gzip beside each text file. */
export function delivery(settings: Pick<Settings, 'site' | 'precompress' | 'cache'>): AstroIntegration {
  return {
    name: 'delivery',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        writeHostFiles(site, sitePolicy(readPolicies(site)).search, settings.site.pathname);
        if (!settings.precompress) return;
        const start = performance.now();
        const { compressed, copied } = await compressSite(site, path.join(settings.cache, 'compressed'));
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${compressed} files compressed in ${seconds} s, ${copied} copied from the cache`);
      },
    },
  };
}

/** The policies of all pages of a site, as they carry them in their heads. */
function readPolicies(site: string): string[] {
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  return pages.map((name) => policyOf(readFileSync(path.join(site, name), 'utf8')));
}

function writeHostFiles(site: string, policy: string, base: string): void {
  const list = path.join(site, 'moved.json');
  const moved = JSON.parse(readFileSync(list, 'utf8')) as MovedPage[];
  rmSync(list);
  writeFileSync(path.join(site, '_headers'), headersFile(policy, base));
  writeFileSync(path.join(site, '_redirects'), redirectsFile(moved, base));
  const server = path.join(site, '_server');
  const nginx = nginxFiles(policy, moved, base);
  mkdirSync(server, { recursive: true });
  writeFileSync(path.join(server, 'nginx-headers.conf'), nginx.headers);
  writeFileSync(path.join(server, 'nginx-moved.conf'), nginx.moved);
  writeFileSync(path.join(server, 'Caddyfile'), caddyFile(policy, moved, base));
}
