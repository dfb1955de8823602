import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import { cardsOf } from '../story/cards.ts';

/** What the build draws, and then takes out of the site: see build/cards.ts. */
export const GET: APIRoute = async () => Response.json(cardsOf(await getStory()));
