import { compileStory } from '../../src/compiler/compile.ts';
import { readStoryFiles } from '../../src/compiler/folder.ts';
import { cardsOf } from '../../src/publish/card-texts.ts';
import { dataFiles } from '../../src/publish/data-files.ts';
import { atomFeed } from '../../src/publish/feed.ts';
import { jsonLd } from '../../src/publish/json-ld.ts';
import { markdownOf } from '../../src/publish/markdown-copy.ts';
import { pageRecords } from '../../src/publish/search-records.ts';
import { sitemap } from '../../src/publish/sitemap.ts';
import { assemble } from '../../src/story/assemble.ts';
import { directory } from '../../src/story/directory.ts';
import type { Entries } from '../../src/story/entries.ts';

/** What is made of a story without Astro, as one text. */
export function printStory(entries: Entries): string {
  const story = assemble(entries);
  const absolute = (address: string) => new URL(address, 'https://example.org').href;
  return JSON.stringify([
    entries,
    dataFiles(story, absolute),
    cardsOf(story),
    pageRecords(story),
    [atomFeed(story, absolute), sitemap(story, absolute)],
    directory(story).map(({ address }) => jsonLd(story, address, absolute)),
    story.explainers.map((explainer) => markdownOf(explainer, story, absolute)),
  ]);
}

// As a program it prints that of the story in a folder, for a site at a path.
const [, program, folder, base] = process.argv;
if (program === import.meta.filename && folder)
  console.log(printStory(compileStory(readStoryFiles(folder), base ?? '/')));
