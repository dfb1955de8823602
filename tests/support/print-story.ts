import { compileStory } from '../../src/compiler/compile.ts';
import { readStoryFiles } from '../../src/compiler/folder.ts';
import { cardsOf } from '../../src/publish/card-texts.ts';
import { dataFiles } from '../../src/publish/data-files.ts';
import { atomFeed, sitemap } from '../../src/publish/feed.ts';
import { jsonLd } from '../../src/publish/json-ld.ts';
import { markdownOf } from '../../src/publish/markdown-copy.ts';
import { pageRecords } from '../../src/publish/search-records.ts';
import { assemble } from '../../src/story/assemble.ts';
import { directory } from '../../src/story/directory.ts';

/** Prints what is made of the story in a folder without Astro, for a test that compares two processes. */
const entries = compileStory(readStoryFiles(process.argv[2] ?? ''), '/');
const story = assemble(entries);
const absolute = (address: string) => new URL(address, 'https://example.org').href;
console.log(
  JSON.stringify([
    entries,
    dataFiles(story, absolute),
    cardsOf(story),
    pageRecords(story),
    [atomFeed(story, absolute), sitemap(story, absolute)],
    directory(story).map(({ address }) => jsonLd(story, address, absolute)),
    story.explainers.map((explainer) => markdownOf(explainer, story, absolute)),
  ]),
);
