import type { APIRoute, GetStaticPaths } from 'astro';
import { securityTxt } from '../../publish/security-txt.ts';
import { absolute, getStory } from '../../site.ts';

/** `security.txt`, where the story names a contact and the site is not below a path. */
export const getStaticPaths: GetStaticPaths = async () => {
  const { publisher, language } = await getStory();
  const text = securityTxt({ contact: publisher.contact, language }, new URL(absolute('/')), new Date());
  return text === undefined ? [] : [{ params: { file: 'security.txt' }, props: { text } }];
};

export const GET: APIRoute = ({ props }) => new Response(props['text']);
