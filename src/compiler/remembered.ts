import { createHash, type Hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder } from './folder.ts';

/** Something that a build takes as an earlier one has made it, as long as nothing that it depends on is another. */
export interface Remembered {
  name: string;
  /** Whose it is. The last one is kept for each. */
  of: readonly unknown[];
  /** All that it is made of. */
  from: readonly unknown[];
  /** The rooms in `src` whose code makes it. */
  rooms: readonly string[];
}

const LOCK_FILE = 'package-lock.json';

/**
 * What an earlier build made of the same things with the same code, libraries and Node; else it is made now and kept in
 * the cache. What throws is not kept, nor is anything where no lock file says which libraries there are.
 */
export async function remembered<Made>(
  { name, of, from, rooms }: Remembered,
  make: () => Promise<Made>,
): Promise<Made> {
  if (!existsSync(LOCK_FILE)) return make();
  const file = path.join(cacheFolder(), 'made', `${name}-${hashOf(of).digest('hex').slice(0, 12)}`);
  const hash = hashOf([from, process.versions]);
  for (const code of [...globSync(`src/{${rooms.join(',')}}/**/*.{ts,css}`).sort(), LOCK_FILE])
    addFile(hash, code, readFileSync(code));
  const key = hash.digest('hex');
  const before = read<Made>(file);
  if (before?.key === key) return before.made;
  const made = await make();
  await writeWhole(file, serialize({ key, made }));
  return made;
}

/** A file of the cache that is made once, as its name says what it is made of. Returns its path. */
export async function madeOnce(file: string, make: () => Promise<Uint8Array>): Promise<string> {
  if (!existsSync(file)) await writeWhole(file, await make());
  return file;
}

/** Writes a file whole or not at all: two builds may write it at once. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await writeFileAtomic(file, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { fsync: false });
}

/** Adds a file to a hash, so that no two lists of files have the same. */
export const addFile = (hash: Hash, name: string, bytes: Uint8Array): Hash =>
  hash.update(`${name} ${bytes.length}\n`).update(bytes);

const hashOf = (parts: readonly unknown[]): Hash => createHash('sha256').update(JSON.stringify(parts));

/** Nothing if no build has written the file, or it is broken. */
function read<Made>(file: string): { key: string; made: Made } | undefined {
  try {
    return deserialize(readFileSync(file)) as { key: string; made: Made };
  } catch {
    return undefined;
  }
}
