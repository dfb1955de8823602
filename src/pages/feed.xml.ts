import type { APIRoute } from 'astro';
import { absolute, getStory } from '../site.ts';
import { atomFeed } from '../publish/feed.ts';

export const GET: APIRoute = async () => new Response(atomFeed(await getStory(), absolute));
