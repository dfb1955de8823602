import { reading } from '@words/reading';
import { targetOf } from './target.ts';

/**
 * Sources where the eye is: with room beside the text each note stands in the margin at its line; without, it opens
 * under the paragraph it belongs to. Without script the notes are the list at the end.
 */
const notes = [...document.querySelectorAll<HTMLLIElement>('.notes ol > li')];
const article = document.querySelector<HTMLElement>('article');
const text = document.querySelector<HTMLElement>('article > .text');
// Of the screen only: WebKit judges the width of paper by the window.
const wide = matchMedia('screen and (min-width: 75rem)');
const GAP = 10;

/** The words of a note, without the ways back. */
function wordsOf(note: HTMLElement): HTMLElement {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('.back, .detail')) part.remove();
  return copy;
}

const markOf = (note: HTMLElement) => document.querySelector<HTMLElement>(`[role=doc-noteref][href="#${note.id}"]`);

/** Puts each note beside the line of its first mark, below the note before it. */
function place(): void {
  const beside = wide.matches && article !== null && text !== null;
  document.documentElement.classList.toggle('notes-beside', beside);
  for (const note of notes) note.hidden = false;
  if (!beside) return;
  const frame = article.getBoundingClientRect();
  const left = text.getBoundingClientRect().right - frame.left + 40;
  // As properties that page.css uses for the screen, so that none of it reaches paper.
  const set = (element: HTMLElement, name: string, length: number) => element.style.setProperty(name, `${length}px`);
  set(article, '--notes-left', left);
  set(article, '--notes-width', Math.min(250, document.documentElement.clientWidth - frame.left - left - 16));
  let bottom = 0;
  for (const note of notes) {
    const mark = markOf(note);
    const line = mark?.getClientRects()[0];
    note.hidden = !line;
    if (!line) continue;
    note.dataset['number'] = mark?.textContent ?? '';
    const top = Math.max(line.top - frame.top, bottom);
    set(note, '--top', top);
    bottom = top + note.offsetHeight + GAP;
  }
  set(article, '--notes-height', bottom);
}

/** What the page holds about a source, to stand in a note. */
function detail(id: string): HTMLElement | undefined {
  const source = document.getElementById(id);
  if (!source) return undefined;
  const copy = document.createElement('p');
  copy.className = 'detail screen-only';
  copy.dataset['of'] = id;
  copy.innerHTML = source.innerHTML;
  return copy;
}

/** Opens a note under the block that its mark stands in, in a table under its row; or closes it. */
function toggle(mark: HTMLAnchorElement, note: HTMLElement): void {
  const id = `here-${mark.id}`;
  const there = document.getElementById(id);
  mark.setAttribute('aria-expanded', String(!there));
  if (there) {
    there.remove();
    return;
  }
  const words = document.createElement('div');
  words.setAttribute('role', 'note');
  words.innerHTML = `<p>${mark.textContent}. ${wordsOf(note).innerHTML}</p>`;
  for (const source of note.querySelectorAll<HTMLAnchorElement>('a[href^="#s-"]'))
    words.append(detail(source.hash.slice(1)) ?? '');
  const row = mark.closest('tr');
  const here = document.createElement(row ? 'tr' : 'div');
  here.id = id;
  here.className = 'here screen-only';
  here.append(words);
  if (row) {
    const cell = document.createElement('td');
    cell.colSpan = row.cells.length;
    cell.append(words);
    here.append(cell);
  }
  mark.setAttribute('aria-controls', id);
  const block = row ?? mark.closest('p, li, blockquote');
  if (block?.tagName === 'LI') block.append(here);
  else block?.after(here);
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = targetOf(link.hash);
  if (!target) return;
  if (link.matches('[role=doc-noteref]') && !wide.matches) {
    event.preventDefault();
    toggle(link, target);
  }
  if (link.hash.startsWith('#s-') && wide.matches) {
    event.preventDefault();
    const note = link.closest('li');
    const shown = note?.querySelector(`[data-of="${target.id}"]`);
    link.setAttribute('aria-expanded', String(!shown));
    if (shown) shown.remove();
    else note?.append(detail(target.id) ?? '');
    place();
  }
});

document.addEventListener('keydown', ({ key, target }) => {
  const element = target as HTMLElement;
  if (key !== 'Escape') return;
  const here =
    element.closest<HTMLElement>('.here') ?? document.getElementById(element.getAttribute('aria-controls') ?? '');
  const mark = here && document.getElementById(here.id.slice(5));
  if (!here || !mark) return;
  here.remove();
  mark.setAttribute('aria-expanded', 'false');
  mark.focus();
});

// A mark shows a number; those who do not see it beside its note are told what it is.
for (const mark of document.querySelectorAll<HTMLAnchorElement>('[role=doc-noteref]'))
  mark.setAttribute('aria-label', reading.note(mark.textContent));

if (notes.length > 0 && article) {
  place();
  wide.addEventListener('change', place);
  new ResizeObserver(place).observe(text ?? article);
  document.addEventListener('as-of', place);
}
