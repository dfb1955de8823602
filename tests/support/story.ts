import { compileStory } from '../../src/compiler/compile.ts';
import { readStoryFiles } from '../../src/compiler/folder.ts';
import { assemble } from '../../src/story/assemble.ts';
import { pageRecords } from '../../src/publish/search-records.ts';
import { storySite } from './sites.ts';

/** The story that `STORY` names, compiled and joined: what the tests expect of its site follows from it. */
export const entries = compileStory(readStoryFiles(storySite.story), new URL(storySite.url).pathname);
export const story = assemble(entries);

/** A word that the search finds in records of the most kinds, and those kinds. */
export const wordToFind: { word: string; kinds: ReadonlySet<string> } = (() => {
  const found = new Map<string, Set<string>>();
  for (const { title, kind } of pageRecords(story))
    for (const word of title.match(/\p{L}{5,}/gu) ?? [])
      found.set(word, (found.get(word) ?? new Set()).add(kind.replace(/( of |, ).*/, '')));
  const [word, kinds] = [...found].reduce((most, one) => (one[1].size > most[1].size ? one : most));
  return { word, kinds };
})();
