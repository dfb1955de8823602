import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Kinds of file that compress; pictures, fonts and the search index are compressed already. */
const TEXT = /\.(html|css|js|json|svg|xml|txt|md)$/;

/** Below this size, in bytes, a compressed file saves no packet. */
const LEAST = 1000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Puts a `.br` and a `.gz` beside each text file of a site. What was compressed before is taken from `kept`. */
export async function compressSite(site: string, kept: string): Promise<{ made: number; known: number }> {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => TEXT.test(name))
    .sort();
  mkdirSync(kept, { recursive: true });
  const count = { made: 0, known: 0 };
  const next = files[Symbol.iterator]();
  // As many at once as there are processors: zlib works on threads of its own.
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const name of next) count[await compressFile(path.join(site, name), kept)] += 1;
    }),
  );
  return count;
}

async function compressFile(file: string, kept: string): Promise<'made' | 'known'> {
  const bytes = readFileSync(file);
  if (bytes.length < LEAST) return 'known';
  const key = path.join(kept, createHash('sha256').update(bytes).digest('hex').slice(0, 24));
  const known = existsSync(`${key}.br`) && existsSync(`${key}.gz`);
  if (!known) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })]);
    keep(`${key}.br`, br);
    keep(`${key}.gz`, gz);
  }
  copyFileSync(`${key}.br`, `${file}.br`);
  copyFileSync(`${key}.gz`, `${file}.gz`);
  return known ? 'known' : 'made';
}

/** Moved into place whole, since two builds may keep the same file. */
function keep(file: string, bytes: Uint8Array): void {
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, bytes);
  renameSync(aside, file);
}
