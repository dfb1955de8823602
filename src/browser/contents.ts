import { canFloat } from './float.ts';
import { targetOf } from './target.ts';

/**
 * Marks, in the contents, the section that is being read: the first one whose heading is in the upper third of the
 * screen, or else the last one above. The bar that opens them names it, and who has chosen one wants to read it.
 */
const contents = document.querySelector<HTMLElement>('.contents');
const now = document.querySelector('.opens > .current');
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents li > a[href^="#"]')].map((link) => [
    link.hash.slice(1),
    link,
  ]),
);
const sections = [...links.values()].flatMap(({ hash }) => targetOf(hash) ?? []);

let marked: string | undefined;

const mark = () => {
  const isShown = ({ id }: Element) => !links.get(id)?.closest('[data-as-of] .later');
  const begun = sections.filter((one) => one.getBoundingClientRect().top <= innerHeight / 3 && isShown(one));
  // Of several short ones the first whose heading is still on the screen.
  const current = (begun.find((section) => section.getBoundingClientRect().top >= 0) ?? begun.at(-1))?.id;
  if (current === marked) return;
  links.get(marked ?? '')?.removeAttribute('aria-current');
  const link = links.get(current ?? '');
  link?.setAttribute('aria-current', 'true');
  if (now) now.textContent = link?.textContent ?? '';
  marked = current;
};

/** Marks it now and whenever the reader scrolls. */
export function followReading(): void {
  addEventListener('scroll', mark, { passive: true });
  mark();
  contents?.addEventListener('click', ({ target }) => {
    if (canFloat && (target as Element).closest('a')) contents.hidePopover();
  });
}
