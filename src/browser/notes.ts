import { reading } from '@words/reading';
import { goOn } from './go-on.ts';
import { targetOf } from './target.ts';

/**
 * Sources where the eye is: with room beside the text each note stands in the margin at the line of its first mark, and
 * comes to the line of another when the reader asks there; without, it opens under the paragraph it belongs to. Without
 * script the notes are the list at the end.
 */
const notes = [...document.querySelectorAll<HTMLLIElement>('.notes ol > li')];
const article = document.querySelector<HTMLElement>('article');
const text = document.querySelector<HTMLElement>('article > .text');
// Of the screen only: WebKit judges the width of paper by the window.
const wide = matchMedia('screen and (min-width: 75rem)');
const GAP = 10;

/** Whether the notes stand in the margin. */
let beside = false;
/** The mark at which the reader asked last. */
let asked: HTMLElement | undefined;

/** The words of a note, without the ways back. */
function wordsOf(note: HTMLElement): HTMLElement {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('.back, .detail')) part.remove();
  return copy;
}

/** The mark that a note stands at: the one at which the reader asked for it, or else the first that is shown. */
function markOf(note: HTMLElement): HTMLElement | undefined {
  const marks = document.querySelectorAll<HTMLElement>(`[role=doc-noteref][href="#${note.id}"]`);
  const shown = [...marks].filter((mark) => mark.getClientRects().length > 0);
  return shown.find((mark) => mark === asked) ?? shown[0];
}

/** Puts each note beside the line of its mark, below the note before it; the one that was asked for exactly there. */
function place(): void {
  beside = wide.matches && article !== null && text !== null;
  document.documentElement.classList.toggle('notes-beside', beside);
  for (const note of notes) note.hidden = false;
  // What was opened in the text while the window was narrower now stands in the margin.
  if (beside) for (const here of document.querySelectorAll('.here')) close(here);
  if (!beside || !article || !text) return;
  const frame = article.getBoundingClientRect();
  const own = text.getBoundingClientRect();
  const [start, room] =
    document.dir === 'rtl'
      ? [frame.right - own.left + 40, frame.right]
      : [own.right - frame.left + 40, document.documentElement.clientWidth - frame.left];
  // As properties that page.css uses for the screen, so that none of it reaches paper.
  const set = (element: HTMLElement, name: string, length: number) => element.style.setProperty(name, `${length}px`);
  set(article, '--notes-start', start);
  set(article, '--notes-width', Math.min(250, room - start - 16));
  const placed = notes.flatMap((note) => {
    const mark = markOf(note);
    const line = mark?.getClientRects()[0];
    note.hidden = !line;
    if (!mark || !line) return [];
    note.dataset['number'] = mark.textContent;
    return { note, mark, line: line.top - frame.top, top: 0, height: note.offsetHeight + GAP };
  });
  placed.sort((one, other) => one.line - other.line);
  const end = (upTo: number) => {
    const before = placed[upTo - 1];
    return before ? before.top + before.height : 0;
  };
  placed.forEach((one, at) => (one.top = Math.max(one.line, end(at))));
  const pinned = placed.findIndex(({ mark }) => mark === asked);
  const one = placed[pinned];
  if (one) {
    // Those before it make room, as far as there is any above them.
    const above = placed.slice(0, pinned).reduce((sum, { height }) => sum + height, 0);
    one.top = Math.max(Math.min(one.line, innerHeight - frame.top - one.height), above);
    let free = one.top;
    for (const before of placed.slice(0, pinned).reverse())
      free = before.top = Math.min(before.top, free - before.height);
    placed.forEach((after, at) => at > pinned && (after.top = Math.max(after.line, end(at))));
  }
  for (const { note, top } of placed) set(note, '--top', top);
  set(article, '--notes-height', end(placed.length));
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

/** The mark that opened a note in the text. */
const openerOf = (here: Element) => document.getElementById(here.id.slice(5));

function close(here: Element): void {
  openerOf(here)?.setAttribute('aria-expanded', 'false');
  here.remove();
}

/**
 * Opens a note under the block that its mark stands in, in a table under its row, in the order of the marks; or closes
 * it.
 */
function toggle(mark: HTMLAnchorElement, note: HTMLElement): void {
  const id = `here-${mark.id}`;
  const there = document.getElementById(id);
  if (there) return close(there);
  mark.setAttribute('aria-expanded', 'true');
  const words = document.createElement('div');
  words.setAttribute('role', 'note');
  words.innerHTML = `<p>${mark.textContent}. ${wordsOf(note).innerHTML}</p>`;
  // What the page holds of each source follows, so its name leads to the source's own page.
  for (const source of words.querySelectorAll<HTMLAnchorElement>('a[href^="#s-"]')) {
    const more = detail(source.hash.slice(1));
    source.href = more?.querySelector('a')?.href ?? source.href;
    words.append(more ?? '');
  }
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
  const isItem = block?.tagName === 'LI';
  let next = isItem ? block.querySelector(':scope > .here') : block?.nextElementSibling;
  while (next?.matches('.here') && comesBefore(next, mark)) next = next.nextElementSibling;
  (isItem ? block : block?.parentElement)?.insertBefore(here, next ?? null);
}

/** Whether a note in the text was opened by a mark that stands before another. */
const comesBefore = (here: Element, mark: Node) =>
  Boolean((openerOf(here)?.compareDocumentPosition(mark) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING);

/** Brings a note in the margin to a mark and takes the reader there. */
function bring(mark: HTMLElement, note: HTMLElement): void {
  asked = mark;
  place();
  note.tabIndex = -1;
  note.focus({ preventScroll: true });
}

export function showNotes(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = targetOf(link.hash);
    if (!target) return;
    if (link.matches('[role=doc-noteref]')) {
      event.preventDefault();
      if (beside) bring(link, target);
      else toggle(link, target);
    }
    if (link.hash.startsWith('#s-') && beside) {
      event.preventDefault();
      const note = link.closest('li');
      const shown = note?.querySelector(`[data-of="${target.id}"]`);
      link.setAttribute('aria-expanded', String(!shown));
      if (shown) shown.remove();
      else note?.append(detail(target.id) ?? '');
      place();
    }
  });

  document.addEventListener('keydown', (event) => {
    const element = event.target as HTMLElement;
    const note = element.closest<HTMLElement>('.notes ol > li');
    if (note && beside && asked && goOn(event, note, asked)) return;
    if (event.key !== 'Escape') return;
    if (note && beside) asked?.focus({ preventScroll: true });
    const here =
      element.closest<HTMLElement>('.here') ?? document.getElementById(element.getAttribute('aria-controls') ?? '');
    if (!here?.matches('.here')) return;
    close(here);
    openerOf(here)?.focus();
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
}
