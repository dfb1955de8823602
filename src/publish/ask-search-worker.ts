import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from './search-index.ts';

/** The part of Pagefind's script for the browser that is used here. */
interface BrowserSearch {
  createInstance: (options: { basePath: string; baseUrl: string }) => {
    init: () => Promise<void>;
    search: (words: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
  };
}

// The script fetches its files, and Node's own `fetch` reads none from the disk. Only this thread has another one.
globalThis.fetch = async (address) => new Response(readFileSync(fileURLToPath(new URL(String(address)))));

/** Asks a search index as a browser does, and answers the addresses of the best 20 results. */
const { folder, words } = workerData as Question;
const basePath = `${pathToFileURL(folder).href}/`;
const { createInstance } = (await import(`${basePath}pagefind.js`)) as BrowserSearch;
const instance = createInstance({ basePath, baseUrl: '/' });
await instance.init();
const { results } = await instance.search(words);
const found = await Promise.all(results.slice(0, 20).map((result) => result.data()));
parentPort?.postMessage(found.map(({ url }) => url));
