import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import type { SearchRecord } from './search-records.ts';

/** Makes the search index when the pages are built: the page `search.json` says what can be found and is taken away again. */
export function search(): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const list = path.join(site, 'search.json');
        if (!existsSync(list)) return;
        const { language, records } = JSON.parse(readFileSync(list, 'utf8')) as {
          language: string;
          records: SearchRecord[];
        };
        rmSync(list);
        makeRoom();
        await index(records, language, path.join(site, 'pagefind'));
        logger.info(`${records.length} things can be found`);
      },
    },
  };
}

/** Gives back the memory that pages needed: the index of a large story is made by another process that needs as much again. */
function makeRoom(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as (options: object) => void)({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

async function index(records: readonly SearchRecord[], language: string, folder: string): Promise<void> {
  const { index: made, errors } = await createIndex({ forceLanguage: language });
  const faults = [...errors];
  try {
    // No filters: Pagefind writes their values in another order each time, and the site uses none.
    // All at once: Pagefind takes them in their order, and each answer waited for would be a way there and back.
    const added = records.map(async ({ address, title, kind, text }) =>
      made?.addCustomRecord({ url: address, content: text, language, meta: { title, kind } }),
    );
    for (const one of await Promise.all(added)) faults.push(...(one?.errors ?? []));
    faults.push(...((await made?.writeFiles({ outputPath: folder }))?.errors ?? []));
  } finally {
    await close();
  }
  if (faults.length > 0) throw new Error(`the search index could not be made: ${faults.join('; ')}`);
  // Pagefind also writes interfaces of its own, which this site does not use.
  for (const name of [
    'pagefind-ui.js',
    'pagefind-ui.css',
    'pagefind-modular-ui.js',
    'pagefind-modular-ui.css',
    'pagefind-component-ui.js',
    'pagefind-component-ui.css',
    'pagefind-highlight.js',
  ]) {
    rmSync(path.join(folder, name), { force: true });
  }
}
