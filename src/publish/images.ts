import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sharp } from 'sharp';
import { cacheFolder, imagesIn, storyFolder } from '../compiler/folder.ts';
import { madeOnce } from '../compiler/remembered.ts';
import { imageAddress } from '../story/addresses.ts';

/** Widths in pixels in which an image is offered, as far as it has them: for telephones, and twice as dense screens. */
const WIDTHS = [480, 960, 1440];
/** The width of the file for readers and machines that do not choose. */
const PLAIN_WIDTH = 960;
/** Part of the name of each cached file: another one makes all of them anew. */
const VERSION = 1;

/** One file that is made of an image. */
export interface ImageFile {
  /** From the root of the site. */
  address: string;
  width: number;
  format: 'webp' | 'jpeg' | 'png';
}

/** An image as a page shows it. */
export interface ShownImage {
  width: number;
  height: number;
  /** Its files in a modern format, the smallest first. */
  files: ImageFile[];
  /** The file for what reads no other. */
  plain: ImageFile;
}

/** The files that are made of an image of the story, `images/bridge.jpg`, and its size. */
export async function shownImage(file: string): Promise<ShownImage> {
  const { width, height } = await sizeOf(readFileSync(path.join(storyFolder(), file)));
  const name = path.basename(file).replace(/\.[^.]*$/, '');
  const most = Math.min(width, WIDTHS.at(-1) ?? width);
  // One that is hardly narrower than the widest helps nobody.
  const files = [...WIDTHS.filter((one) => one < most * 0.8), most].map((one): ImageFile => ({
    address: `/images/${name}-${one}.webp`,
    width: one,
    format: 'webp',
  }));
  const format = file.endsWith('.png') ? 'png' : 'jpeg';
  return {
    width,
    height,
    files,
    plain: { address: imageAddress(name, file), width: Math.min(width, PLAIN_WIDTH), format },
  };
}

/** A file that is made of an image, with that image. */
export interface MadeImage extends Record<string, unknown> {
  file: string;
  made: ImageFile;
}

/** All files that are made of the images of the story. */
export async function imageFiles(): Promise<MadeImage[]> {
  const all = await Promise.all(
    imagesIn(storyFolder()).map(async (file) => {
      const { files, plain } = await shownImage(file);
      return [...files, plain].map((made) => ({ file, made }));
    }),
  );
  return all.flat();
}

/**
 * The routes of the files with one ending. Each ending has a route of its own: to one whose ending is a parameter, the
 * server of `npm run dev` demands a slash at its end.
 */
export async function imagesEnding(ending: string): Promise<{ params: { name: string }; props: MadeImage }[]> {
  return (await imageFiles())
    .filter(({ made }) => made.address.endsWith(`.${ending}`))
    .map((props) => ({ params: { name: path.posix.basename(props.made.address, `.${ending}`) }, props }));
}

/** One of them as the server gives it. */
export async function imageResponse({ file, made }: MadeImage): Promise<Response> {
  const bytes = await imageBytes(file, made);
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': `image/${made.format}` } });
}

/**
 * The bytes of a file that is made of an image, from the cache of earlier builds if they are there. What the camera
 * wrote into it, such as the place, is left out.
 */
export async function imageBytes(file: string, { width, format }: ImageFile): Promise<Buffer> {
  const bytes = readFileSync(path.join(storyFolder(), file));
  const { default: sharp } = await import('sharp');
  const key = createHash('sha256')
    .update(JSON.stringify([VERSION, sharp.versions, width, format]))
    .update(bytes);
  const cached = path.join(cacheFolder(), 'images', `${key.digest('hex').slice(0, 24)}.${format}`);
  const make = () => encode(sharp(bytes).rotate().resize({ width, withoutEnlargement: true }), format);
  return readFileSync(await madeOnce(cached, make));
}

function encode(image: Sharp, format: ImageFile['format']): Promise<Buffer> {
  if (format === 'webp') return image.webp({ quality: 76, effort: 5, smartSubsample: true }).toBuffer();
  return format === 'png'
    ? image.png({ compressionLevel: 9, palette: true, quality: 90 }).toBuffer()
    : image.flatten({ background: 'white' }).jpeg({ quality: 78, mozjpeg: true }).toBuffer();
}

/** The size of an image as it is shown: cameras that were held upright say so beside the picture. */
async function sizeOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp');
  return (await sharp(bytes).metadata()).autoOrient;
}
