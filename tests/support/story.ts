import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import writeFileAtomic from 'write-file-atomic';
import { assemble } from '../../src/story/assemble.ts';
import type { Entries } from '../../src/story/entries.ts';
import { pageRecords } from '../../src/publish/search-records.ts';
import type { Story } from '../../src/story/story.ts';
import { root } from './build.ts';
import { isNewer, storySite, type Site } from './sites.ts';

/** The compiled story of a site: compiled once, and read by every process until what it is made of changes. */
async function entriesOf({ story, url }: Site): Promise<Entries> {
  const file = path.join(root, '.cache/test/compiled', encodeURIComponent(`${path.relative(root, story)} ${url}`));
  if (isNewer(file, story)) return deserialize(readFileSync(file)) as Entries;
  const [{ compileStory }, { readStoryFiles }] = await Promise.all([
    import('../../src/compiler/compile.ts'),
    import('../../src/compiler/folder.ts'),
  ]);
  const compiled = compileStory(readStoryFiles(story), new URL(url).pathname);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileAtomic.sync(file, serialize(compiled));
  return compiled;
}

/** The story of a site, compiled and joined. */
export const storyOf = async (site: Site): Promise<Story> => assemble(await entriesOf(site));

/** The story that `STORY` names: what the tests expect of its site follows from it. */
export const entries = await entriesOf(storySite);
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
