import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from './search-index.ts';

/** The part of Pagefind's script for the browser that is used here. */
interface BrowserSearch {
  createInstance: (options: { basePath: string; baseUrl: string }) => {
    init: () => Promise<void>;
    search: (words: string) => Promise<{ results: { id: string; score: number }[] }>;
  };
}

// Pagefind's script loads the index with `fetch`, which cannot read files in Node. This replaces it in this thread
// only.
globalThis.fetch = async (address) => new Response(readFileSync(fileURLToPath(new URL(String(address)))));

/**
 * A worker thread that searches an index as a browser does. For each text it sends the score of each result by its id.
 */
const { folder, texts } = workerData as Question;
const basePath = `${pathToFileURL(folder).href}/`;
const { createInstance } = (await import(`${basePath}pagefind.js`)) as BrowserSearch;
const instance = createInstance({ basePath, baseUrl: '/' });
await instance.init();
const found: Map<string, number>[] = [];
for (const text of texts) {
  const { results } = await instance.search(text);
  found.push(new Map(results.map(({ id, score }) => [id, score])));
}
parentPort?.postMessage(found);
