import { root } from '../support/build.ts';
import { format, readProject, typeFaults } from './program.ts';

const faults = typeFaults(readProject(root));
if (faults.length > 0) {
  console.error(format(faults));
  process.exitCode = 1;
}
