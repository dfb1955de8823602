import { brotliCompressSync } from 'node:zlib';
import type { Picture } from '../story/story.ts';
import { layoutCounts } from './counts.ts';
import { layoutHours } from './hours.ts';
import { drawMaps } from './map.ts';
import { drawScene, type Shape } from './scene.ts';

/** A picture as SVG in both shapes, which must stand on one page together. */
export function drawPicture(picture: Picture): Record<Shape, string> {
  const { id, title, brief } = picture;
  const both = (draw: (shape: Shape) => string) => ({ wide: draw('wide'), narrow: draw('narrow') });
  const named = (shape: Shape) => ({ id: `${id}-${shape}`, title, brief });
  switch (picture.kind) {
    case 'counts':
      return both((shape) => drawScene(layoutCounts(picture, shape), named(shape), shape));
    case 'hours':
      return both((shape) => drawScene(layoutHours(picture, shape), named(shape), shape));
    case 'map':
      return drawMaps(picture, { id, title, brief });
  }
}

/** The most that a picture may weigh within a text, in bytes after Brotli. */
const MOST = 2500;

/**
 * Puts pictures into a compiled text where it links one in a paragraph of its own. What is too heavy to be carried along
 * stays a link.
 *
 * `<figure data-picture="rain"><a href="/pictures/rain/">Rain by month</a></figure>` →
 * `<figure data-picture="rain"><svg …</svg><figcaption><a href="/pictures/rain/">Rain by month</a></figcaption></figure>`
 */
export function withPictures(html: string, pictures: readonly Picture[]): string {
  return html.replace(
    /(<figure data-picture="([^"]*)">)(.*?)(<\/figure>)/gs,
    (whole, open: string, id: string, inner: string, close: string) => {
      const picture = pictures.find((one) => one.id === id);
      const drawn = picture && light(picture);
      return drawn === undefined ? whole : `${open}${drawn}<figcaption>${inner}</figcaption>${close}`;
    },
  );
}

const drawings = new WeakMap<Picture, string>();

/** The narrow shape of a picture if it is light enough and stands alone. */
function light(picture: Picture): string | undefined {
  // The narrow shape of a map takes its lands from the wide one.
  if (picture.kind === 'map') return undefined;
  const drawn = drawings.get(picture) ?? drawPicture(picture).narrow;
  drawings.set(picture, drawn);
  return brotliCompressSync(drawn).length > MOST ? undefined : drawn;
}
