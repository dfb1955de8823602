import path from 'node:path/posix';
import type { Image, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { imageAddress, withBase } from '../story/addresses.ts';
import { hint } from '../story/nearest.ts';
import type { StoryIndex } from './context.ts';
import { fault } from './faults.ts';
import { isImage } from './folder.ts';

const EXAMPLE = '![what is seen](../images/file.jpg)';

/**
 * Makes figures of the images of a text. An image is a file of the story's own folder `images/`, stands alone in its
 * paragraph, and has words for those who do not see it; a title behind its address is the caption.
 *
 * `![A bridge](../images/bridge.jpg "The bridge in 1904")` →
 * `<figure data-image="images/bridge.jpg"><img src="/images/bridge.jpg" alt="A bridge">`
 * `<figcaption>The bridge in 1904. Ada Brook, CC BY 4.0</figcaption></figure>`
 */
export function remarkImages() {
  return (tree: Root, file: VFile) => {
    const { index } = file.data;
    if (!index) throw new Error('remarkImages needs the index of the story');
    const shown = new Set<string>();
    visit(tree, 'imageReference', (node) =>
      fault(file, `write the address of an image right behind its words: ${EXAMPLE}`, node),
    );
    const alone = new Map(
      tree.children.flatMap((node) => (node.type === 'paragraph' ? [[onlyImage(node), node]] : [])),
    );
    visit(tree, 'image', (node) => {
      const paragraph = alone.get(node);
      const found = check(node, file, index, paragraph !== undefined);
      if (found === undefined || !paragraph) return;
      shown.add(found);
      toFigure(paragraph, node, found, index);
    });
    file.data.images = shown;
  };
}

/** The image that a paragraph holds, if it holds nothing else. */
function onlyImage({ children }: Paragraph): Image | undefined {
  const [only, ...more] = children.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return only?.type === 'image' && more.length === 0 ? only : undefined;
}

/** The path of an image from the story's folder, or undefined if it cannot be shown. */
function check(node: Image, file: VFile, { images }: StoryIndex, isAlone: boolean): string | undefined {
  const to = path.join(path.dirname(file.path), node.url);
  // An image whose file has its ending in capitals is told there.
  if (!images.has(to) && [...images.keys()].some((one) => !isImage(one) && one.toLowerCase() === to)) return undefined;
  const reason = /^[a-z][a-z0-9+.-]*:|^\//i.test(node.url)
    ? `the image “${node.url}” is not in the story’s own folder; put its file into images/ and write ${EXAMPLE}`
    : !images.has(to)
      ? `there is no image “${to}”${hint(to, images.keys()) || '; images are files in the folder images/'}`
      : (node.alt ?? '').trim() === '' || isImage(`images/${node.alt}`)
        ? `an image needs words for those who do not see it: ${EXAMPLE}`
        : isAlone
          ? undefined
          : 'an image stands alone between two empty lines of the text, not within a sentence, a list or a quotation';
  if (reason !== undefined) fault(file, reason, node);
  return reason === undefined ? to : undefined;
}

function toFigure(paragraph: Paragraph, node: Image, file: string, index: StoryIndex): void {
  const { name, about } = index.images.get(file) ?? {};
  const { comma } = index.words.punctuation;
  const alt = node.alt ?? '';
  const caption = node.title ?? '';
  const credit = [about?.credit, about?.licence.name].filter(Boolean).join(comma);
  const src = withBase(index.base, imageAddress(name ?? '', file));
  node.url = src;
  node.data = { ...node.data, image: true } as object;
  paragraph.data = {
    ...paragraph.data,
    hName: 'figure',
    hProperties: { dataImage: JSON.stringify({ file, words: alt, caption, about }) },
    hChildren: [
      { type: 'element', tagName: 'img', properties: { src, alt }, children: [] },
      {
        type: 'element',
        tagName: 'figcaption',
        properties: {},
        children: [{ type: 'text', value: [caption, credit].filter(Boolean).join(' ') }],
      },
    ],
  };
}
