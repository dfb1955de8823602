import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';

/** Hands the build the pages that moved; it is taken away when the lists for the hosts are made. */
export const GET: APIRoute = async () => Response.json((await getStory()).movedPages);
