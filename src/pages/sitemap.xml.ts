import type { APIRoute } from 'astro';
import { absolute, getStory } from '../site.ts';
import { sitemap } from '../publish/sitemap.ts';

export const GET: APIRoute = async () => new Response(sitemap(await getStory(), absolute));
