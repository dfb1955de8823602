import type { Entries } from '../story/entries.ts';

/**
 * Where the loader leaves the compiled story for the site. Both run in one process, but each with modules of its own.
 * Astro's store would write the story as text, bundle that and read it again, and so hold it three times.
 */
const PLACE = Symbol.for('the compiled story');
const place = globalThis as { [PLACE]?: Entries | Error };

/** Leaves the story, or why there is none. */
export const handOver = (entries: Entries | Error): void => {
  place[PLACE] = entries;
};

/** Takes the story. Throws what the loader met, if there is none. */
export function handedOver(): Entries {
  const entries = place[PLACE] ?? new Error('the story was not loaded');
  if (entries instanceof Error) throw entries;
  return entries;
}
