import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';
import path from 'node:path';
import { root } from '../support/build.ts';

/** What was measured with, and on what: one line each. */
export function machine(more: Record<string, string> = {}): string {
  const version = (name: string) =>
    (JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version;
  const facts: Record<string, string> = {
    Node: process.version,
    Astro: version('astro'),
    ...more,
    machine: `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}`,
    'load before': `${loadavg()[0]?.toFixed(1)} processes in the last minute; above 0.3 others were at work and times are too long`,
  };
  return Object.entries(facts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
