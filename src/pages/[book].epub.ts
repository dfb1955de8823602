import type { APIRoute, GetStaticPaths } from 'astro';
import { bookAddress } from '../publish/epub.ts';
import { getBook, getStory } from '../site.ts';

export const getStaticPaths: GetStaticPaths = async () => [
  { params: { book: bookAddress(await getStory()).slice(1, -'.epub'.length) } },
];

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await getBook()), { headers: { 'Content-Type': 'application/epub+zip' } });
