import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** In milliseconds: how long a file that no build uses is kept, for one that goes back to an earlier text. */
const A_WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Files that builds share. A site has them as links to those of the cache, where the disk can do that: a copy of some
 * thousand files is what takes longest when little has changed. Whoever edits such a file of a site where it is edits
 * the one of the cache; so the name of each says a hash of its bytes, and one with other bytes is no longer taken.
 */
export class SharedFiles {
  readonly #folder: string;
  /** The names of the files by their keys. */
  readonly #names: Map<string, string>;
  /** The names of the files that this build has placed. */
  readonly #placed = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    this.#names = new Map(readdirSync(folder).map((name) => [name.slice(0, name.indexOf('-')), name]));
  }

  /** Whether the file of a key is there, as it was written. */
  has(key: string): boolean {
    const name = this.#names.get(key);
    if (name === undefined) return false;
    try {
      if (nameOf(key, readFileSync(path.join(this.#folder, name))) === name) return true;
    } catch {
      // It was deleted meanwhile.
    }
    this.#names.delete(key);
    return false;
  }

  /** Writes the file of a key. Two builds may write the same one. */
  async write(key: string, bytes: Uint8Array): Promise<void> {
    const name = nameOf(key, bytes);
    await writeFileAtomic(path.join(this.#folder, name), Buffer.from(bytes), { fsync: false });
    this.#names.set(key, name);
  }

  /** Puts the file of a key into a site, where none is yet. It must be there. */
  place(key: string, target: string): void {
    const name = this.#names.get(key) ?? '';
    const file = path.join(this.#folder, name);
    this.#placed.add(name);
    try {
      linkSync(file, target);
    } catch {
      copyFileSync(file, target);
    }
  }

  /** Deletes what this build has not placed and no build has written for a week, so that the cache does not grow. */
  deleteUnused(): void {
    for (const name of readdirSync(this.#folder)) {
      if (this.#placed.has(name)) continue;
      const file = path.join(this.#folder, name);
      const written = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
      if (Date.now() - written > A_WEEK) rmSync(file, { force: true });
    }
  }
}

const nameOf = (key: string, bytes: Uint8Array): string =>
  `${key}-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`;
