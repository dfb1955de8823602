import { createHash, type Hash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import writeFileAtomic from 'write-file-atomic';
import type { Entries } from '../story/entries.ts';

/** What a compiled story depends on beside its own files and settings: this room and those below it, and libraries. */
const CODE = ['src/{compiler,story,words}/**/*.ts', 'package-lock.json'];

/** A hash of the code that compiles stories, in the project `root`, and of the Node that runs it. */
export function hashOfCompiler(root: string): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  const files = globSync(CODE, { cwd: root }).filter((name) => !name.endsWith('.test.ts'));
  for (const name of files.sort()) addFile(hash, name, readFileSync(path.join(root, name)));
  return hash.digest('hex');
}

/** Adds a file to a hash, so that no two lists of files have the same. */
export const addFile = (hash: Hash, name: string, bytes: Uint8Array): Hash =>
  hash.update(`${name} ${bytes.length}\n`).update(bytes);

/**
 * The story that an earlier build compiled from the same files with the same code, which `key` is a hash of; else it is
 * compiled now and kept in `file`, in place of what was there. A story with faults is never kept.
 */
export async function remembered(file: string, key: string, compile: () => Promise<Entries>): Promise<Entries> {
  const before = read(file);
  if (before?.key === key) return before.entries;
  const entries = await compile();
  mkdirSync(path.dirname(file), { recursive: true });
  // Two builds may write it at once.
  await writeFileAtomic(file, serialize({ key, entries }), { fsync: false });
  return entries;
}

/** Nothing if no build has written the file, or it is broken. */
function read(file: string): { key: string; entries: Entries } | undefined {
  try {
    return deserialize(readFileSync(file)) as { key: string; entries: Entries };
  } catch {
    return undefined;
  }
}
