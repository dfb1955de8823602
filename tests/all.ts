import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command of npm; gives whether it found no fault. */
async function run(command: string): Promise<boolean> {
  const [code] = (await once(spawn(`npm ${command}`, { stdio: 'inherit', shell: true }), 'exit')) as [number | null];
  return code === 0;
}

/** `npm test`: the types and the linter beside all tests, or those named. It ends with a fault if one found any. */
const found = await Promise.all([
  run(`exec vitest -- run ${process.argv.slice(2).join(' ')}`),
  run('run check'),
  run('run lint'),
]);
process.exitCode = found.every(Boolean) ? 0 : 1;
