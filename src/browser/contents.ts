import { targetOf } from './target.ts';

/** Marks the section that is being read in the contents: the last one that begins in the upper third of the window. */
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.contents a[href^="#"]')].map((link) => [link.hash.slice(1), link]),
);
const sections = [...links.values()].flatMap(({ hash }) => targetOf(hash) ?? []);

const mark = () => {
  const line = innerHeight / 3;
  const current = sections.filter((section) => section.getBoundingClientRect().top <= line).at(-1);
  for (const [id, link] of links) {
    if (id === current?.id) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
};

if (sections.length > 0) {
  const watcher = new IntersectionObserver(mark, { rootMargin: '-33% 0px -66%' });
  for (const section of sections) watcher.observe(section);
  mark();
}
