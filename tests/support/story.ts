import { statSync } from 'node:fs';
import path from 'node:path';
import { compileStory } from '../../src/compiler/compile.ts';
import { readStoryFiles } from '../../src/compiler/folder.ts';
import { assemble } from '../../src/story/assemble.ts';
import { searchRecords } from '../../src/publish/search-records.ts';
import { directory } from '../../src/story/directory.ts';
import type { PageKind } from '../../src/story/page-kinds.ts';
import { storySite } from './sites.ts';

/** The story that `STORY` names, compiled and joined: what the tests expect of its site follows from it. */
export const entries = compileStory(readStoryFiles(storySite.story), new URL(storySite.url).pathname);
export const story = assemble(entries);

/** One page of every kind that the story's site has; of kinds with many pages the one with the longest HTML. */
export const pageOfEachKind: readonly { kind: PageKind; address: string }[] = [
  ...Map.groupBy(directory(story), ({ kind }) => kind),
].map(([kind, pages]) => {
  const sized = pages.map(({ address }) => ({ address, size: statSync(fileOf(address)).size }));
  const { address } = sized.reduce((most, one) => (one.size > most.size ? one : most));
  return { kind, address };
});

function fileOf(address: string): string {
  return path.join(storySite.folder, address.endsWith('/') ? `${address}index.html` : address);
}

/** The page of a kind, if the story's site has one. */
export const pageOf = (kind: PageKind): string | undefined => pageOfEachKind.find((one) => one.kind === kind)?.address;

/** A word that the search finds in records of the most kinds, and those kinds. */
export const wordToFind: { word: string; kinds: ReadonlySet<string> } = (() => {
  const found = new Map<string, Set<string>>();
  for (const { title, kind } of searchRecords(story))
    for (const word of title.match(/\p{L}{5,}/gu) ?? [])
      found.set(word, (found.get(word) ?? new Set()).add(kind.replace(/ of .*/, '')));
  const [word, kinds] = [...found].reduce((most, one) => (one[1].size > most[1].size ? one : most));
  return { word, kinds };
})();
