import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** `npm test`: the build, the types and the linter side by side, and if none has a fault all tests, or those named. */
async function run(command: string): Promise<boolean> {
  const [code] = (await once(spawn(`npm ${command}`, { stdio: 'inherit', shell: true }), 'exit')) as [number | null];
  return code === 0;
}

const steps = await Promise.all(['build', 'check', 'lint'].map((script) => run(`run ${script}`)));
const passed = steps.every(Boolean) && (await run(`exec vitest -- run ${process.argv.slice(2).join(' ')}`));
process.exitCode = passed ? 0 : 1;
