import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { handedOver } from '../compiler/hand-over.ts';
import type { Story } from '../story/story.ts';
import { counted } from './progress.ts';
import { pageRecords, sourceRecords } from './search-records.ts';

/** The texts of all pages that can be found. */
export interface SearchTexts {
  language: string;
  texts: readonly SearchText[];
}

interface SearchText {
  /** From the root of the site. */
  address: string;
  title: string;
  text: string;
}

/**
 * An Astro integration that makes the search index while the pages are built, and writes it as soon as they are there:
 * with it the site can be read.
 */
export function search(): AstroIntegration {
  let index: Promise<IndexFile[]>;
  let texts: SearchTexts;
  return {
    name: 'search',
    hooks: {
      'astro:build:start': () => {
        texts = searchTexts(handedOver());
        index = makeIndex(texts);
        // A fault is told when the index is written.
        index.catch(() => undefined);
      },
      'astro:build:generated': async ({ dir, logger }) => {
        await writeIndex(texts, fileURLToPath(new URL('pagefind', dir)), index);
        logger.info(`the search finds ${counted(texts.texts.length, 'page or section', 'pages and sections')}`);
      },
    },
  };
}

function searchTexts(story: Story): SearchTexts {
  const records = [...pageRecords(story), ...sourceRecords(story)];
  return {
    language: story.language,
    texts: records.map(({ address, title, text }) => ({ address, title, text })),
  };
}

/** Files with Pagefind's ready-made interfaces, which this site does not use. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** The file that says which page each result of Pagefind is, so that no result has to be loaded to be placed. */
const PAGES_OF_RESULTS = 'pages.json';

/**
 * Writes the search index into a folder and tests it with one search. Throws an Error if that fails. Pagefind's own
 * `writeFiles` is not used, because it returns before the last file is written (version 1.5.2).
 */
export async function writeIndex(
  { language, texts }: SearchTexts,
  folder: string,
  index = makeIndex({ language, texts }),
): Promise<void> {
  const files = (await index).filter(({ path: name }) => !UNUSED.test(name));
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const [first] = texts;
  if (!first) return;
  const pages = Object.fromEntries(
    files
      .flatMap(({ path: name, content }) => {
        const id = /^fragment\/(.*)\.pf_fragment$/.exec(name)?.[1];
        return id === undefined ? [] : [[id, addressIn(content)] as const];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  writeFileSync(path.join(folder, PAGES_OF_RESULTS), JSON.stringify(pages));
  const found = new Set(Object.values(pages));
  const missing = texts.find(({ address }) => !found.has(address));
  if (missing) throw new Error(`the search index in ${folder} lacks ${missing.address}`);
  const [answer] = await askIndex(folder, [first.title]);
  if (!answer || answer.size === 0) throw new Error(`the search index in ${folder} finds nothing for “${first.title}”`);
}

/** The address of the page that a file of Pagefind's is about: compressed JSON behind a mark of Pagefind's own. */
function addressIn(fragment: Uint8Array): string {
  const text = gunzipSync(fragment).toString('utf8');
  return (JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url;
}

/** A file of the index, by its path in the folder of the index. */
interface IndexFile {
  path: string;
  content: Uint8Array;
}

async function makeIndex({ language, texts }: SearchTexts): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: language });
  const faults = [...errors];
  try {
    // Without filters, because Pagefind writes their values in a different order each time. All texts are sent at
    // once: Pagefind handles them in order, and waiting for each answer would take a round trip to its process.
    const added = texts.map(async ({ address, title, text }) =>
      index?.addCustomRecord({ url: address, content: text || title, language, meta: { title } }),
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

/** The input of ask-search-worker.ts: the texts to search for, and the folder of the index. */
export interface Question {
  folder: string;
  texts: readonly string[];
}

/**
 * Searches an index for some texts. For each text it returns how much each page has of it, as Pagefind counts, by the
 * address of the page. Throws an Error if the index is broken. The search runs in a worker thread, because Pagefind's
 * script throws outside of any promise when a file is broken.
 */
export async function askIndex(folder: string, texts: readonly string[]): Promise<Map<string, number>[]> {
  const workerData: Question = { folder, texts };
  const worker = new Worker(new URL('ask-search-worker.ts', import.meta.url), { workerData });
  try {
    const [found] = (await once(worker, 'message')) as [Map<string, number>[]];
    const pages = JSON.parse(readFileSync(path.join(folder, PAGES_OF_RESULTS), 'utf8')) as Record<string, string>;
    return found.map((scores) => new Map([...scores].map(([id, score]) => [pages[id] ?? '', score])));
  } catch (error) {
    throw new Error(`the search index in ${folder} does not answer: ${(error as Error).message}`, { cause: error });
  } finally {
    await worker.terminate();
  }
}
