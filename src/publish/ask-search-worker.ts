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

// Pagefind's script loads the index with `fetch`, which cannot read files in Node. This replaces it in this thread
// only.
globalThis.fetch = async (address) => new Response(readFileSync(fileURLToPath(new URL(String(address)))));

/** A worker thread that searches an index as a browser does, and sends the addresses of the best 20 results. */
const { folder, words } = workerData as Question;
const basePath = `${pathToFileURL(folder).href}/`;
const { createInstance } = (await import(`${basePath}pagefind.js`)) as BrowserSearch;
const instance = createInstance({ basePath, baseUrl: '/' });
await instance.init();
const { results } = await instance.search(words);
const found = await Promise.all(results.slice(0, 20).map((result) => result.data()));
parentPort?.postMessage(found.map(({ url }) => url));
