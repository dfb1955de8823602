import { reading } from '@words/reading';
import { put } from './float.ts';
import { textDirective } from './text-fragment.ts';

/**
 * Sharing by hand: a control at each section that copies its link or a citation, or opens the system's sheet; and, for
 * selected text, a link to that very sentence. Without it the link at the heading is there to copy.
 */
const SITE = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content ?? '';
const CANONICAL = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href;

interface Place {
  title: string;
  url: string;
  element: Element;
}

const page: Place = {
  title: document.querySelector('h1')?.textContent?.trim() ?? '',
  url: CANONICAL,
  element: document.body,
};

/** What an anchor stands for: the section of its heading, or the page. */
function placeOf(anchor: HTMLAnchorElement): Place {
  const heading = anchor.closest('h2, h3');
  if (!heading) return page;
  const title = (heading.textContent ?? '').replace(/\s*§\s*$/, '');
  return {
    title,
    url: new URL(anchor.getAttribute('href') ?? '', CANONICAL).href,
    element: heading.parentElement ?? heading,
  };
}

const isoToday = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const updatedAt = ({ element }: Place) =>
  (element.querySelector('.changed time') ?? document.querySelector('.updated time'))?.getAttribute('datetime') ?? '';

/** A citation in words, with the day of the last change and the day it was read. */
function citation(place: Place): string {
  const changed = reading.day(new Date(updatedAt(place)), 'UTC');
  return reading.citation(place.title, page.title, SITE, changed, place.url, reading.day(new Date()));
}

/** The same as an entry of BibLaTeX. */
function bibtex(place: Place): string {
  const key = new URL(place.url).pathname.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'home';
  const title = place === page ? place.title : `${page.title}: ${place.title}`;
  return `@online{${key},\n  title = {${title}},\n  organization = {${SITE}},\n  date = {${updatedAt(place)}},\n  url = {${place.url}},\n  urldate = {${isoToday()}},\n}`;
}

let open: Place = page;
let opener: HTMLAnchorElement | undefined;

const menu = document.createElement('div');
menu.className = 'share-menu';
menu.popover = 'auto';
menu.setAttribute('role', 'dialog');
const said = document.createElement('p');
said.setAttribute('role', 'status');

function item(name: string, act: (place: Place) => Promise<string>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => {
    act(open).then(
      (done) => (said.textContent = done),
      (error: Error) => {
        if (error.name !== 'AbortError') said.textContent = reading.failed(error.message);
      },
    );
  });
  menu.append(button);
  return button;
}

const copy = (text: (place: Place) => string, done: string) => async (place: Place) => {
  await navigator.clipboard.writeText(text(place));
  return done;
};

const first = item(
  reading.copyLink,
  copy(({ url }) => url, reading.linkCopied),
);
if ('share' in navigator)
  item(reading.share, async ({ title, url }) => {
    await navigator.share({ title: `${title} · ${SITE}`, url });
    return reading.shared;
  });
item(reading.copyCitation, copy(citation, reading.citationCopied));
item(reading.copyBibtex, copy(bibtex, reading.bibtexCopied));
const onward = document.createElement('a');
onward.textContent = reading.openAlone;
menu.append(onward);
menu.append(said);

menu.addEventListener('toggle', (event) =>
  opener?.setAttribute('aria-expanded', String((event as ToggleEvent).newState === 'open')),
);

for (const anchor of document.querySelectorAll<HTMLAnchorElement>('.anchor')) {
  const place = placeOf(anchor);
  anchor.setAttribute('aria-haspopup', 'dialog');
  anchor.setAttribute('aria-expanded', 'false');
  anchor.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (opener === anchor && menu.matches(':popover-open')) {
      menu.hidePopover();
      return;
    }
    menu.hidePopover();
    open = place;
    opener = anchor;
    said.textContent = '';
    onward.href = place.url;
    menu.setAttribute('aria-label', reading.shareIt(place.title));
    anchor.focus();
    menu.showPopover();
    put(menu, anchor.getBoundingClientRect());
    first.focus();
  });
}
document.body.append(menu);

const BLOCKS = 'p, li, th, td, h2, h3';
const offer = document.createElement('button');
offer.type = 'button';
offer.className = 'share-menu offer';
offer.textContent = reading.copySentence;
// Above everything, so that it stands where it is put whatever it stands in.
offer.popover = 'manual';

/** The place of a point of the selection: which block of the text, and which character of it. */
function locate(blocks: Element[], node: Node, offset: number): [number, number] | undefined {
  const at = blocks.findLastIndex((block) => block.contains(node));
  const block = blocks[at];
  if (!block) return undefined;
  const before = document.createRange();
  before.selectNodeContents(block);
  before.setEnd(node, offset);
  return [at, before.toString().length];
}

function sentenceLink(range: Range): string | undefined {
  const start = range.startContainer.parentElement;
  const section = start?.closest('.prose section') ?? start?.closest('.prose');
  if (!section) return undefined;
  const anchor = section.querySelector<HTMLAnchorElement>(':scope > h2 > .anchor, :scope > h3 > .anchor');
  const blocks = [...section.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector('p, li'));
  const from = locate(blocks, range.startContainer, range.startOffset);
  const to =
    locate(blocks, range.endContainer, range.endOffset) ??
    (from && [from[0], blocks[from[0]]?.textContent?.length ?? 0]);
  const directive =
    from &&
    to &&
    textDirective(
      blocks.map(({ textContent }) => textContent ?? ''),
      from[0],
      from[1],
      to[0],
      to[1],
    );
  return directive && `${(anchor ? placeOf(anchor) : page).url.replace(/#.*/, '')}#${directive}`;
}

let waiting = 0;
document.addEventListener('selectionchange', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    const selection = getSelection();
    if (document.activeElement === offer) return;
    const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    const url = range && sentenceLink(range);
    if (!range || !url) return void offer.remove();
    offer.dataset['url'] = url;
    offer.textContent = reading.copySentence;
    // Right behind the selected text, so that the next Tab reaches it.
    (range.endContainer.parentElement?.closest('p, li, table, blockquote') ?? document.body).after(offer);
    offer.showPopover();
    put(offer, range.getBoundingClientRect());
  }, 150);
});
offer.addEventListener('click', () => {
  navigator.clipboard.writeText(offer.dataset['url'] ?? '').then(
    () => (offer.textContent = reading.linkCopied),
    (error: Error) => (offer.textContent = reading.failed(error.message)),
  );
});
