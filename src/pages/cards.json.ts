import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import { cardsOf } from '../publish/card-texts.ts';

/** The list of cards for publish/draw-cards.ts, which draws them after the pages are built and deletes this file. */
export const GET: APIRoute = async () => Response.json(cardsOf(await getStory()));
