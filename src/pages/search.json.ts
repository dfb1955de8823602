import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import type { SearchList } from '../publish/search-index.ts';
import { searchRecords } from '../publish/search-records.ts';

/** Hands the build what a search can find; it is taken away when the index is made. Pagefind adds the base path. */
export const GET: APIRoute = async () => {
  const story = await getStory();
  return Response.json({ language: story.language, records: searchRecords(story) } satisfies SearchList);
};
