import { availableParallelism } from 'node:os';

/**
 * Does slow work on each of many things, on as many at once as there are processors, and returns the results in the
 * order of the things. It speeds up work that runs on threads of its own, as that of zlib and Takumi does. The first
 * error is thrown.
 */
export async function inParallel<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const next = things.entries();
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (const [at, thing] of next) results[at] = await work(thing);
    }),
  );
  return results;
}
