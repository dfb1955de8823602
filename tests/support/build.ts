import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export const root = path.join(import.meta.dirname, '../..');
/** The site that `npm run build` made of the real content. */
export const dist = path.join(root, 'dist');

const run = promisify(execFile);

export interface BuildOptions {
  story?: string;
  site?: string;
  out: string;
  env?: NodeJS.ProcessEnv;
  /** The folder of the code, if it is not this one. */
  cwd?: string;
}

/** Runs a whole build, as `npm run build` does, of another story or for another address. */
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

/** What Node is given to run a build. */
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
