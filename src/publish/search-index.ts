import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './search-records.ts';
import { startWorker } from './worker.ts';

/** The content of the page `search.json`. */
export interface SearchList {
  language: string;
  records: readonly SearchRecord[];
}

/** An Astro integration that makes the search index after the pages are built, from `search.json`, which it deletes. */
export function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const listFile = path.join(site, 'search.json');
        if (!existsSync(listFile)) return;
        const list = JSON.parse(readFileSync(listFile, 'utf8')) as SearchList;
        rmSync(listFile);
        await writeIndex(list, path.join(site, 'pagefind'));
        logger.info(`${list.records.length} things can be found`);
      },
    },
  };
}

/** Files with Pagefind's ready-made interfaces, which this site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the search index into a folder and tests it with one search. Throws an Error if that fails. Pagefind's own
 * `writeFiles` is not used, because it returns before the last file is written (version 1.5.2).
 */
export async function writeIndex({ language, records }: SearchList, folder: string): Promise<void> {
  for (const { path: name, content } of await makeIndex({ language, records })) {
    if (UNUSED.test(name)) continue;
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const [first] = records;
  if (!first) return;
  if ((await askIndex(folder, first.title)).length === 0)
    throw new Error(`the search index in ${folder} finds nothing for “${first.title}”`);
}

async function makeIndex({ language, records }: SearchList): Promise<{ path: string; content: Uint8Array }[]> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  const faults = [...errors];
  try {
    // Without filters, because Pagefind writes their values in a different order each time. All records are sent at
    // once: Pagefind handles them in order, and waiting for each answer would take a round trip to its process.
    const added = records.map(async ({ address, title, kind, text }) =>
      index?.addCustomRecord({ url: address, content: text, language, meta: { title, kind } }),
    );
    for (const answer of await Promise.all(added)) faults.push(...(answer?.errors ?? []));
    const answer = await index?.getFiles();
    faults.push(...(answer?.errors ?? []));
    if (faults.length > 0 || !answer) throw new Error(`the search index could not be made: ${faults.join('; ')}`);
    return answer.files;
  } finally {
    await close();
  }
}

/** The input of ask-search-worker.ts: the words to search for, and the folder of the index. */
export interface Question {
  folder: string;
  words: string;
}

/**
 * Searches an index and returns the addresses of the results, the best first. Throws an Error if the index is broken.
 * The search runs in a worker thread, because Pagefind's script throws outside of any promise when a file is broken.
 */
export async function askIndex(folder: string, words: string): Promise<string[]> {
  const worker = startWorker('ask-search-worker.ts', { folder, words } satisfies Question);
  try {
    const [found] = (await once(worker, 'message')) as [string[]];
    return found;
  } catch (error) {
    throw new Error(`the search index in ${folder} does not answer: ${(error as Error).message}`, { cause: error });
  } finally {
    await worker.terminate();
  }
}
