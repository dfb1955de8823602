import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';

/** The list of moved pages for publish/delivery.ts, which writes the redirects of hosts and deletes this file. */
export const GET: APIRoute = async () => Response.json((await getStory()).movedPages);
