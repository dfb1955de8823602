import type { Blockquote, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hint } from '../story/nearest.ts';
import { fault } from './faults.ts';

/** The kinds of note within the text; the words of the language have the label that readers see. */
export const CALLOUTS = ['DISPUTED', 'HINDSIGHT'] as const;
type Callout = (typeof CALLOUTS)[number];

/** The markers as a writer writes them, each after `prefix`. */
export const calloutNames = (prefix = ''): string => CALLOUTS.map((kind) => `${prefix}[!${kind}]`).join(' or ');

/**
 * Makes notes of quotations that begin with a marker.
 *
 * `> [!HINDSIGHT]` and `> It rained again.` →
 * `<div class="callout content hindsight" role="note">`
 * `<p class="label" data-aside=": set aside">Known only later</p><p>It rained again.</p></div>`
 *
 * A disputed note must name the question, at least two versions with who says each, and a judgement with its owner.
 */
export function remarkCallouts() {
  return (tree: Root, file: VFile) => {
    if (!file.data.index) throw new Error('remarkCallouts needs the index of the story');
    const { texts } = file.data.index.words;
    visit(tree, 'blockquote', (quote) => {
      const marker = takeMarker(quote, file);
      if (!marker) return;
      const label = texts.callouts[marker];
      if (marker === 'DISPUTED') checkDispute(quote, file, texts.judgement);
      quote.data = {
        hName: 'div',
        hProperties: {
          // Reader modes take a short text with links for an aside, unless its class says that it is content.
          className: ['callout', 'content', marker.toLowerCase()],
          role: 'note',
        },
      };
      quote.children.unshift({
        type: 'paragraph',
        children: [{ type: 'text', value: label }],
        data: {
          hProperties: {
            className: ['label'],
            ...(marker === 'HINDSIGHT' && { dataAside: texts.setAside }),
          },
        },
      });
    });
  };
}

/** Removes `[!MARKER]` from the start of a quotation and returns it. */
function takeMarker(quote: Blockquote, file: VFile): Callout | undefined {
  const [first] = quote.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const match = text?.type === 'text' ? /^\[!([^\]]*)\][^\S\n]*(\n|$)/.exec(text.value) : undefined;
  if (!match || text?.type !== 'text') {
    if (text?.type === 'text' && text.value.startsWith('[!'))
      fault(file, 'the marker of a note must be alone on its line', quote);
    return undefined;
  }
  const name = match[1] ?? '';
  if (!CALLOUTS.some((kind) => kind === name)) {
    fault(file, `“[!${name}]” is no kind of note; use ${calloutNames()}${hint(name, CALLOUTS)}`, quote);
    return undefined;
  }
  text.value = text.value.slice(match[0].length);
  const paragraph = first as Paragraph;
  if (text.value === '') paragraph.children.shift();
  if (paragraph.children.length === 0) quote.children.shift();
  if (quote.children.length === 0)
    fault(
      file,
      `the note [!${name}] is empty; its text follows in lines that begin with “> ”, the empty ones too`,
      quote,
    );
  return name as Callout;
}

/** Checks that a disputed note has its parts. `example` shows how its judgement begins. */
function checkDispute(quote: Blockquote, file: VFile, example: string): void {
  const [question, ...rest] = quote.children;
  if (question?.type !== 'paragraph' || question.children[0]?.type !== 'strong')
    fault(file, 'a [!DISPUTED] note begins with its question in bold: **On which day was it?**', quote);
  const versions = rest.find(({ type }) => type === 'list');
  const items = versions?.type === 'list' ? versions.children : [];
  if (items.length < 2)
    fault(file, 'a [!DISPUTED] note lists at least two versions: - **Who says it:** what they say', versions ?? quote);
  for (const item of items) {
    if (!beginsWithOwner(item.children[0]))
      fault(file, 'each version begins with who says it, in bold with a colon: - **The paper:** …', item);
  }
  const judgement = rest.at(-1);
  if (judgement?.type !== 'paragraph' || !beginsWithOwner(judgement))
    fault(
      file,
      `a [!DISPUTED] note ends with a judgement and its owner, in bold with a colon: **${example}** …`,
      judgement ?? quote,
    );
}

function beginsWithOwner(node: { type: string } | undefined): boolean {
  const first = node?.type === 'paragraph' ? (node as Paragraph).children[0] : undefined;
  return first?.type === 'strong' && toString(first).endsWith(':');
}
