import { brotliCompressSync } from 'node:zlib';
import type { Picture } from '../story/story.ts';
import type { Words } from '../words/words.ts';
import { layoutCounts } from './counts.ts';
import { layoutHours } from './hours.ts';
import { drawMaps } from './map.ts';
import { drawScene, INK, type Scene, type Shape } from './scene.ts';
import { element, escapeXml } from './svg.ts';

/**
 * A picture as SVG in both shapes, which must be on the same page. Throws a ContentError if labels of a map overlap.
 */
export function drawPicture(picture: Picture, words: Words): Record<Shape, string> {
  const draw = (scene: Scene, shape: Shape) => drawFigure(scene, picture, shape);
  const both = (layout: (shape: Shape) => Scene) => ({
    wide: draw(layout('wide'), 'wide'),
    narrow: draw(layout('narrow'), 'narrow'),
  });
  switch (picture.kind) {
    case 'counts':
      return both((shape) => layoutCounts(picture, shape, words));
    case 'hours':
      return both((shape) => layoutHours(picture, shape, words));
    case 'map':
      return drawMaps(picture, words, draw);
  }
}

/** A scene as SVG with the role `img`, and a title and description for screen readers. */
function drawFigure(scene: Scene, { id, title, brief }: Picture, shape: Shape): string {
  const [name, description] = [`${id}-${shape}-title`, `${id}-${shape}-desc`];
  const attributes = {
    class: shape,
    role: 'img',
    'aria-labelledby': name,
    'aria-describedby': description,
    fill: INK,
    'font-size': scene.size,
    'text-rendering': 'geometricPrecision',
  };
  const head =
    element('title', { id: name }, escapeXml(title)) + element('desc', { id: description }, escapeXml(brief));
  return drawScene(scene, attributes, head);
}

/** The most bytes, compressed with Brotli, that a picture may add to a text. */
const MOST = 2500;

const drawings = new WeakMap<Picture, string | undefined>();

/**
 * The SVG of a picture inside a text: its narrow shape, or undefined if that is too large, or needs the wide one on the
 * same page.
 */
export function drawInText(picture: Picture, words: Words): string | undefined {
  // The narrow shape of a map refers to the lands in the wide one.
  if (picture.kind === 'map') return undefined;
  if (!drawings.has(picture)) {
    const drawn = drawPicture(picture, words).narrow;
    drawings.set(picture, brotliCompressSync(drawn).length > MOST ? undefined : drawn);
  }
  return drawings.get(picture);
}
