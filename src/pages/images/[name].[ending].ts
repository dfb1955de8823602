import type { APIRoute, GetStaticPaths } from 'astro';
import { imageBytes, imageFiles, type ImageFile } from '../../publish/images.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await imageFiles()).map((one) => {
    const [, name = '', ending = ''] = /([^/]+)\.(\w+)$/.exec(one.made.address) ?? [];
    return { params: { name, ending }, props: one };
  });

export const GET: APIRoute = async ({ props }) => {
  const made = props['made'] as ImageFile;
  const bytes = await imageBytes(props['file'] as string, made);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': `image/${made.format}` } });
};
