import type { APIRoute } from 'astro';
import { getStory } from '../site.ts';
import { cardsOf } from '../publish/card-texts.ts';
import type { CardList } from '../publish/draw-cards.ts';

/** The list of cards for publish/draw-cards.ts, which draws them after the pages are built and deletes this file. */
export const GET: APIRoute = async () => {
  const story = await getStory();
  return Response.json({ cards: cardsOf(story), fonts: story.cardFonts } satisfies CardList);
};
