import { createHash } from 'node:crypto';
import type { Metadata, Sharp } from 'sharp';
import { VFile } from 'vfile';
import { asId, IMAGES } from '../story/addresses.ts';
import { hint } from '../story/nearest.ts';
import { schemas, type Fields } from '../story/schema.ts';
import type { StoryImage } from './context.ts';
import { decode } from './decode.ts';
import { ContentError, fault } from './faults.ts';
import { IMAGE_ENDINGS, isImage, tooLarge, type StoryFile } from './folder.ts';
import { readYaml } from './front-matter.ts';

const EXAMPLE = 'credit: The photographer and licence: CC BY 4.0';

/** The files of a story that belong to its images, and the others. */
export function divideImages(files: readonly StoryFile[]): { images: StoryFile[]; texts: StoryFile[] } {
  const { images = [], texts = [] } = Object.groupBy(files, ({ path }) =>
    path.startsWith(IMAGES) ? 'images' : 'texts',
  );
  return { images, texts };
}

/**
 * Reads what `images/bridge.yaml` says of `images/bridge.jpg`, and checks that each image has such a file and each such
 * file an image. Returns the images by their paths, and all files with their faults.
 */
export function readImages(files: readonly StoryFile[]): { images: Map<string, StoryImage>; files: VFile[] } {
  const images = new Map<string, StoryImage>();
  const read: VFile[] = [];
  const notes = new Map<string, { file: VFile; fields: Fields<'images'> | undefined }>();
  for (const one of files.filter(({ path }) => path.endsWith('.yaml'))) {
    const file = decode(one);
    read.push(file);
    const fields = file.value === undefined ? undefined : readYaml(file, String(file), 1, schemas.images);
    notes.set(one.path, { file, fields: fields?.data });
  }
  for (const { path, bytes, problem = tooLarge(path, bytes.length) } of files.filter(
    (one) => !one.path.endsWith('.yaml'),
  )) {
    const file = new VFile({ path });
    read.push(file);
    const name = path.slice(IMAGES.length).replace(/\.[^.]*$/, '');
    const about = `${IMAGES}${name}.yaml`;
    const note = notes.get(about);
    notes.delete(about);
    const other = [...images.keys()].find((one) => one.replace(/\.[^.]*$/, '') === `${IMAGES}${name}`);
    const reason =
      problem ??
      (!isImage(path)
        ? isImage(path.toLowerCase())
          ? `the ending of an image has small letters; name the file ${IMAGES}${asId(name)}${endingOf(path)}`
          : `is no image that the site takes; use ${IMAGE_ENDINGS.join(', ')}`
        : !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)
          ? `“${name}” cannot be part of an address; use lower-case letters a to z, digits and single hyphens` +
            (asId(name) === '' ? '' : `, as in ${asId(name)}`)
          : other !== undefined
            ? `has the same name as ${other}; give one of them another`
            : note
              ? undefined
              : `nothing says whose image this is; write ${about} with ${EXAMPLE}`);
    if (reason !== undefined) fault(file, reason, { line: 1 });
    images.set(path, { name, about: note?.fields });
  }
  for (const [path, { file }] of notes)
    fault(file, `there is no image of this name${hint(path, images.keys())}`, { line: 1 });
  return { images, files: read };
}

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.')).toLowerCase();

/**
 * Every image is shown by some text, or left over. One that has a fault, or that a text names which has one, may be
 * shown when that is mended.
 */
export function checkShown(
  images: ReadonlyMap<string, StoryImage>,
  shown: ReadonlySet<string>,
  files: readonly VFile[],
  texts: readonly VFile[],
): void {
  const isNamed = (name: string) =>
    texts.some(({ messages, value }) => messages.length > 0 && String(value).includes(name));
  for (const file of files)
    if (
      images.has(file.path) &&
      !shown.has(file.path) &&
      file.messages.length === 0 &&
      !isNamed(file.path.slice(IMAGES.length))
    )
      fault(file, `no text shows this image; show it with ![what is seen](../${file.path}), or take it out`, {
        line: 1,
      });
}

/** Pixels of an image at most: what a camera takes. */
const MOST_PIXELS = 50_000_000;

/**
 * Throws a ContentError if an image of the story cannot be read, or has more pixels than are made smaller in time. What
 * is wrong with its file, `readImages` says.
 */
export async function checkImages(files: readonly StoryFile[]): Promise<void> {
  const images = files.filter(
    ({ path: name, bytes, problem = tooLarge(name, bytes.length) }) => isImage(name) && problem === undefined,
  );
  if (images.length === 0) return;
  const { default: sharp } = await import('sharp');
  const checked = await Promise.all(
    images.map(async ({ path: name, bytes }) => {
      const file = new VFile({ path: name });
      const reason =
        bytes.length === 0
          ? 'the file is empty; save the image again'
          : await sharp(bytes)
              .metadata()
              .then(faultOf, () => 'cannot be read as an image; save it again as .jpg, .png or .webp')
              .then((reason) => reason ?? faultWithin(bytes, sharp));
      if (reason !== undefined) fault(file, reason, { line: 1 });
      return file;
    }),
  );
  const faulty = checked.filter(({ messages }) => messages.length > 0);
  if (faulty.length > 0) throw new ContentError(faulty);
}

/** Hashes of images that are whole: `npm run dev` asks at each save. */
const whole = new Set<string>();

/** Reads an image to its end, which its head says nothing of: a copy may have broken off. */
async function faultWithin(bytes: Uint8Array, sharp: (bytes: Uint8Array) => Sharp): Promise<string | undefined> {
  const key = createHash('sha256').update(bytes).digest('base64');
  if (whole.has(key)) return undefined;
  try {
    await sharp(bytes).resize(16, 16, { fit: 'inside' }).raw().toBuffer();
    whole.add(key);
    return undefined;
  } catch (error) {
    return `is damaged or breaks off (${(error as Error).message.trim()}); copy it again, or save it anew`;
  }
}

function faultOf({ width, height, pages = 1 }: Metadata): string | undefined {
  if (width * height > MOST_PIXELS)
    return `the image has ${width} by ${height} pixels; make it smaller than ${MOST_PIXELS / 1_000_000} million`;
  return pages > 1 ? 'the image moves; take a still one' : undefined;
}
