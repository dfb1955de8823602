import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inParallel } from './parallel.ts';

test('work is done on as many things at once as there are processors, and its results are in their order', async () => {
  let running = 0;
  let most = 0;
  const things = Array.from({ length: 4 * availableParallelism() }, (_, at) => at);
  const results = await inParallel(things, async (thing) => {
    most = Math.max(most, (running += 1));
    await setTimeout(thing % 3);
    running -= 1;
    return thing * 2;
  });
  expect(results).toEqual(things.map((thing) => thing * 2));
  expect(most).toBe(availableParallelism());
});

test('the first error is thrown', async () => {
  await expect(inParallel([1, 2], (thing) => Promise.reject(new Error(`no ${thing}`)))).rejects.toThrow('no 1');
});
