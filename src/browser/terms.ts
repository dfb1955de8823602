import { canFloat, put } from './float.ts';
import { goOn } from './go-on.ts';

/**
 * Popovers of terms: a link to a glossary entry, or to a paragraph of a document, opens what the page holds about it
 * (components/Terms.astro) beside the word. A tap, a click or Enter also moves the focus into the popover; a mouse that
 * rests on the word opens it and leaves the focus where it is.
 */

/** After how many milliseconds a mouse opens a popover, and after how many one that it left is closed. */
const HOVER = 400;
const LEAVE = 300;

const popoverOf = (word: HTMLAnchorElement) =>
  document.getElementById(`term-${word.dataset['popover'] ?? word.pathname.split('/').at(-2)}`);
const words = [...document.querySelectorAll<HTMLAnchorElement>('a.term')].filter((word) => canFloat && popoverOf(word));

let timer = 0;
let current: { word: HTMLAnchorElement; popover: HTMLElement } | undefined;

function open(word: HTMLAnchorElement, asked: boolean): void {
  const popover = popoverOf(word);
  if (!popover) return;
  clearTimeout(timer);
  if (current?.word !== word || !popover.matches(':popover-open')) {
    current?.popover.hidePopover();
    current = { word, popover };
    if (asked) word.focus();
    popover.showPopover();
    // A word that is broken over two lines has two boxes; the popover goes to the last one.
    put(popover, [...word.getClientRects()].at(-1) ?? word.getBoundingClientRect());
    word.setAttribute('aria-expanded', 'true');
  }
  if (asked) popover.focus();
}

const later = (act: () => void, wait: number) => {
  clearTimeout(timer);
  timer = window.setTimeout(act, wait);
};
const leave = () =>
  later(() => !current?.popover.contains(document.activeElement) && current?.popover.hidePopover(), LEAVE);

export function openTerms(): void {
  for (const word of words) {
    word.setAttribute('aria-haspopup', 'dialog');
    word.setAttribute('aria-expanded', 'false');
    word.addEventListener(
      'pointerenter',
      ({ pointerType }) => pointerType === 'mouse' && later(() => open(word, false), HOVER),
    );
    word.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && leave());
  }
  // Notes that open in the text are copies, so that the page itself listens for their words.
  document.addEventListener('click', (event) => {
    const word = (event.target as Element).closest<HTMLAnchorElement>('a.term[aria-haspopup]');
    // With a key held the reader asks for a new tab or window, and gets it.
    if (!word || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(word, true);
  });
  for (const popover of document.querySelectorAll<HTMLElement>('.terms > [popover]')) {
    popover.tabIndex = -1;
    popover.setAttribute('role', 'dialog');
    popover.setAttribute('aria-label', popover.querySelector('b')?.textContent ?? '');
    popover.addEventListener('pointerenter', () => clearTimeout(timer));
    popover.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && leave());
    popover.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'closed')
        for (const word of document.querySelectorAll<HTMLAnchorElement>('a.term[aria-expanded=true]'))
          if (popoverOf(word) === popover) word.setAttribute('aria-expanded', 'false');
    });
    popover.addEventListener('keydown', (event) => {
      if (current?.popover === popover && goOn(event, popover, current.word)) popover.hidePopover();
    });
  }
}
