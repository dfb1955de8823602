import { asKnown, showsLater } from '../story/assemble-pictures.ts';
import type { Picture } from '../story/story.ts';
import type { Words } from '../words/words.ts';
import { coloursOf } from './card-layout.ts';
import { COLOUR_STYLES } from './colour-styles.ts';
import { layOut } from './draw.ts';
import { drawLabel, drawScene, HALO_WIDTH, INK, PAPER, type Label, type Scene } from './scene.ts';
import { element, escapeXml, tenth } from './svg.ts';
import { glyphOf, OUTLINE_SIZE, type Weight } from './text.ts';

/** Which of the files of a picture: as it is now, or as it was known at the key moment. */
export type PictureState = 'now' | 'then';

/** The files that a picture has: one, or two where something in it came after the key moment. */
export function statesOf(picture: Picture): readonly PictureState[] {
  return showsLater(picture) && !picture.later ? ['now', 'then'] : ['now'];
}

/** What was laid out, since pages ask for the size of a file before and after it is drawn. */
const scenes = new WeakMap<Picture, Partial<Record<PictureState, Scene>>>();

function sceneOf(picture: Picture, state: PictureState, words: Words): Scene {
  const laid = scenes.get(picture) ?? {};
  scenes.set(picture, laid);
  return (laid[state] ??= layOut(state === 'then' ? asKnown(picture) : picture, 'narrow', words));
}

/** The room around the picture, so that its paper does not end where its letters do. */
const EDGE = 8;

/**
 * The narrow shape of a picture as a file. An image asks for no fonts, so its words are outlines; it knows nothing of
 * the page, so it brings its paper and the colours of both themes. Each state has a file of its own, laid out for what
 * it shows.
 */
export function drawFile(picture: Picture, state: PictureState, words: Words): string {
  const scene = sceneOf(picture, state, words);
  const { height } = scene;
  const outlines = new Outlines();
  const [width, tall] = [scene.width + 2 * EDGE, height + 2 * EDGE];
  const inner = drawScene(scene, { x: EDGE, y: EDGE, width: scene.width, height }, '', outlines.write);
  const size = { viewBox: `0 0 ${tenth(width)} ${tenth(tall)}`, width, height: tall };
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...size, 'font-size': scene.size };
  const style = element('title', {}, escapeXml(picture.title)) + element('style', {}, pictureStyle(state));
  const head = outlines.drawn() + element('rect', { width, height: tall, fill: PAPER });
  const themed = element('g', { id: 'light' }, element('g', { id: 'dark', fill: INK }, head + inner));
  return element('svg', attributes, style + themed);
}

/** The size of that file in CSS pixels, without drawing it. */
export function fileSize(picture: Picture, state: PictureState, words: Words): { width: number; height: number } {
  const { width, height } = sceneOf(picture, state, words);
  return { width: width + 2 * EDGE, height: Math.round(height + 2 * EDGE) };
}

/** The style of every such file: it has the theme of its page; browser/pictures.ts says it where an engine does not. */
function pictureStyle(state: PictureState): string {
  const variables = (theme: 'light' | 'dark') =>
    Object.entries(coloursOf(COLOUR_STYLES, theme))
      .map(([name, colour]) => `--${name}:${colour}`)
      .join(';');
  const [light, dark] = [variables('light'), variables('dark')];
  const device = `:root{font-family:serif;${light}}@media(prefers-color-scheme:dark){:root{${dark}}}`;
  return `${device}#light:target{${light}}#dark:target{${dark}}.${state === 'then' ? 'later' : 'then'}{display:none}`;
}

/** Writes labels as outlines. Each letter is drawn once, and its uses refer to it. */
class Outlines {
  readonly #letters = new Map<string, string>();

  /** The outlines of all letters that were written, to come before their uses. */
  drawn(): string {
    return element('defs', {}, [...this.#letters.values()].join(''));
  }

  /** A label line by line; one with a letter that the typeface lacks is left to the typefaces of the device. */
  readonly write = (label: Label, size: number): string => {
    const { lines, x, y, anchor = 'start', weight = 400, fill, halo } = label;
    const own = label.size ?? size;
    const isWhole = lines.every((line) => [...line].every((letter) => glyphOf(letter, weight).outline() !== undefined));
    if (!isWhole) return drawLabel(label);
    const scale = own / OUTLINE_SIZE;
    return lines
      .map((line, at) => {
        let along = 0;
        const letters = [...line.normalize('NFC')].map((letter) => {
          const use = this.#use(letter, weight, along);
          along += glyphOf(letter, weight).width * OUTLINE_SIZE;
          return use;
        });
        const left = x - { start: 0, middle: along / 2, end: along }[anchor] * scale;
        const down = y + at * (label.leading ?? own * 1.25);
        const transform = `translate(${tenth(left)} ${tenth(down)}) scale(${Math.round(scale * 10_000) / 10_000})`;
        return element(
          'g',
          { transform, fill, 'stroke-width': halo ? HALO_WIDTH / scale : undefined },
          letters.join(''),
        );
      })
      .join('');
  };

  #use(letter: string, weight: Weight, along: number): string {
    const d = glyphOf(letter, weight).outline() ?? '';
    if (d === '') return '';
    const key = `${weight}${letter}`;
    const id = `${weight === 600 ? 'b' : 'r'}${(letter.codePointAt(0) ?? 0).toString(36)}`;
    if (!this.#letters.has(key)) this.#letters.set(key, element('path', { id, d }));
    return element('use', { href: `#${id}`, x: Math.round(along) || undefined });
  }
}
