import path from 'node:path/posix';
import type { Definition, Link as LinkNode, LinkReference, Node, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { addressOf, paragraphPopover, targetOf, withBase, type Target } from '../story/addresses.ts';
import { hint, nearest } from '../story/nearest.ts';
import type { StoryIndex } from './context.ts';
import { fault } from './faults.ts';
import { laterNodes } from './hindsight.ts';
import { blocksOf, childrenBySection, sentencesOf } from './sentences.ts';

/**
 * Turns relative links between content files into addresses, and keeps a record of them.
 *
 * In `timeline/a-day.md`: `[Ada](../glossary/ada.md)` → `<a href="/glossary/ada/" class="term">Ada</a>`
 *
 * A link to a file or section that is not there is a fault that names the nearest one.
 */
export function remarkLinks() {
  return (tree: Root, file: VFile) => {
    const { index } = file.data;
    if (!index) throw new Error('remarkLinks needs the index of the story');
    const definitions = definitionsOf(tree, file, index);
    visit(tree, 'linkReference', (node) => toLink(node, definitions.get(node.identifier)));
    visit(tree, 'link', (node) => {
      if (toString(node).trim() === '')
        fault(file, 'a link without words cannot be followed by those who hear the page', node);
      if (!isByReference(node)) resolve(node, file, index);
      visit(node, 'footnoteReference', (mark) =>
        fault(file, 'a note within the words of a link cannot be reached; put it behind the link', mark),
      );
    });
    file.data.links = [...linksOf(tree, index.words.language)];
  };
}

/** The addresses that a text defines on lines of their own, resolved: `[pact]: ../drafts/pact.md`. */
function definitionsOf(tree: Root, file: VFile, index: StoryIndex): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const used = new Set<string>();
  const skipped = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'linkReference') used.add(node.identifier);
    // An image by reference has its own fault.
    if (node.type === 'imageReference') skipped.add(node.identifier);
    if (node.type !== 'definition') return;
    if (definitions.has(node.identifier)) fault(file, `the address of [${node.label}] is defined twice`, node);
    definitions.set(node.identifier, node);
  });
  for (const [identifier, definition] of definitions) {
    if (used.has(identifier)) resolve(definition, file, index);
    else if (!skipped.has(identifier))
      fault(file, `no link uses the address of [${definition.label}]; write [words][${definition.label}]`, definition);
  }
  return definitions;
}

/** Makes a link of a reference: `[the pact][pact]`. */
function toLink(node: LinkReference, definition: Definition | undefined): void {
  if (!definition) throw new Error(`no line defines [${node.identifier}]`);
  const { url, title, data } = definition;
  Object.assign(node, { type: 'link', url, title, data: { ...data, byReference: true } });
}

/** Whether the address of a link stands on a line of its own. */
export function isByReference(node: Node): boolean {
  return (node.data as { byReference?: boolean } | undefined)?.byReference === true;
}

/** What a link points at, kept on its node for the plugins that follow. */
export function targetOfLink(node: Node): Target | undefined {
  return (node.data as { target?: Target } | undefined)?.target;
}

function resolve(node: LinkNode | Definition, file: VFile, index: StoryIndex): void {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(node.url)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!['https', 'http', 'mailto'].includes(scheme))
      fault(
        file,
        `the link “${node.url}” must begin with https:, http: or mailto:, or be the relative path of a content file`,
        node,
      );
    else if (!isWhole(node.url))
      fault(
        file,
        `the link “${node.url}” is no whole address, such as https://example.org/page or mailto:name@example.org`,
        node,
      );
    return;
  }
  if (node.url === '') {
    fault(file, 'the link leads nowhere: its address is empty', node);
    return;
  }
  if (node.url.startsWith('/')) {
    fault(
      file,
      `the link “${node.url}” begins at the root; write the path of the content file as seen from this one` +
        asMeant(exactPath(node.url.split('#', 1)[0] ?? '', file.path, index.paths), file.path),
      node,
    );
    return;
  }
  const [written = '', section] = node.url.split('#', 2);
  const from = file.path;
  const to = written === '' ? from : path.join(path.dirname(from), decodePercent(written));
  const fromHere = (found: string) => {
    const relative = path.relative(path.dirname(from), found);
    return found.startsWith(`${from}#`) ? found.slice(from.length) : relative;
  };
  const moved = index.moved.get(`${to}#${decodePercent(section ?? '')}`) ?? index.moved.get(to);
  const now = moved === undefined ? undefined : `; it moved to “${fromHere(moved)}”`;
  if (!index.paths.has(to)) {
    const near = () => now ?? asMeant(exactPath(written, from, index.paths) ?? nearest(to, index.paths), from);
    fault(file, () => `the link “${node.url}” leads to no content file${near()}`, node);
    return;
  }
  const sections = index.sections.get(to);
  if (section !== undefined && sections && !sections.includes(decodePercent(section))) {
    const known = () =>
      now ??
      (sections.length === 0
        ? '; that file has no sections'
        : hint(decodePercent(section), sections) || `; its sections are ${sections.join(', ')}`);
    fault(file, () => `the link “${node.url}” leads to no section${known()}`, node);
    return;
  }
  const target: Target = { ...targetOf(to), ...(section !== undefined && { section: decodePercent(section) }) };
  node.data = {
    ...node.data,
    target,
    ...popoverOf(target, to, index),
  } as object;
  // Also for a section of the same file, because each section also has a page of its own.
  node.url = withBase(index.base, addressOf(target));
}

/** A file as it is linked from another one, for the end of a message; nothing if there is none. */
const asMeant = (found: string | undefined, from: string): string =>
  found === undefined ? '' : `; did you mean “${path.relative(path.dirname(from), found)}”?`;

/** The file that a link names, but from the story's folder, without its ending, or with the slashes of Windows. */
function exactPath(written: string, from: string, paths: ReadonlySet<string>): string | undefined {
  const plain = decodePercent(written).replaceAll('\\', '/').replace(/\/$/, '');
  const places = [path.join(path.dirname(from), plain), plain.replace(/^(?:\.{0,2}\/)+/, '')];
  return places.flatMap((place) => [place, `${place}.md`]).find((place) => paths.has(place));
}

/** The attributes by which script finds the popover of a link: one of a term, or of a paragraph of a document. */
function popoverOf(
  target: Target,
  path: string,
  index: StoryIndex,
): Pick<NonNullable<LinkNode['data']>, 'hProperties'> {
  if (target.collection === 'glossary') return { hProperties: { className: ['term'] } };
  const isParagraph = target.section !== undefined && index.paragraphs.get(path)?.includes(target.section);
  return isParagraph ? { hProperties: { className: ['term'], dataPopover: paragraphPopover(target) } } : {};
}

/** Whether an address has all its parts: browsers take “https:page” for a page of the site itself. */
function isWhole(url: string): boolean {
  return URL.canParse(url) && /^(https?:\/\/[^/?#\\\s]+|mailto:[^@\s?]+@[^@\s?]+)/i.test(url);
}

/** Percent-encoding is undone; a text that is not well encoded stays as it is. */
function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The links of the running text, each with its section and its sentence. */
function* linksOf(tree: Root, language: string) {
  const later = laterNodes(tree);
  for (const { child, section } of childrenBySection(tree)) {
    for (const block of blocksOf(child)) {
      for (const { text, nodes } of sentencesOf(block, language)) {
        for (const node of nodes) {
          const target = targetOfLink(node);
          if (target) yield { target, section, sentence: text, later: later.has(node) };
        }
      }
    }
  }
}
