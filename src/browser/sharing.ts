import { canFloat } from './float.ts';
import type * as Share from './share.ts';

/**
 * Sharing by hand: a control at each section and at the page. Without it, and in a browser without popovers, the link
 * at the heading leads to the section and is there to copy.
 */
let share: typeof Share | undefined;

export function shareByHand(): void {
  for (const anchor of canFloat ? document.querySelectorAll<HTMLAnchorElement>('.anchor') : []) {
    anchor.setAttribute('aria-haspopup', 'dialog');
    anchor.setAttribute('aria-expanded', 'false');
    // A press outside of the menu closes it before it becomes a click; the second press on an anchor is there to close.
    let wasOpen = false;
    anchor.addEventListener('pointerdown', () => (wasOpen = share?.isOpenAt(anchor) ?? false));
    anchor.addEventListener('click', async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      try {
        share ??= await import('./share.ts');
      } catch {
        location.href = anchor.href;
        return;
      }
      const isClosing = wasOpen || share.isOpenAt(anchor);
      wasOpen = false;
      share.close();
      if (!isClosing) share.openAt(anchor);
    });
  }
}
