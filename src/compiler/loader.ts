import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { assemble } from '../story/assemble.ts';
import type { Entries } from '../story/entries.ts';
import type { Story } from '../story/story.ts';
import type { Kept } from './compile.ts';
import { ContentError, exitWith } from './faults.ts';
import { languageIn, readStoryFiles, storyFolder, unfinishedIn } from './folder.ts';
import { handOver } from './hand-over.ts';
import { ADDRESSES, formatAddresses, parseAddresses, publishedAddresses } from './ledger.ts';
import { addFile, remembered } from './remembered.ts';
import { today } from './today.ts';

/** A compilation, or the faults that it met. */
interface Compiled {
  key: string;
  made: Promise<{ entries: Entries; story: Story }>;
  /** Files that `npm run new` began and nobody has finished. */
  unfinished: string[];
  /** The text of addresses.txt. */
  addresses: string;
}

/** The last compilation. */
let last: (Compiled & { save: string }) | undefined;

/** What the dev server keeps of the files that a save leaves as they were. */
const kept: Kept = new Map();

/**
 * Compiles the story for Astro, which gets one entry that says what it was compiled from; the rest goes through
 * hand-over.ts. A fault in any file ends the build, so that nothing is published from half a story; Astro's own loaders
 * would log it and go on. The dev server is told to load again by publish/desk.ts, which also shows faults.
 */
export function storyLoader(): Loader {
  return {
    name: 'story',
    async load(context) {
      try {
        const compiled = compileOnce(context);
        const { entries, story } = await compiled.made;
        handOver(story);
        context.store.clear();
        context.store.set({ id: 'story', data: { key: compiled.key } });
        warnOfWhatIsMissing(context, entries, compiled);
      } catch (error) {
        // Astro would take “document” in a fault for a slip of a programmer, and add a hint for him.
        if (!context.watcher) exitWith(error);
        const isStart = context.refreshContextData === undefined;
        if (!isStart || !(error instanceof ContentError)) throw error;
        handOver(error);
        context.logger.error(error.message);
      }
    },
  };
}

/**
 * Warns if a public site gives readers no way to report a mistake, has files that are still to be written, or says what
 * is not in the ledger yet.
 */
function warnOfWhatIsMissing(
  { config, logger }: LoaderContext,
  entries: Entries,
  { unfinished, addresses }: Pick<Compiled, 'unfinished' | 'addresses'>,
): void {
  if (config.site === undefined || new URL(config.site).hostname === 'localhost') return;
  if (entries.story.publisher.contact === undefined)
    logger.warn('story.yaml names no contact in publisher: readers are told of no way to report a mistake');
  if (unfinished.length > 0) logger.warn(`still to be written, and published as it is: ${unfinished.join(', ')}`);
  const isRecorded = formatAddresses(parseAddresses(addresses), publishedAddresses(entries)) === addresses;
  if (!isRecorded || entries.published.some(({ isNew }) => isNew))
    logger.warn(
      'what this site says is not recorded yet, so that a link lost or a text changed later goes unnoticed: ' +
        'run npm run publish before you put it up, and commit what it writes',
    );
}

/** Compiles the story, or returns the last result if nothing was saved since, or what was saved is the same. */
function compileOnce({ config, watcher, refreshContextData }: LoaderContext): Compiled {
  const { base, site } = config;
  const root = fileURLToPath(config.root);
  const folder = path.resolve(root, storyFolder());
  const save = JSON.stringify([folder, base, site, refreshContextData?.['saves']]);
  if (refreshContextData) refreshContextData['isTaken'] = true;
  if (last && last.save === save) return last;
  const files = readStoryFiles(folder);
  const hash = createHash('sha256').update(JSON.stringify([base, site]));
  for (const { path: name, bytes } of files) addFile(hash, name, bytes);
  const key = hash.digest('hex');
  const day = today();
  const compile = async () => {
    // Most builds find the story compiled, and need no compiler.
    const [{ compileStory }, { checkImages }] = await Promise.all([import('./compile.ts'), import('./images.ts')]);
    await checkImages(files);
    // Whoever is still writing is not asked for reasons yet.
    const writing = watcher && { guard: false, kept };
    return compileStory(files, base, site === undefined ? '' : new URL(site).origin, day, writing);
  };
  const parts = { name: 'story', of: [save], from: [key, day], rooms: ['compiler', 'story', 'words'] };
  const make = async () => {
    const entries = await (watcher ? compile() : remembered(parts, compile));
    return { entries, story: assemble(entries) };
  };
  const unfinished = unfinishedIn(files, languageIn(folder) ?? '');
  const addresses = Buffer.from(files.find((file) => file.path === ADDRESSES)?.bytes ?? '').toString();
  last = { save, key, made: last?.key === key ? last.made : make(), unfinished, addresses };
  return last;
}
