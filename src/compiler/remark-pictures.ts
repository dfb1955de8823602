import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { targetOfLink } from './remark-links.ts';

/**
 * Marks a paragraph that holds nothing but a link to a picture as the place where the picture stands. Runs after remarkLinks.
 *
 * `[Rain by month](../pictures/rain.md)` → `<figure data-picture="rain"><a href="/pictures/rain/">Rain by month</a></figure>`
 */
export function remarkPictures() {
  return (tree: Root) => {
    visit(tree, 'paragraph', (paragraph) => {
      const [only, ...more] = paragraph.children;
      const target = only?.type === 'link' && more.length === 0 ? targetOfLink(only) : undefined;
      if (target?.collection !== 'pictures') return;
      paragraph.data = { ...paragraph.data, hName: 'figure', hProperties: { dataPicture: target.id } };
    });
  };
}
