import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './search-records.ts';
import { startWorker } from './worker.ts';

/** What the page `search.json` hands the build. */
export interface SearchList {
  language: string;
  records: readonly SearchRecord[];
}

/** Makes the search index when the pages are built, from the page `search.json`, which it takes away again. */
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

/** Interfaces that Pagefind brings along and this site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/**
 * Writes the index of a site and asks it one question. The files are written here: Pagefind's own `writeFiles` answers
 * before it has written the last of them (1.5.2).
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
    // No filters: Pagefind writes their values in another order each time, and the site uses none.
    // All at once: Pagefind takes them in their order, and each answer waited for would be a way there and back.
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

/** A search, and the folder of the index that is asked. */
export interface Question {
  folder: string;
  words: string;
}

/**
 * The addresses that a search for some words finds in the files of an index. They are asked in a thread of their own,
 * because Pagefind's script throws where nobody can catch it when a file is broken.
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
