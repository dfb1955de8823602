import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { filesIn } from '../../src/publish/files-in.ts';

/** A built page. It is read and parsed when a test first asks for it. */
export class BuiltPage {
  /** Its address below the site's base: `/the-call/`. */
  readonly address: string;
  readonly file: string;
  #html: string | undefined;
  #tree: Root | undefined;
  #elements: Element[] | undefined;

  constructor(folder: string, name: string) {
    this.address = `/${name.replace(/(^|\/)index\.html$/, '$1')}`;
    this.file = path.join(folder, name);
  }

  get html(): string {
    return (this.#html ??= readFileSync(this.file, 'utf8'));
  }

  get tree(): Root {
    return (this.#tree ??= fromHtml(this.html));
  }

  /** All its elements in document order. */
  get elements(): Element[] {
    if (!this.#elements) {
      const elements: Element[] = (this.#elements = []);
      visit(this.tree, 'element', (element) => void elements.push(element));
    }
    return this.#elements;
  }

  /** Whether it is there for its own sake: neither the page for no address nor one that only leads to another. */
  get isOwn(): boolean {
    return (
      this.address !== '/404.html' && !this.elements.some((element) => attribute(element, 'content') === 'noindex')
    );
  }

  /** The ids of its elements. */
  get ids(): string[] {
    return this.elements.flatMap((element) => attribute(element, 'id') ?? []);
  }
}

const read = new Map<string, BuiltPage[]>();

/** Every page of a built site, read once for all tests that run in one process. */
export function readPages(folder: string): BuiltPage[] {
  const pages =
    read.get(folder) ??
    filesIn(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => new BuiltPage(folder, name));
  read.set(folder, pages);
  return pages;
}

/** The value of an attribute as text, if it is there. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Whether an element has one of some classes. */
export const hasClass = (element: Element, ...names: string[]): boolean =>
  names.some((name) => (attribute(element, 'className') ?? '').split(' ').includes(name));

/** All text in an element. */
export const textOf = (element: Element | Root): string => toString(element);

/**
 * Pages that together hold every kind of element that all have, where it can stand: by its name, its attributes and the
 * element around it. For checkers that take long and would say of hundreds of pages what they say of one.
 */
export function pagesWithEachElement(pages: readonly BuiltPage[]): BuiltPage[] {
  const seen = new Set<string>();
  return pages
    .toSorted((a, b) => b.html.length - a.html.length)
    .filter(({ tree }) => {
      const before = seen.size;
      visit(tree, 'element', ({ tagName, properties }, _, parent) => {
        const around = parent?.type === 'element' ? parent.tagName : '';
        seen.add(`${around} ${tagName} ${Object.keys(properties).sort().join(' ')}`);
      });
      return seen.size > before;
    });
}
