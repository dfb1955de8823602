import { canFloat } from './float.ts';
import { targetOf } from './target.ts';

/**
 * Marks, in the contents, the section that is being read: the last one whose heading has passed the upper third. The
 * bar that opens them names it, and who has chosen one wants to read it.
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

const mark = () => {
  const line = innerHeight * 0.34;
  const isShown = ({ id }: Element) => !links.get(id)?.closest('[data-as-of] .later');
  const current = sections.filter((one) => one.getBoundingClientRect().top <= line && isShown(one)).at(-1);
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
