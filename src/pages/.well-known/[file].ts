import type { APIRoute, GetStaticPaths } from 'astro';
import { securityTxt } from '../../publish/security-txt.ts';
import { absolute, getStory } from '../../site.ts';

/** `security.txt` (RFC 9116), if the story names a contact and the site is at the root of its host. */
export const getStaticPaths: GetStaticPaths = async () => {
  const text = securityTxt(await getStory(), new URL(absolute('/')), new Date());
  return text === undefined ? [] : [{ params: { file: 'security.txt' }, props: { text } }];
};

export const GET: APIRoute = ({ props }) => new Response(props['text']);
