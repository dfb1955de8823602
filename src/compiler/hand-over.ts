import type { Story } from '../story/story.ts';

/**
 * Where the loader leaves the story for the site and for the integrations. All run in one process, but the site has
 * modules of its own. Astro's store would write the story as text, bundle that and read it again, and so hold it three
 * times.
 */
const PLACE = Symbol.for('the compiled story');
const place = globalThis as { [PLACE]?: Story | Error };

/** Leaves the story, or why there is none. */
export const handOver = (story: Story | Error): void => {
  place[PLACE] = story;
};

/** Takes the story. Throws what the loader met, if there is none. */
export function handedOver(): Story {
  const story = place[PLACE] ?? new Error('the story was not loaded');
  if (story instanceof Error) throw story;
  return story;
}
