/**
 * In the list of changes, labels those that are new to a reader who has opened it before. The head of the page has
 * noted how many there were then; a page that has changed itself says so without script of its own.
 */
export function labelNews(): void {
  const known = Number(/\d+$/.exec(document.documentElement.dataset['fresh'] ?? '')?.[0] ?? Infinity);
  const labels = [...document.querySelectorAll<HTMLElement>('[data-new]')];

  labels.forEach((label, at) => (label.hidden = at >= labels.length - known));
}
