import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A built page, parsed once. */
export interface BuiltPage {
  /** Its address below the site's base: `/the-call/`. */
  address: string;
  file: string;
  html: string;
  tree: Root;
  /** All its elements in document order. */
  elements: Element[];
}

/** Every page of a built site. */
export function readPages(folder: string): BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => {
      const html = readFileSync(path.join(folder, name), 'utf8');
      const tree = fromHtml(html);
      const elements: Element[] = [];
      visit(tree, 'element', (element) => void elements.push(element));
      return {
        address: `/${name.replace(/(^|\/)index\.html$/, '$1')}`,
        file: path.join(folder, name),
        html,
        tree,
        elements,
      };
    });
}

/** The value of an attribute as text, if it is there. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** All text in an element. */
export const textOf = (element: Element | Root): string => toString(element);
