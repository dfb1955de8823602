import type { Element, ElementContent, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import { addressOf, withBase } from '../story/addresses.ts';
import type { Section } from '../story/text.ts';
import { sectionAddress } from './ledger.ts';
import { serialise } from './serialise.ts';

/**
 * Wraps each heading and what follows it into a section with the heading's id, and gives the heading a named link to share it by.
 *
 * `<h2 id="rain">Rain</h2><p>It fell.</p>` →
 * `<section id="rain"><h2>Rain <a class="anchor" href="/town/rain/" aria-label="Link to this section: Rain">§</a></h2><p>It fell.</p></section>`
 */
export function rehypeSections() {
  return (tree: Root, file: VFile) => {
    const sections = new Map(file.data.sections?.map((section) => [section.id, section]));
    tree.children = nest(tree.children, 2, { sections, linkTo: (id, depth) => linkOf(file, id, depth) });
  };
}

/** What a heading needs to know: its section, and the address to share it by. */
interface Context {
  sections: ReadonlyMap<string, Pick<Section, 'title' | 'later'>>;
  linkTo: (id: string, depth: 2 | 3) => string;
}

/** A section of an explainer is shared by its own page, which has a card; any other by its place in the page. */
function linkOf({ data: { target, index } }: VFile, id: string, depth: 2 | 3): string {
  if (depth === 3 || target?.collection !== 'explainers' || !index) return `#${id}`;
  return withBase(index.base, sectionAddress(addressOf({ ...target, section: id })));
}

/** Groups children under headings of `depth`, and within each group under headings one level deeper. */
function nest(children: RootContent[], depth: 2 | 3, context: Context): RootContent[] {
  const grouped: RootContent[] = [];
  let section: Element | undefined;
  for (const child of children) {
    if (child.type === 'element' && child.tagName === `h${depth}`) {
      section = open(child, depth, context);
      grouped.push(section);
    } else if (section) section.children.push(child as ElementContent);
    else if (child.type !== 'text' || child.value.trim() !== '') grouped.push(child);
  }
  if (depth === 3) return grouped;
  for (const group of grouped) {
    if (isSection(group)) group.children = nest(group.children, 3, context) as ElementContent[];
  }
  return grouped;
}

function isSection(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'section';
}

function open(heading: Element, depth: 2 | 3, { sections, linkTo }: Context): Element {
  const id = String(heading.properties['id']);
  const section = sections.get(id);
  delete heading.properties['id'];
  heading.children.push(
    { type: 'text', value: ' ' },
    {
      type: 'element',
      tagName: 'a',
      properties: {
        className: ['anchor'],
        href: linkTo(id, depth),
        ariaLabel: `Link to this section: ${section?.title ?? id}`,
      },
      children: [{ type: 'text', value: '§' }],
    },
  );
  return {
    type: 'element',
    tagName: 'section',
    properties: { id, ...(section?.later && { className: ['later'] }) },
    children: [heading],
  };
}

/** The HTML of a text after rehypeSections, and where each of its sections begins and ends in it. */
export function renderSections(tree: Root): { html: string; spans: Map<string, { from: number; to: number }> } {
  let html = '';
  const spans = new Map<string, { from: number; to: number }>();
  for (const child of tree.children) {
    const text = serialise(child);
    if (isSection(child)) {
      spans.set(String(child.properties['id']), { from: html.length, to: html.length + text.length });
      for (const inner of child.children.filter(isSection)) {
        const part = serialise(inner);
        const from = html.length + text.indexOf(part);
        spans.set(String(inner.properties['id']), { from, to: from + part.length });
      }
    }
    html += text;
  }
  return { html, spans };
}
