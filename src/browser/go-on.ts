/**
 * What explains a word stands elsewhere in the page than the word. Who leaves it by Tab goes on from the word, as a
 * reader would, and with Shift comes back to it. Returns whether the key was such a one.
 */
export function goOn(event: KeyboardEvent, card: HTMLElement, word: HTMLElement): boolean {
  const links = [...card.querySelectorAll('a')].filter((link) => link.getClientRects().length > 0);
  const end = event.shiftKey ? card : (links.at(-1) ?? card);
  if (event.key !== 'Tab' || document.activeElement !== end) return false;
  if (event.shiftKey) event.preventDefault();
  word.focus({ preventScroll: true });
  return true;
}
