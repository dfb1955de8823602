import type { Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fault } from './faults.ts';
import { targetOfLink } from './remark-links.ts';

/**
 * Marks a paragraph of the text itself that is nothing but a link to a picture as the place of that picture; in a list
 * or a quotation it stays a link. Runs after remarkLinks.
 *
 * `[Rain by month](../pictures/rain.md)` →
 * `<figure data-picture="rain"><a href="/pictures/rain/">Rain by month</a></figure>`
 */
export function remarkPictures() {
  return (tree: Root, file: VFile) => {
    for (const paragraph of tree.children) {
      if (paragraph.type !== 'paragraph') continue;
      const links: Link[] = [];
      visit(paragraph, 'link', (link) => void links.push(link));
      const [link] = links;
      const target = link && links.length === 1 ? targetOfLink(link) : undefined;
      if (target?.collection !== 'pictures') continue;
      const isAlone = paragraph.children.length === 1 && paragraph.children[0] === link;
      if (!isAlone && /[\p{L}\p{N}]/u.test(toString(paragraph).replace(toString(link), ''))) continue;
      if (!isAlone)
        fault(file, 'a link that stands alone becomes the picture; take out the signs beside it', paragraph);
      paragraph.data = { ...paragraph.data, hName: 'figure', hProperties: { dataPicture: target.id } };
    }
  };
}
