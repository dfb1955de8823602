import { reading } from '@words/reading';
import { put } from './float.ts';
import { copy, linkTo, page, placeOf } from './place.ts';
import { MARK, textDirective } from './text-fragment.ts';

/** A button that offers a link to the selected words. */
const BLOCKS = 'p, li, th, td, h2, h3';

/** What it is offered for. */
let offered: Range | undefined;

const offer = document.createElement('button');
offer.type = 'button';
offer.className = 'section-menu offer';
// In the top layer, so that its position does not depend on the element that it is in.
offer.popover = 'manual';
offer.addEventListener('click', () => {
  void copy(offer.dataset['url'] ?? '', reading.linkCopied).then((done) => {
    offer.textContent = done;
    if (offered) put(offer, offered.getBoundingClientRect());
  });
});

/** The text of a block, with a sign for each character of a note's mark. */
function textOf(block: Element): string {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.textContent ?? '';
    text += node.parentElement?.closest('sup') ? MARK.repeat(own.length) : own;
  }
  return text;
}

/** The place of a point of the selection: which block of the text, and which character of it. */
function locate(blocks: Element[], node: Node, offset: number): [number, number] | undefined {
  const at = blocks.map((block) => block.contains(node)).lastIndexOf(true);
  const block = blocks[at];
  if (!block) return undefined;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return [at, before.toString().length];
}

/** The address with a text fragment that leads to the selection; undefined for a selection outside of the text. */
function sentenceLink(range: Range): string | undefined {
  const start = range.startContainer.parentElement;
  const section = start?.closest('.prose section') ?? start?.closest('.prose');
  if (!section) return undefined;
  const anchor = section.querySelector<HTMLAnchorElement>(':scope > .head > .anchor');
  const blocks = [...section.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector('p, li'));
  const from = locate(blocks, range.startContainer, range.startOffset);
  const to =
    locate(blocks, range.endContainer, range.endOffset) ??
    (from && [from[0], blocks[from[0]]?.textContent?.length ?? 0]);
  const directive = from && to && textDirective(blocks.map(textOf), from[0], from[1], to[0], to[1]);
  return directive && `${linkTo(anchor ? placeOf(anchor) : page).replace(/#.*/, '')}#${directive}`;
}

/** Shows the offer below the selection, or removes it when no text of the page is selected. */
export function offerLink(): void {
  if (document.activeElement === offer) return;
  const selection = getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const url = range && sentenceLink(range);
  if (!range || !url) {
    offer.remove();
    return;
  }
  offered = range;
  offer.dataset['url'] = url;
  offer.textContent = reading.copySentence;
  // Right behind the selected text, so that the next Tab reaches it.
  (range.endContainer.parentElement?.closest('p, li, table, blockquote') ?? document.body).after(offer);
  offer.showPopover();
  put(offer, range.getBoundingClientRect());
}
