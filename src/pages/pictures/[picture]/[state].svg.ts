import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFile, statesOf, type PictureState } from '../../../pictures/file.ts';
import { getStory } from '../../../site.ts';
import type { Picture } from '../../../story/story.ts';

/** A picture as a file for texts: as it is now, and as it was known at the key moment where that is another. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { pictures } = await getStory();
  return pictures.flatMap((picture) =>
    statesOf(picture).map((state) => ({ params: { picture: picture.id, state }, props: { picture, state } })),
  );
};

export const GET: APIRoute<{ picture: Picture; state: PictureState }> = async ({ props: { picture, state } }) => {
  const { words } = await getStory();
  return new Response(drawFile(picture, state, words), { headers: { 'Content-Type': 'image/svg+xml' } });
};
