import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import { cardsOf } from '../publish/card-texts.ts';

/** What the build draws, and then takes out of the site: see publish/draw-cards.ts. */
export const GET: APIRoute = async () => Response.json(cardsOf(await getStory()));
