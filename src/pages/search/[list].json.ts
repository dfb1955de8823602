import type { APIRoute, GetStaticPaths } from 'astro';
import type { PageList } from '../../browser/search-ranking.ts';
import { pageRecords, searchPages, sourceRecords } from '../../publish/search-records.ts';
import { getStory } from '../../site.ts';

/** What the search page loads beside Pagefind's index: one list of pages, and one of sources for those who ask. */
const LISTS = { pages: pageRecords, sources: sourceRecords };

export const getStaticPaths = (async () => {
  const { sources } = await getStory();
  return Object.keys(LISTS).flatMap((list) => (list === 'sources' && sources.length === 0 ? [] : { params: { list } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const story = await getStory();
  const records = LISTS[params['list'] as keyof typeof LISTS](story);
  return Response.json(searchPages(story, records) satisfies PageList);
};
