import { fromHtml } from 'hast-util-from-html';
import type { Html, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isLanguage } from '../story/fields.ts';
import { forbiddenCharactersIn } from './characters.ts';
import { fault, placeAt } from './faults.ts';

/** The raw HTML that a text may hold: element, and the attributes it may have. */
const ALLOWED: Record<string, readonly string[]> = {
  abbr: ['title'],
  b: [],
  bdi: ['dir'],
  br: [],
  cite: [],
  em: [],
  i: ['lang'],
  q: ['lang'],
  span: ['lang', 'dir'],
  strong: [],
  sub: [],
  sup: [],
  wbr: [],
};
/** What Markdown has marks of its own for. An element with attributes stays as it is. */
const MARKDOWN: Record<string, 'strong' | 'emphasis'> = {
  b: 'strong',
  strong: 'strong',
  em: 'emphasis',
  i: 'emphasis',
};

/** What to write instead of elements that are pasted from elsewhere. */
const INSTEAD: readonly (readonly [elements: string, way: string])[] = [
  ['a', 'write [words](address)'],
  ['p div section article center', 'leave an empty line between paragraphs'],
  ['h1 h2 h3 h4 h5 h6', 'begin a heading with ##, ### or ####'],
  ['ul ol li dl dt dd', 'begin each item of a list with “- ” or “1. ”'],
  ['table thead tbody tr th td', 'write a table with | between its cells'],
  ['u mark ins big font', 'write **words** for what is important'],
  ['del s strike', 'write ~~words~~'],
  ['code pre kbd tt', 'write `words`'],
  ['img picture figure figcaption', 'write ![what is seen](../images/file.jpg)'],
  ['blockquote', 'begin each line of a quotation with “> ”'],
  ['hr', 'write --- between two empty lines'],
];

/** Elements without an end. */
const VOID = new Set(['br', 'wbr']);

/** How many elements may be open at once. */
const MAX_OPEN = 4;

/** An element that is open, and the block or mark that it was opened in. */
interface Open {
  name: string;
  node: Html;
  parent: Parents | undefined;
}

/**
 * Refuses what a text cannot hold: raw HTML that is not on a short list or does not begin and end within one sentence,
 * and comments that hide what follows. Takes out the others, and makes Markdown's own of `<b>` and `<i>`.
 */
export function remarkSafe() {
  return (tree: Root, file: VFile) => {
    const open: Open[] = [];
    const pairs: Pair[] = [];
    const refused: string[] = [];
    visit(tree, 'html', (node, _, parent) => {
      const comments = withoutComments(node.value);
      if (comments.open !== undefined) {
        fault(
          file,
          'the comment that begins here never ends, and hides all that follows; write --> behind it',
          placeAt(file, (node.position?.start.offset ?? 0) + comments.open),
        );
        node.value = '';
        return;
      }
      // A line that begins with a comment is HTML as a whole; what follows is no longer read as Markdown.
      if (comments.html !== node.value && !isTag(comments.html) && comments.html.trim() !== '') {
        fault(file, 'a comment that begins a line has that line for itself; write the text on the next', node);
        node.value = '';
        return;
      }
      node.value = comments.html;
      if (node.value.trim() === '') return;
      const tag = /^<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>$/i.exec(node.value);
      const name = tag?.[2]?.toLowerCase() ?? '';
      if (!tag || !isAllowed(name)) {
        // The end tag of a refused element needs no message of its own.
        const start = tag?.[1] ? refused.indexOf(name) : -1;
        if (start >= 0) refused.splice(start, 1);
        else refuse(node, file);
        if (!tag?.[1]) refused.push(name);
        node.value = '';
      } else if (
        parent?.type === 'root' ||
        parent?.type === 'blockquote' ||
        parent?.type === 'listItem' ||
        parent?.type === 'footnoteDefinition'
      )
        fault(file, `<${name}> is outside of a sentence; write it within the words that it is for`, node);
      else if (tag[1]) close({ name, node, parent }, file, open, pairs);
      else {
        checkTag(name, node, file);
        if (!VOID.has(name)) open.push({ name, node, parent });
        if (open.length > MAX_OPEN)
          fault(file, `<${name}> is within ${open.length - 1} others; at most ${MAX_OPEN - 1} are allowed`, node);
      }
    });
    for (const { name, node } of open) fault(file, `<${name}> is never closed`, node);
    for (const pair of pairs) toMarkdown(pair);
    visit(tree, 'listItem', (item) => {
      // The boxes of a list to tick off are for those who work on it.
      delete item.checked;
    });
  };
}

const isTag = (html: string) => /^<\/?[a-z][^<>]*>$/i.test(html.trim());

/** An element of HTML that Markdown has marks for: its tags, and what holds them. */
interface Pair {
  name: string;
  start: Html;
  end: Html;
  parent: Parents;
}

/** `<b>x</b>` becomes what `**x**` is; an inner pair is closed, and so comes, before the outer one. */
function toMarkdown({ name, start, end, parent }: Pair): void {
  const type = MARKDOWN[name];
  const children: Nodes[] = parent.children;
  const [from, to] = [children.indexOf(start), children.indexOf(end)];
  if (!type || from < 0 || to < 0) return;
  const inside = children.slice(from + 1, to) as PhrasingContent[];
  children.splice(from, to - from + 1, { type, children: inside });
}

/** HTML without its comments, and where a comment begins that never ends. */
function withoutComments(html: string): { html: string; open?: number } {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', at + 4);
    if (end < 0) return { html, open: at };
    parts.push(html.slice(from, at));
    from = end + 3;
  }
  return { html: parts.join('') + html.slice(from) };
}

function isAllowed(name: string): boolean {
  return Object.hasOwn(ALLOWED, name);
}

function checkTag(name: string, node: Html, file: VFile): void {
  if (!isAllowed(name)) {
    refuse(node, file);
    return;
  }
  const [element] = fromHtml(node.value, { fragment: true }).children;
  const attributes = element?.type === 'element' ? Object.entries(element.properties) : [];
  for (const [attribute, value] of attributes) {
    const text = String(value);
    if (!ALLOWED[name]?.includes(attribute))
      fault(
        file,
        `the HTML “${node.value}” is not allowed; <${name}> may have ` +
          (ALLOWED[name]?.length ? `${ALLOWED[name].join(', ')} and no other attribute` : 'no attributes'),
        node,
      );
    else if (attribute === 'dir' && !['ltr', 'rtl', 'auto'].includes(text))
      fault(file, `<${name}>: dir is ltr, rtl or auto, not “${text}”`, node);
    else if (attribute === 'lang' && !isLanguage(text))
      fault(file, `<${name}>: “${text}” is not a language tag such as en, ru or uk`, node);
    if (node.value.includes('&')) for (const { reason } of forbiddenCharactersIn(text)) fault(file, reason, node);
  }
}

function close({ name, node, parent }: Open, file: VFile, open: Open[], pairs: Pair[]): void {
  const last = open.at(-1);
  if (last?.name === name && last.parent === parent) {
    open.pop();
    const isBare = /^<\w+>$/.test(last.node.value);
    if (parent && isBare && Object.hasOwn(MARKDOWN, name)) pairs.push({ name, start: last.node, end: node, parent });
  } else if (last?.name === name)
    fault(
      file,
      `</${name}> closes what was opened in another paragraph, or inside or outside of emphasis`,
      open.pop()?.node,
    );
  else fault(file, `</${name}> closes nothing that is open`, node);
}

function refuse({ value, position }: Html, file: VFile): void {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(value.trim())?.[1]?.toLowerCase() ?? '';
  const [, instead = `a text may use ${Object.keys(ALLOWED).join(', ')}`] =
    INSTEAD.find(([elements]) => elements.split(' ').includes(name)) ?? [];
  const [first = ''] = value.trim().split('\n');
  fault(file, `the HTML “${first}” is not allowed; ${instead}`, position && { ...position.start });
}
