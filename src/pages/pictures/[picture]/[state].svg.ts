import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFile, type PictureState } from '../../../pictures/file.ts';
import { getStory } from '../../../site.ts';
import { showsLater } from '../../../story/assemble-pictures.ts';
import type { Picture } from '../../../story/story.ts';
import moreParties from '../../../styles/more-parties.css?raw';
import tokens from '../../../styles/tokens.css?raw';

/** A picture as a file for texts: as it is now, and as it was known at the key moment where that is another. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { pictures } = await getStory();
  return pictures.flatMap((picture) => [
    { params: { picture: picture.id, state: 'now' }, props: { picture } },
    ...(showsLater(picture) && !picture.later
      ? [{ params: { picture: picture.id, state: 'then' }, props: { picture } }]
      : []),
  ]);
};

export const GET: APIRoute<{ picture: Picture }> = async ({ props: { picture }, params }) => {
  const { words } = await getStory();
  return new Response(drawFile(picture, params['state'] as PictureState, tokens + moreParties, words).svg, {
    headers: { 'Content-Type': 'image/svg+xml' },
  });
};
