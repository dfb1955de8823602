import type { APIRoute } from 'astro';
import { imageResponse, imagesEnding, type MadeImage } from '../../publish/images.ts';

export const getStaticPaths = () => imagesEnding('webp');
export const GET: APIRoute<MadeImage> = ({ props }) => imageResponse(props);
