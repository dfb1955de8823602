import path from 'node:path';
import { expect, test } from 'vitest';
import { compileStory } from '../../src/compiler/compile.ts';
import { readStoryFiles } from '../../src/compiler/folder.ts';
import { countWords } from '../../src/story/counting.ts';
import { root } from '../support/build.ts';
import { writeGeneratedStory } from './generated-story.ts';

test('a generated story compiles, and its explainers have about 1,800 words', () => {
  const folder = path.join(root, '.cache/test/generated');
  writeGeneratedStory(folder, 3);
  const { explainers, timeline, glossary } = compileStory(readStoryFiles(folder), '/');
  expect([explainers.length, timeline.length, glossary.length]).toEqual([5, 20, 14]);
  for (const { id, text } of explainers)
    if (id.startsWith('made')) expect(Math.abs(countWords(text.plain) - 1800)).toBeLessThan(180);
});
