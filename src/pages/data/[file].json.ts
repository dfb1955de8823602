import type { APIRoute, GetStaticPaths } from 'astro';
import { absolute, getStory } from '../../site.ts';
import { dataFiles } from '../../publish/data-files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  Object.entries(dataFiles(await getStory(), absolute)).map(([file, data]) => ({ params: { file }, props: { data } }));

export const GET: APIRoute = ({ props }) => new Response(`${JSON.stringify(props['data'], null, 1)}\n`);
