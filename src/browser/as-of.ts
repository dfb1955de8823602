import { targetOf } from './target.ts';

/**
 * As it was known: sets aside what was only known after the key moment. The choice is kept on the device, also that of
 * an address with `?as-of=<day>`, so that it holds on the pages that are opened from there.
 */
const root = document.documentElement;
const box = document.querySelector<HTMLElement>('.as-of');
const button = box?.querySelector('button');
const said = box?.querySelector('p');

function show(): void {
  const on = 'asOf' in root.dataset;
  button?.setAttribute('aria-pressed', String(on));
}

/**
 * A link into something folded opens it and goes there again: until then there was no place to scroll to. A page that
 * is wholly about what came later stays closed.
 */
function arrive(): void {
  const target = targetOf(location.hash);
  if (target?.closest('[data-as-of] [data-later]')) return;
  let opened = false;
  for (let part: Element | null = target; part; part = part.parentElement) {
    const isFolded =
      part instanceof HTMLDetailsElement
        ? !part.open
        : part.matches('[data-as-of] :is(.later, .hindsight, .folds):not(.shown)');
    if (!isFolded) continue;
    opened = true;
    if (part instanceof HTMLDetailsElement) part.open = true;
    else part.classList.add('shown');
    // The first note of a section that is wholly later says so.
    part.querySelector(':scope > .hindsight')?.classList.add('shown');
  }
  if (!target || !opened) return;
  if (!target.matches('a, button, input')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

/** Keeps on the device whether the site is put back. */
function keep(on: boolean): void {
  try {
    if (on) localStorage.setItem('as-of', '1');
    else localStorage.removeItem('as-of');
  } catch {
    // A device that stores nothing still changes this page.
  }
}

export function switchAsOf(): void {
  if ('asOf' in root.dataset) keep(true);
  addEventListener('hashchange', arrive);
  if (location.hash) arrive();
  if (!box || !button) return;
  button.addEventListener('click', () => {
    const on = !('asOf' in root.dataset);
    const url = new URL(location.href);
    if (on) root.dataset['asOf'] = '';
    else delete root.dataset['asOf'];
    url.searchParams.delete('as-of');
    if (on) url.searchParams.set('as-of', box.dataset['day'] ?? '');
    history.replaceState(history.state, '', url);
    keep(on);
    // Text that enters a live region is read out; what the style shows is not.
    if (said) said.textContent = on ? (said.dataset['words'] ?? '') : '';
    // On a page that sets nothing aside it was only the way back, and it holds the focus.
    box.classList.remove('then');
    show();
    document.dispatchEvent(new Event('as-of'));
  });
  show();
}
