import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileStory } from '../compiler/compile.ts';
import { ContentError } from '../compiler/faults.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { formatAddresses, parseAddresses, publishedAddresses } from '../compiler/ledger.ts';
import { readOwnSettings } from './settings.ts';

/**
 * `npm run addresses`: adds the addresses that the site serves now to `addresses.txt` of the story. Like a build, it
 * fails when an address in the file is no longer served. `-- --exchanged` accepts sections that have swapped their
 * texts.
 */
function main(): void {
  const folder = readOwnSettings(process.cwd()).story;
  const file = path.join(folder, 'addresses.txt');
  const files = readStoryFiles(folder);
  const accept = process.argv.includes('--exchanged');
  const entries = compileStory(
    accept ? files.map((one) => (one.path === 'addresses.txt' ? withoutFingerprints(one) : one)) : files,
    '/',
  );
  const before = existsSync(file) ? parseAddresses(readFileSync(file, 'utf8')) : [];
  const after = formatAddresses(before, publishedAddresses(entries));
  writeFileSync(file, after);
  const count = parseAddresses(after).length;
  console.log(`${file}: ${count} addresses, ${count - before.length} of them new`);
}

function withoutFingerprints<File extends { bytes: Uint8Array }>(file: File): File {
  const text = new TextDecoder().decode(file.bytes).replace(/^(\S+) [0-9a-f]{16}$/gm, '$1');
  return { ...file, bytes: new TextEncoder().encode(text) };
}

try {
  main();
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
