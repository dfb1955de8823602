import path from 'node:path';
import { root } from '../support/build.ts';
import { format, readProject, typeFaults } from './program.ts';

const { options, files } = readProject(root);
const kept = { incremental: true, tsBuildInfoFile: path.join(root, '.cache/types.tsbuildinfo') };
const faults = typeFaults({ options: { ...options, ...kept }, files });
if (faults.length > 0) {
  console.error(format(faults));
  process.exitCode = 1;
}
