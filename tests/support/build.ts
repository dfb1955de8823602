import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

export const root = path.join(import.meta.dirname, '../..');
/** The site that `npm run build` made of the real content. */
export const dist = path.join(root, 'dist');

const run = promisify(execFile);

/** Runs a whole build, as `npm run build` does, of another story or for another address. */
export async function build(options: { story?: string; site?: string; out: string; env?: NodeJS.ProcessEnv }): Promise<{ ok: boolean; output: string }> {
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    ...(options.story && { STORY: options.story }),
    ...(options.site && { SITE_URL: options.site }),
    ...options.env,
  };
  // Vitest's own settings would reach Vite and change what it builds.
  for (const name of Object.keys(env)) {
    if (/^(VITEST?(_|$)|(BASE_URL|MODE|DEV|PROD|SSR|TEST)$)/.test(name)) delete (env as NodeJS.ProcessEnv)[name];
  }
  try {
    const astro = path.join(root, 'node_modules/astro/bin/astro.mjs');
    const { stdout, stderr } = await run(process.execPath, [astro, 'build', '--outDir', options.out], { cwd: root, env, maxBuffer: 1 << 26 });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, output: stdout + stderr };
  }
}
