import type { Root } from 'mdast';
import { targetOfLink } from './remark-links.ts';

/**
 * Marks a paragraph of the text itself that is nothing but a link to a picture as the place of that picture; in a list
 * or a quotation it stays a link. Runs after remarkLinks.
 *
 * `[Rain by month](../pictures/rain.md)` →
 * `<figure data-picture="rain"><a href="/pictures/rain/">Rain by month</a></figure>`
 */
export function remarkPictures() {
  return (tree: Root) => {
    for (const paragraph of tree.children) {
      if (paragraph.type !== 'paragraph') continue;
      const [only, ...more] = paragraph.children;
      const target = only?.type === 'link' && more.length === 0 ? targetOfLink(only) : undefined;
      if (target?.collection !== 'pictures') continue;
      paragraph.data = { ...paragraph.data, hName: 'figure', hProperties: { dataPicture: target.id } };
    }
  };
}
