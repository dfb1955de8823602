import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import type { SearchTexts } from '../publish/search-index.ts';
import { pageRecords, sourceRecords } from '../publish/search-records.ts';

/** Hands the build the texts that Pagefind searches; it is taken away when the index is made. */
export const GET: APIRoute = async () => {
  const story = await getStory();
  const records = [...pageRecords(story), ...sourceRecords(story)];
  const texts = records.map(({ address, title, text }) => ({ address, title, text }));
  return Response.json({ language: story.language, texts } satisfies SearchTexts);
};
