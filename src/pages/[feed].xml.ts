import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, getStory } from '../site.ts';
import { atomFeed } from '../publish/feed.ts';

/** `feed.xml`, once there is a change to tell of. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await getStory()).changes.length > 0 ? [{ params: { feed: 'feed' } }] : [];

export const GET: APIRoute = async () => new Response(atomFeed(await getStory(), absolute));
