import type { APIRoute } from 'astro';
import { getStory, link } from '../site.ts';
import { searchRecords } from '../publish/search-records.ts';

/** Hands the build what a search can find; it is taken away when the index is made. */
export const GET: APIRoute = async () => {
  const story = await getStory();
  const records = searchRecords(story).map((record) => ({ ...record, address: link(record.address) }));
  return Response.json({ language: story.language, records });
};
