import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { filesIn } from '../../src/publish/files-in.ts';

export const root = path.join(import.meta.dirname, '../..');

/** Settings that leave out cards and compression, which take longest and which tests of pages do not need. */
export const quick = { CARDS: 'off', PRECOMPRESS: 'off' };

const run = promisify(execFile);

export interface BuildOptions {
  /** The folder of the story; left out for the one that `STORY` names. */
  story?: string;
  /** The address of the site; left out for the one that `SITE_URL` names. */
  site?: string;
  out: string;
  env?: NodeJS.ProcessEnv;
  /** The folder of the code, if it is not this one. */
  cwd?: string;
}

/** Runs a whole build, as `npm run build` does. */
export async function build(options: BuildOptions): Promise<{ ok: boolean; output: string }> {
  const { args, env } = buildCommand(options);
  try {
    const { stdout, stderr } = await run(process.execPath, args, { cwd: options.cwd ?? root, env, maxBuffer: 1 << 26 });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, output: stdout + stderr };
  }
}

/** The command, environment and folder by which Node runs a build. */
export function buildCommand({ story, site, out, env: more, cwd = root }: BuildOptions): {
  args: string[];
  env: NodeJS.ProcessEnv;
} {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(story && { STORY: story }),
    ...(site && { SITE_URL: site }),
    ...more,
  };
  return { args: [path.join(cwd, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', out], env };
}

/** Every file of a folder by its path, with a hash of its bytes. */
export function bytesOf(folder: string): Map<string, string> {
  const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
  return new Map(filesIn(folder).map((name) => [name, hash(path.join(folder, name))]));
}
