import { getCollection, getEntry } from 'astro:content';
import type { Text } from './story/text.ts';
import { epubOf } from './publish/epub.ts';
import { pageAt } from './story/directory.ts';
import { addressOfPage, COLLECTIONS, type Collection, type PageKind } from './story/page-kinds.ts';
import type { Entries } from './story/entries.ts';
import { assemble } from './story/assemble.ts';
import type { Story } from './story/story.ts';
import { withBase } from './story/addresses.ts';

/**
 * The story, from Astro's content; this is the only module that asks Astro for it, and everything below works on plain
 * data. The story is joined once, and by the dev server again when the content has changed.
 */
export async function getStory(): Promise<Story> {
  const key = import.meta.env.DEV ? await keyOfStory() : '';
  if (!joined || joined.key !== key) joined = { key, story: loadStory() };
  return joined.story;
}

/** The story as a book. */
export async function getBook(): Promise<Uint8Array> {
  return epubOf(await getStory(), absolute, import.meta.env.DEV ? undefined : await keyOfStory());
}

/** What the loader says the content was compiled from. */
async function keyOfStory(): Promise<string | undefined> {
  return (await getEntry('story', 'story'))?.rendered?.metadata?.['key'] as string | undefined;
}

let joined: { key: unknown; story: Promise<Story> } | undefined;

/**
 * What Astro keeps of a content file. Astro's own types are those of the last build: they are not there before the
 * first one, and a new collection is not among them.
 */
interface StoredEntry {
  id: string;
  data: unknown;
  rendered?: { metadata?: object } | undefined;
}

const storedEntries = getCollection as (name: Collection) => Promise<readonly StoredEntry[]>;

async function loadStory(): Promise<Story> {
  const story = await getEntry('story', 'story');
  if (!story) throw new Error('the story was not loaded');
  const metadata: unknown = story.rendered?.metadata;
  const { moves, publishers, published, filled } = metadata as Pick<Entries, 'moves' | 'publishers' | 'published'> & {
    filled: readonly Collection[];
  };
  const collections = await Promise.all(
    COLLECTIONS.map(async (name) => {
      // Astro warns of a collection that has no files, though a story needs few.
      const entries = filled.includes(name) ? await storedEntries(name) : [];
      return [name, entries.map(({ id, data, rendered }) => ({ id, data, text: toText(rendered) }))] as const;
    }),
  );
  return assemble({
    story: story.data,
    moves,
    publishers,
    published,
    ...Object.fromEntries(collections),
  } as unknown as Entries);
}

/** The loader leaves the compiled text in what Astro calls the rendered entry. */
function toText(rendered: { metadata?: object } | undefined): Text {
  if (!rendered?.metadata) throw new Error('an entry came without its compiled text');
  return rendered.metadata as unknown as Text;
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
