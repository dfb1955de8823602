import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownOfDraft } from '../../publish/markdown-copy.ts';
import { absolute, getStory } from '../../site.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const story = await getStory();
  return story.drafts.map((draft) => ({
    params: { draft: draft.id },
    props: { text: markdownOfDraft(draft, story, absolute) },
  }));
};

export const GET: APIRoute = ({ props }) => new Response(props['text']);
