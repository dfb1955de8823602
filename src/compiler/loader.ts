import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Entries, Entry } from '../story/entries.ts';
import { COLLECTIONS, type Collection } from '../story/page-kinds.ts';
import { compileStory } from './compile.ts';
import { readStoryFiles, storyFolder } from './folder.ts';
import { checkImages } from './images.ts';

/** What Astro stores: the collections, and the story with its publishers, moves and ledger, and which have files. */
type Stored = Collection | 'story';

/** The last compilation, which all collections share: the files are read and compiled once, not once for each. */
let compiled: { place: string; key: string; entries: Entries } | undefined;

/**
 * Hands one collection of the story to Astro. A fault in any file throws, so that nothing is published from half a
 * story; Astro's own loaders would log it and go on.
 */
export function storyLoader(collection: Stored): Loader {
  return {
    name: `story-${collection}`,
    async load(context) {
      const folder = path.resolve(fileURLToPath(context.config.root), storyFolder());
      const fill = () => store(context, collection, compileOnce(folder, context.config, context.watcher === undefined));
      // What is seen of images is the same for all collections.
      if (collection === 'story') await checkImages(readStoryFiles(folder));
      fill();
      if (collection === 'story') warnOfMissingContact(context, compiled?.entries);
      context.watcher?.add(folder);
      context.watcher?.on('all', (_event, changed) => {
        if (!changed.startsWith(folder)) return;
        try {
          fill();
        } catch (error) {
          context.logger.error((error as Error).message);
        }
      });
    },
  };
}

/** Warns if a public site gives readers no way to report a mistake. */
function warnOfMissingContact({ config, logger }: LoaderContext, entries: Entries | undefined): void {
  const isPublic = config.site !== undefined && new URL(config.site).hostname !== 'localhost';
  if (isPublic && entries && entries.story.publisher.contact === undefined)
    logger.warn('story.yaml names no contact in publisher: readers are told of no way to report a mistake');
}

/** Compiles the story, or returns the last result if nothing changed. In a build files do not change (`isBuild`). */
function compileOnce(
  folder: string,
  { base, site }: { base: string; site?: string | undefined },
  isBuild: boolean,
): Entries {
  const place = JSON.stringify([folder, base, site]);
  if (isBuild && compiled?.place === place) return compiled.entries;
  const files = readStoryFiles(folder);
  const hash = createHash('sha256');
  for (const { path: name, bytes } of files) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  const key = hash.digest('hex');
  if (compiled?.place !== place || compiled.key !== key)
    compiled = {
      place,
      key,
      entries: compileStory(files, base, site === undefined ? '' : new URL(site).origin, today(), {
        // Whoever is still writing is not asked for reasons yet.
        guard: isBuild,
      }),
    };
  return compiled.entries;
}

/** The day of the build where it comes first, so that no writer is told that today has not come. */
const today = () => new Date(Date.now() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10);

function store({ store: astro }: LoaderContext, collection: Stored, entries: Entries): void {
  astro.clear();
  if (collection === 'story') {
    const filled = COLLECTIONS.filter((name) => entries[name].length > 0);
    astro.set({
      id: 'story',
      data: entries.story,
      rendered: {
        html: '',
        metadata: { moves: entries.moves, publishers: entries.publishers, published: entries.published, filled },
      },
    });
    return;
  }
  for (const { id, data, text } of entries[collection] as Entry<Record<string, unknown>>[])
    astro.set({ id, data, rendered: { html: '', metadata: { ...text } } });
}
