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

const drawings = new WeakMap<Picture, string>();

/** The narrow shape of a picture as SVG, for a text; undefined if it is too heavy to be carried along. */
export function drawInText(picture: Picture): string | undefined {
  // The narrow shape of a map takes its lands from the wide one.
  if (picture.kind === 'map') return undefined;
  const drawn = drawings.get(picture) ?? drawPicture(picture).narrow;
  drawings.set(picture, drawn);
  return brotliCompressSync(drawn).length > MOST ? undefined : drawn;
}
