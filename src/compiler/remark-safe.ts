import { fromHtml } from 'hast-util-from-html';
import type { Html, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isLanguage } from '../story/fields.ts';
import { forbiddenCharactersIn } from './characters.ts';
import { fault } from './faults.ts';

/** The raw HTML that a text may hold: element, and the attributes it may have. */
const ALLOWED: Record<string, readonly string[]> = {
  abbr: ['title'],
  bdi: ['dir'],
  br: [],
  cite: [],
  i: ['lang'],
  q: ['lang'],
  span: ['lang', 'dir'],
  sub: [],
  sup: [],
  wbr: [],
};
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
 * and the parts of GitHub's Markdown that a page has no room for. Takes out comments.
 */
export function remarkSafe() {
  return (tree: Root, file: VFile) => {
    const open: Open[] = [];
    const refused: string[] = [];
    visit(tree, 'html', (node, _, parent) => {
      node.value = withoutComments(node.value);
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
      else if (tag[1]) close({ name, node, parent }, file, open);
      else {
        checkTag(name, node, file);
        if (!VOID.has(name)) open.push({ name, node, parent });
        if (open.length > MAX_OPEN)
          fault(file, `<${name}> is within ${open.length - 1} others; at most ${MAX_OPEN - 1} are allowed`, node);
      }
    });
    for (const { name, node } of open) fault(file, `<${name}> is never closed`, node);
    refuseUnshown(tree, file);
  };
}

/** Comments begin and end as HTML has them; one that does not end is left for the writer to see. */
function withoutComments(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = html.indexOf('<!--'); at >= 0; at = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', at + 4);
    if (end < 0) break;
    parts.push(html.slice(from, at));
    from = end + 3;
  }
  return parts.join('') + html.slice(from);
}

/** What GitHub shows and a page does not. */
function refuseUnshown(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    if (node.type === 'listItem' && typeof node.checked === 'boolean')
      fault(file, 'a list to tick off is no part of a text; write a list without boxes', node);
    if (node.type === 'table' && node.align?.some((side) => side !== null))
      fault(
        file,
        'the columns of a table are not aligned by its text; write the line below its head as |---|---| without colons',
        node,
      );
  });
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

function close({ name, node, parent }: Open, file: VFile, open: Open[]): void {
  const last = open.at(-1);
  if (last?.name === name && last.parent === parent) open.pop();
  else if (last?.name === name)
    fault(
      file,
      `</${name}> closes what was opened in another paragraph, or inside or outside of emphasis`,
      open.pop()?.node,
    );
  else fault(file, `</${name}> closes nothing that is open`, node);
}

function refuse({ value, position }: Html, file: VFile): void {
  fault(
    file,
    `the HTML “${value}” is not allowed; a text may use ${Object.keys(ALLOWED).join(', ')}`,
    position && { ...position.start },
  );
}
