import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownOf } from '../publish/markdown-copy.ts';
import { absolute, getStory } from '../site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const story = await getStory();
  return story.explainers.map((explainer) => ({
    params: { explainer: explainer.id },
    props: { text: markdownOf(explainer, story, absolute) },
  }));
};

export const GET: APIRoute = ({ props }) => new Response(props['text']);
