import { canFloat, put } from './float.ts';
import { goOn } from './go-on.ts';

/**
 * Names that explain themselves: a link to the glossary opens what the page holds about the name, beside the word. Tap,
 * click and Enter ask for it and take the focus there; a pointer that rests on the word shows it without.
 */
const HOVER = 400;
const LEAVE = 300;

const cardOf = (word: HTMLAnchorElement) =>
  document.getElementById(`term-${word.dataset['card'] ?? word.pathname.split('/').at(-2)}`);
const words = [...document.querySelectorAll<HTMLAnchorElement>('a.term')].filter((word) => canFloat && cardOf(word));

let timer = 0;
let current: { word: HTMLAnchorElement; card: HTMLElement } | undefined;

function open(word: HTMLAnchorElement, asked: boolean): void {
  const card = cardOf(word);
  if (!card) return;
  clearTimeout(timer);
  if (current?.word !== word || !card.matches(':popover-open')) {
    current?.card.hidePopover();
    current = { word, card };
    if (asked) word.focus();
    card.showPopover();
    // A word that runs over two lines has two boxes; the card stands at the last.
    put(card, [...word.getClientRects()].at(-1) ?? word.getBoundingClientRect());
    word.setAttribute('aria-expanded', 'true');
  }
  if (asked) card.focus();
}

const later = (act: () => void, wait: number) => {
  clearTimeout(timer);
  timer = window.setTimeout(act, wait);
};
const leave = () => later(() => !current?.card.contains(document.activeElement) && current?.card.hidePopover(), LEAVE);

for (const word of words) {
  word.setAttribute('aria-haspopup', 'dialog');
  word.setAttribute('aria-expanded', 'false');
  word.addEventListener('click', (event) => {
    // With a key held the reader asks for a new tab or window, and gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(word, true);
  });
  word.addEventListener(
    'pointerenter',
    ({ pointerType }) => pointerType === 'mouse' && later(() => open(word, false), HOVER),
  );
  word.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && leave());
}
for (const card of document.querySelectorAll<HTMLElement>('.terms > [popover]')) {
  card.tabIndex = -1;
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', card.querySelector('b')?.textContent ?? '');
  card.addEventListener('pointerenter', () => clearTimeout(timer));
  card.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && leave());
  card.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed')
      for (const word of words) if (cardOf(word) === card) word.setAttribute('aria-expanded', 'false');
  });
  card.addEventListener('keydown', (event) => {
    if (current?.card === card && goOn(event, card, current.word)) card.hidePopover();
  });
}
