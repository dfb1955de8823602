import { searching } from '@words/searching';
import { excerpt, mark, type Piece } from './search-excerpt.ts';
import { finderOf, indexOf, parseQuery, rank, textsOf, type Found, type PageList } from './search-ranking.ts';

/** The search of the page /search/: what it needs is loaded when the first word is typed. */
interface Pagefind {
  init: () => Promise<void>;
  search: (text: string) => Promise<{ results: Result[] }>;
}
interface Result {
  id: string;
  score: number;
  data: () => Promise<{ content: string }>;
}

/** How many results are shown at once, and how many more by the button. */
const STEP = 10;
/** How long a reader pauses, in milliseconds, before what was typed is searched for. */
const PAUSE = 150;
/** What stands in the address for the sources. */
const SOURCES = 'sources';

const root = document.documentElement;
const box = document.querySelector<HTMLElement>('.search');
const field = document.querySelector<HTMLInputElement>('#q');
const inSources = document.querySelector<HTMLInputElement>('#in-sources');
const said = box?.querySelector<HTMLElement>('form > [role=status]');
const sourcesHeading = box?.querySelector<HTMLElement>('.sources h2');
const sourcesName = sourcesHeading?.textContent ?? '';
const slash = document.querySelector<HTMLInputElement>('#slash');

/** Loads something once; after a failure it is tried again. */
function once<Thing>(load: () => Promise<Thing>): () => Promise<Thing> {
  let loading: Promise<Thing> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

const json = async (address = ''): Promise<unknown> => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.json();
};
const listAt = (address?: string) => once(async () => indexOf((await json(address)) as PageList, searching.language));
const pages = listAt(box?.dataset['pages']);
const sources = listAt(box?.dataset['sources']);

const pagefind = once(async () => {
  const [script, addresses] = await Promise.all([
    import(/* @vite-ignore */ box?.dataset['index'] ?? '') as Promise<Pagefind>,
    json(box?.dataset['results']) as Promise<Record<string, string>>,
  ]);
  await script.init();
  return { script, addresses };
});

/** What Pagefind has found for a text, by the address of the page. */
const answers = new Map<string, Promise<Map<string, Result>>>();

async function ask(text: string): Promise<Map<string, Result>> {
  const { script, addresses } = await pagefind();
  const { results } = await script.search(text);
  return new Map(results.map((result) => [addresses[result.id] ?? '', result]));
}

/** What the texts of pages have of each of some texts. Without Pagefind there is nothing, and the names must do. */
async function search(texts: readonly string[]): Promise<Map<string, Map<string, Result>>> {
  const found = new Map<string, Map<string, Result>>();
  for (const text of texts) {
    const answer = answers.get(text) ?? ask(text);
    answers.set(text, answer);
    try {
      found.set(text, await answer);
    } catch {
      answers.delete(text);
      return found;
    }
  }
  return found;
}

/** The scores of what was found, by text and page. */
const scoresOf = (texts: ReadonlyMap<string, ReadonlyMap<string, Result>>) =>
  new Map(
    [...texts].map(([text, results]) => [
      text,
      new Map([...results].map(([address, { score }]) => [address, score] as const)),
    ]),
  );

/** A list of results on the page, of which the first are shown and more by a button. */
interface Shown {
  found: readonly Found[];
  many: number;
  row: (found: Found) => HTMLLIElement;
}

function show(part: Element | null | undefined, { found, many, row }: Shown): void {
  const list = part?.querySelector('ol');
  const button = part?.querySelector('button');
  if (!part || !list || !button) return;
  list.replaceChildren(...found.slice(0, many).map(row));
  (part as HTMLElement).hidden = found.length === 0;
  button.hidden = found.length <= many;
  button.onclick = () => {
    const next = list.children.length;
    list.append(...found.slice(next, next + STEP).map(row));
    button.hidden = found.length <= list.children.length;
    list.children[next]?.querySelector('a')?.focus();
    if (part.matches('.pages')) remember({ many: list.children.length });
  };
}

/** A result: its title, what it is, and a few words of it. */
function rowOf(
  { page, isNamed }: Found,
  isFound: (word: string) => boolean,
  texts: ReadonlyMap<string, ReadonlyMap<string, Result>>,
): HTMLLIElement {
  const isBack = 'asOf' in root.dataset;
  const item = document.createElement('li');
  const title = document.createElement('a');
  title.href = (box?.dataset['base'] ?? '/') + page.address.slice(1);
  title.dir = 'auto';
  title.append(...marked(mark(page.title, isFound)));
  const kind = document.createElement('span');
  kind.className = 'meta';
  kind.textContent = ` ${page.kind}`;
  const text = document.createElement('p');
  text.dir = 'auto';
  const brief = excerpt((isBack && page.then) || page.brief, isFound);
  text.append(...marked(brief));
  item.append(title, kind, text);
  // What of its text was found, unless the brief shows it; not while later knowledge is set aside, which may be there.
  const result = [...texts.values()].flatMap((results) => results.get(page.address) ?? [])[0];
  if (result && !isNamed && !isBack && !brief.some((piece) => piece.isFound))
    void result.data().then(
      ({ content }) => {
        const pieces = excerpt(content, isFound);
        if (pieces.some((piece) => piece.isFound)) text.replaceChildren(...marked(pieces));
      },
      () => {
        // The brief stays.
      },
    );
  return item;
}

function marked(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isFound }) => {
    if (!isFound) return text;
    const element = document.createElement('mark');
    element.textContent = text;
    return element;
  });
}

/** Keeps with the page in the history what a reader finds again on the way back. */
function remember(what: { many?: number; top?: number }, url?: URL): void {
  history.replaceState({ ...(history.state as object | null), ...what }, '', url);
}

let latest = 0;

async function answer(words: string, many = STEP): Promise<void> {
  const turn = (latest += 1);
  const url = new URL(location.href);
  url.searchParams.delete('q');
  url.searchParams.delete(SOURCES);
  if (words) url.searchParams.set('q', words);
  if (inSources?.checked) url.searchParams.set(SOURCES, '1');
  remember({ many }, url);
  if (!words) return clear();
  try {
    const [index, sourceIndex] = await Promise.all([pages(), inSources?.checked ? sources() : undefined]);
    const query = parseQuery(words, index);
    const sourceQuery = sourceIndex && parseQuery(query.corrected ?? words, sourceIndex, index);
    const wanted = [...textsOf(query, index), ...(sourceQuery ? textsOf(sourceQuery, sourceIndex) : [])];
    const texts = await search([...new Set(wanted)]);
    // The reader has typed on meanwhile.
    if (turn !== latest) return;
    const scores = scoresOf(texts);
    const isKnown = ({ page }: Found) => !page.later || !('asOf' in root.dataset);
    const found = rank(query, index, scores).filter(isKnown);
    const isFound = finderOf(query, index);
    show(box?.querySelector('.pages'), { found, many, row: (one) => rowOf(one, isFound, texts) });
    const inThem = sourceQuery ? rank(sourceQuery, sourceIndex, scores).filter(isKnown) : [];
    show(box?.querySelector('.sources'), { found: inThem, many: STEP, row: (one) => rowOf(one, isFound, texts) });
    if (sourcesHeading) sourcesHeading.textContent = haveAll(inThem) ? searching.sources(inThem.length) : sourcesName;
    tell(query.corrected, found, words, sourceQuery && inThem.length === 0 ? ` ${searching.noSources}` : '');
  } catch {
    if (turn !== latest) return;
    clear();
    if (said) said.textContent = searching.failed;
  }
}

/** Whether all of some results have all that was asked: if some have a part of it only, their number says nothing. */
const haveAll = (found: readonly Found[]) => found.every(({ hasAll }) => hasAll);

function saidOf(words: string, found: readonly Found[]): string {
  if (found.length === 0) return searching.nothing(words);
  return haveAll(found) ? searching.found(words, found.length) : searching.nearest(words);
}

/** Says what was found, and asks whether another word was meant. */
function tell(corrected: string | undefined, found: readonly Found[], words: string, more: string): void {
  if (!said) return;
  const shown = corrected ?? words;
  said.textContent = saidOf(shown, found) + ('asOf' in root.dataset ? ` ${searching.laterLeftOut}` : '') + more;
  if (corrected === undefined || found.length === 0) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'meant';
  button.textContent = corrected;
  button.onclick = () => {
    if (!field) return;
    field.value = corrected;
    field.focus();
    void answer(corrected);
  };
  said.prepend(searching.didYouMean[0], button, `${searching.didYouMean[1]} `);
}

function clear(): void {
  for (const part of box?.querySelectorAll<HTMLElement>('.found') ?? []) part.hidden = true;
  if (said) said.textContent = '';
}

/** What the page was asked before, by a link or before the reader left it. */
async function again(): Promise<void> {
  if (!field) return;
  const { searchParams } = new URL(location.href);
  const state = history.state as { many?: number; top?: number } | null;
  field.value = searchParams.get('q') ?? '';
  if (inSources) inSources.checked = searchParams.has(SOURCES);
  if (!field.value) return;
  await answer(field.value.trim(), state?.many);
  if (state?.top !== undefined) scrollTo(0, state.top);
}

if (field) {
  let pause = 0;
  const now = () => {
    clearTimeout(pause);
    void answer(field.value.trim());
  };
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    now();
  });
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(now, PAUSE);
  });
  inSources?.addEventListener('change', now);
  document.addEventListener('as-of', now);
  addEventListener('pagehide', () => remember({ top: scrollY }));
  // A page that the browser kept comes back without the words of a field that is not to be filled in.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) field.value = new URL(location.href).searchParams.get('q') ?? '';
  });
  void again();
  // With results, the keyboard of a telephone would hide them.
  // What is not shown yet, because the page waits for its typeface, cannot be focused.
  const focus = (): unknown =>
    'wait' in document.documentElement.dataset ? requestAnimationFrame(focus) : field.focus();
  if (!field.value) focus();
}

if (slash) {
  try {
    slash.checked = localStorage.getItem('slash') !== 'off';
  } catch {
    // Nothing is stored on this device.
  }
  slash.addEventListener('change', () => localStorage.setItem('slash', slash.checked ? 'on' : 'off'));
}
