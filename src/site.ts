import { getEntry } from 'astro:content';
import { exitWith } from './compiler/faults.ts';
import { handedOver } from './compiler/hand-over.ts';
import { checkPictures } from './pictures/draw.ts';
import { epubOf } from './publish/epub.ts';
import { pageAt } from './story/directory.ts';
import { addressOfPage, type PageKind } from './story/page-kinds.ts';
import type { Story } from './story/story.ts';
import { withBase } from './story/addresses.ts';

/** The story as the loader left it. In a build, its pictures are checked first. */
export async function getStory(): Promise<Story> {
  const story = handedOver();
  if (!import.meta.env.DEV && story !== checked) stopAtPictures(story);
  checked = story;
  return story;
}

/** The story whose pictures were checked. */
let checked: Story | undefined;

/** Ends a build where words of a picture cannot be read: as an error of the page, Astro would tell it three times. */
function stopAtPictures({ pictures, words }: Story): void {
  try {
    checkPictures(pictures, words);
  } catch (error) {
    exitWith(error);
  }
}

/** The story as a book. */
export async function getBook(): Promise<Uint8Array> {
  return epubOf(await getStory(), absolute, import.meta.env.DEV ? undefined : await keyOfStory());
}

/** What the loader says the content was compiled from. */
async function keyOfStory(): Promise<string | undefined> {
  const entry = (await getEntry('story', 'story')) as { data: { key: string } } | undefined;
  return entry?.data.key;
}

/** The path of a page that lists things, for its route `[...list].astro`; none where the story has nothing to list. */
export async function pathOfList(kind: PageKind): Promise<{ params: { list: undefined } }[]> {
  return pageAt(await getStory(), addressOfPage(kind)) ? [{ params: { list: undefined } }] : [];
}

/** The address of a page of the site as a link: the base path comes before it. */
export function link(address: string): string {
  return withBase(import.meta.env.BASE_URL, address);
}

/** The whole address of a page or file of the site, with scheme and host. */
export function absolute(address: string): string {
  return new URL(link(address), import.meta.env.SITE).href;
}
