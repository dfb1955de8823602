import { ContentError } from '../compiler/faults.ts';
import type { Picture } from '../story/story.ts';
import type { Words } from '../words/words.ts';
import { layoutAnswers } from './answers.ts';
import { layoutCounts } from './counts.ts';
import { fileOfPicture, tellOfWords } from './crowded.ts';
import { layoutEvents } from './events.ts';
import { layoutHours } from './hours.ts';
import { drawLands } from './lands.ts';
import { drawMaps, layoutMap } from './map.ts';
import { collisionsOf, drawScene, INK, type Scene, type Shape } from './scene.ts';
import { layoutSpans } from './spans.ts';
import { element, escapeXml } from './svg.ts';

/** What was drawn: several pages show a picture, and a map takes long. */
const drawn = new WeakMap<Picture, Record<Shape, string>>();

/**
 * A picture as SVG in both shapes, which must be on the same page. Throws a ContentError if labels of a map overlap.
 */
export function drawPicture(picture: Picture, words: Words): Record<Shape, string> {
  const both = drawn.get(picture) ?? drawShapes(picture, words);
  drawn.set(picture, both);
  return both;
}

function drawShapes(picture: Picture, words: Words): Record<Shape, string> {
  const draw = (scene: Scene, shape: Shape) => drawFigure(scene, picture, shape);
  if (picture.kind === 'map') return drawMaps(picture, words, draw);
  return {
    wide: draw(layOut(picture, 'wide', words), 'wide'),
    narrow: draw(layOut(picture, 'narrow', words), 'narrow'),
  };
}

/** Throws a ContentError if words of pictures cannot be read, which shows only when they are drawn. */
export function checkPictures(pictures: readonly Picture[], words: Words): void {
  const faulty = pictures.flatMap((picture) => filesWithFaults(picture, words));
  if (faulty.length > 0) throw new ContentError(faulty);
}

function filesWithFaults(picture: Picture, words: Words): ContentError['files'] {
  if (picture.kind !== 'map') {
    const file = fileOfPicture(picture);
    for (const shape of ['wide', 'narrow'] as const)
      for (const one of collisionsOf(layOut(picture, shape, words))) tellOfWords(file, picture, one, shape);
    return file.messages.length > 0 ? [file] : [];
  }
  try {
    drawPicture(picture, words);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.files;
    throw error;
  }
}

/** The layout of a picture in one shape. */
export function layOut(picture: Picture, shape: Shape, words: Words): Scene {
  switch (picture.kind) {
    case 'counts':
      return layoutCounts(picture, shape, words);
    case 'hours':
      return layoutHours(picture, shape, words);
    case 'map':
      return layoutMap(picture, drawLands(picture), shape, words);
    case 'spans':
      return layoutSpans(picture, shape, words);
    case 'events':
      return layoutEvents(picture, shape, words);
    case 'answers':
      return layoutAnswers(picture, shape, words);
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
