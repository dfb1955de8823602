import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { filesIn } from './files-in.ts';
import { inParallel } from './parallel.ts';
import { progress } from './progress.ts';
import { SharedFiles } from './shared-files.ts';

/** Files worth compressing. Images, fonts and the search index are compressed already. */
const TEXT = /\.(html|css|js|json|svg|xml|txt|md)$/;

/** In bytes. A smaller file fits into one network packet either way. */
const SMALLEST = 1000;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** How many files were compressed now, and how many were in the cache. */
export interface CompressCount {
  compressed: number;
  cached: number;
}

/**
 * Writes a `.br` and a `.gz` beside each text file in the folder `site`; `cache` is the folder that builds share. `say`
 * is told how far it is.
 */
export async function compressSite(site: string, cache: string, say: (text: string) => void): Promise<CompressCount> {
  const files = filesIn(site).filter((name) => TEXT.test(name) && statSync(path.join(site, name)).size >= SMALLEST);
  const shared = new SharedFiles(cache);
  const count = { compressed: 0, cached: 0 };
  const step = progress(files.length, say);
  await inParallel(files, async (name) => {
    const bytes = readFileSync(path.join(site, name));
    count[await compressFile(path.join(site, name), bytes, shared)] += 1;
    step();
  });
  shared.deleteUnused();
  return count;
}

async function compressFile(file: string, bytes: Buffer, shared: SharedFiles): Promise<keyof CompressCount> {
  const key = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  const [keyOfBr, keyOfGz] = [`${key}.br`, `${key}.gz`];
  const isCached = shared.has(keyOfBr) && shared.has(keyOfGz);
  if (!isCached) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const [br, gz] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })]);
    await shared.write(keyOfBr, br);
    await shared.write(keyOfGz, gz);
  }
  shared.place(keyOfBr, `${file}.br`);
  shared.place(keyOfGz, `${file}.gz`);
  return isCached ? 'cached' : 'compressed';
}
