import type { APIRoute, GetStaticPaths } from 'astro';
import { bookAddress, epubOf } from '../publish/epub.ts';
import { absolute, getStory } from '../site.ts';

export const getStaticPaths: GetStaticPaths = async () => [
  { params: { book: bookAddress(await getStory()).slice(1, -'.epub'.length) } },
];

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await epubOf(await getStory(), absolute)), {
    headers: { 'Content-Type': 'application/epub+zip' },
  });
