import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compile.ts';
import { countWords } from '../../src/story/text.ts';
import { generateStory } from './generate.ts';

test('a generated story is a good one, the same for the same seed, with explainers of about 1,800 words', () => {
  const files = generateStory(4, 7);
  expect([...generateStory(4, 7)]).toEqual([...files]);
  expect([...generateStory(4, 8)]).not.toEqual([...files]);
  const { explainers, timeline, glossary } = compileStory(
    [...files].map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    '/',
  );
  expect([explainers.length, timeline.length, glossary.length]).toEqual([4, 24, 16]);
  for (const { text } of explainers) expect(Math.abs(countWords(text.plain) - 1800)).toBeLessThan(180);
});
