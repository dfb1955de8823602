import type { APIRoute } from 'astro';
import { absolute } from '../site.ts';
import { robots } from '../publish/sitemap.ts';

export const GET: APIRoute = () => new Response(robots(absolute));
