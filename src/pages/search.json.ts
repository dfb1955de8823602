import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import type { SearchList } from '../publish/search-index.ts';
import { searchRecords } from '../publish/search-records.ts';

/**
 * The list of search records for publish/search-index.ts, which makes the index after the pages are built and deletes
 * this file. Addresses have no base path, because Pagefind adds it.
 */
export const GET: APIRoute = async () => {
  const story = await getStory();
  return Response.json({ language: story.language, records: searchRecords(story) } satisfies SearchList);
};
