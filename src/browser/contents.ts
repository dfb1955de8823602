import { canFloat } from './float.ts';
import { targetOf } from './target.ts';

/**
 * Marks, in the contents, the section that is being read: the first one whose heading is in the upper third of the
 * screen, or else the last one above. The bar that opens them names it, and who has chosen one wants to read it.
 */
const contents = document.querySelector<HTMLElement>('.contents');
const now = document.querySelector('.opens > .now');
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents li > a[href^="#"]')].map((link) => [
    link.hash.slice(1),
    link,
  ]),
);
const sections = [...links.values()].flatMap(({ hash }) => targetOf(hash) ?? []);

const mark = () => {
  const line = innerHeight / 3;
  const begun = sections.filter((section) => section.getBoundingClientRect().top <= line);
  // Of several short ones the first whose heading is still on the screen.
  const current = begun.find((section) => section.getBoundingClientRect().top >= 0) ?? begun.at(-1);
  for (const [id, link] of links) {
    if (id === current?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  if (now) now.textContent = links.get(current?.id ?? '')?.textContent ?? '';
};

if (sections.length > 0) {
  const watcher = new IntersectionObserver(mark, { rootMargin: '-33% 0px -66%' });
  for (const section of sections) watcher.observe(section);
  mark();
}
contents?.addEventListener('click', ({ target }) => {
  if (canFloat && (target as Element).closest('a')) contents.hidePopover();
});
