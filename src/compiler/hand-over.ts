import type { Entries } from '../story/entries.ts';

/**
 * Where the loader leaves the compiled story for the site. Both run in one process, but each with modules of its own.
 * Astro's store would write the story as text, bundle that and read it again, and so hold it three times.
 */
const PLACE = Symbol.for('the compiled story');
const place = globalThis as { [PLACE]?: Entries };

export const handOver = (entries: Entries): void => {
  place[PLACE] = entries;
};

export function handedOver(): Entries {
  const entries = place[PLACE];
  if (!entries) throw new Error('the story was not loaded');
  return entries;
}
