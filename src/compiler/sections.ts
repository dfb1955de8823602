import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { ImagePart, Part, Section, Text } from '../story/text.ts';
import { serialise } from './serialise.ts';

/** What the Markdown of a section says about it, before it is HTML. */
export type Outline = Pick<Section, 'id' | 'title' | 'later' | 'opening'>;

/**
 * Cuts the HTML tree of a text at its headings into data: what comes before the first, then sections and the sections
 * in them, each with its parts.
 *
 * `<p>A.</p><h2 id="rain">Rain</h2><p>It fell.</p>` →
 * `{ intro: [{ html: '<p>A.</p>' }],`
 * `sections: [{ id: 'rain', heading: 'Rain', parts: [{ html: '<p>It fell.</p>' }] }] }`
 */
export function toSections(tree: Root, outlines: readonly Outline[]): Pick<Text, 'intro' | 'sections' | 'plain'> {
  const outlineOf = new Map(outlines.map((outline) => [outline.id, outline]));
  const { before, groups } = groupBy(tree.children, 'h2');
  const toSection = (heading: Element, inside: RootContent[], level: 'h3' | 'h4' | undefined): Section => {
    const id = String(heading.properties['id']);
    const outline = outlineOf.get(id);
    if (!outline) throw new Error(`the heading #${id} has no outline`);
    const inner = level ? groupBy(inside, level) : { before: inside, groups: [] };
    return {
      ...outline,
      heading: serialise(heading.children as RootContent[]),
      plain: plainText([heading, ...inside]),
      parts: toParts(inner.before),
      lines: inner.before.map((node) => plainText([node])).filter((text) => text !== ''),
      sections: inner.groups.map(({ heading: h3, inside: its }) =>
        toSection(h3, its, level === 'h3' ? 'h4' : undefined),
      ),
    };
  };
  return {
    intro: toParts(before),
    sections: groups.map(({ heading, inside }) => toSection(heading, inside, 'h3')),
    plain: plainText(tree.children),
  };
}

/** What comes before the first heading of a level, and each heading with what follows it. */
function groupBy(nodes: readonly RootContent[], level: 'h2' | 'h3' | 'h4') {
  const before: RootContent[] = [];
  const groups: { heading: Element; inside: RootContent[] }[] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (node.type === 'element' && node.tagName === level) groups.push({ heading: node, inside: [] });
    else if (last) last.inside.push(node);
    else before.push(node);
  }
  return { before, groups };
}

/** HTML between the places of pictures and images. */
function toParts(nodes: readonly RootContent[]): Part[] {
  const parts: Part[] = [];
  let run: RootContent[] = [];
  const endRun = () => {
    const html = serialise(run).trim();
    if (html !== '') parts.push({ kind: 'html', html });
    run = [];
  };
  for (const node of nodes) {
    const { dataPicture: id, dataImage: image } =
      node.type === 'element' && node.tagName === 'figure' ? node.properties : {};
    if (typeof image === 'string') {
      endRun();
      parts.push({ kind: 'image', ...(JSON.parse(image) as Omit<ImagePart, 'kind'>) });
    } else if (typeof id === 'string') {
      endRun();
      parts.push({ kind: 'picture', id, words: plainText([node]) });
    } else if (node.type !== 'text' || node.value.trim() !== '') run.push(node);
  }
  endRun();
  return parts;
}

const BLOCKS = new Set(['p', 'li', 'h2', 'h3', 'h4', 'td', 'th', 'blockquote', 'figure', 'figcaption', 'br']);

/** What a reader reads of nodes: blocks are apart, marks of notes are left out. */
export function plainText(nodes: readonly (RootContent | ElementContent)[]): string {
  let text = '';
  const read = (node: Nodes): void => {
    if (node.type === 'text') text += node.value;
    if (node.type === 'element' && isMark(node)) return;
    if ('children' in node) node.children.forEach(read);
    if (node.type === 'element' && BLOCKS.has(node.tagName)) text += ' ';
  };
  nodes.forEach(read);
  return text.replace(/\s+/gu, ' ').trim();
}

/** Whether an element is the mark of a note. */
function isMark({ tagName, children }: Element): boolean {
  const link = children.at(-1);
  return tagName === 'sup' && link?.type === 'element' && link.properties['role'] === 'doc-noteref';
}

/** Whether a text holds a note on what was only known later. */
export function holdsHindsight(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', ({ properties: { className } }) => {
    found ||= Array.isArray(className) && className.includes('hindsight');
    return found ? SKIP : undefined;
  });
  return found;
}
