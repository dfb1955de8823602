import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, getStory } from '../site.ts';
import { markdownOf } from '../publish/markdown-copy.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await getStory()).explainers.map((explainer) => ({
    params: { explainer: explainer.id },
    props: { text: markdownOf(explainer, absolute) },
  }));

export const GET: APIRoute = ({ props }) => new Response(props['text']);
