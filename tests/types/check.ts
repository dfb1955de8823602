import { root } from '../support/build.ts';
import { format, typeFaults } from './program.ts';

const faults = typeFaults(root);
for (const fault of faults) console.error(format(fault));
if (faults.length > 0) process.exitCode = 1;
