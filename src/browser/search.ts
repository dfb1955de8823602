import { searching } from '@words/searching';

/** The search of the page /search/: the index is loaded when the first word is typed. */
interface Found {
  url: string;
  excerpt: string;
  meta: { title: string; kind: string };
}
interface Pagefind {
  init: () => Promise<void>;
  debouncedSearch: (words: string) => Promise<{ results: { data: () => Promise<Found> }[] } | null>;
}

const MOST = 30;
const box = document.querySelector<HTMLElement>('.search');
const field = document.querySelector<HTMLInputElement>('#q');
const said = box?.querySelector('[role=status]');
const list = box?.querySelector('.results');
const slash = document.querySelector<HTMLInputElement>('#slash');
let loading: Promise<Pagefind> | undefined;

async function load(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ box?.dataset['index'] ?? '')) as Pagefind;
  await pagefind.init();
  return pagefind;
}

function row({ url, excerpt, meta }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const title = document.createElement('a');
  title.href = url;
  title.textContent = meta.title;
  const kind = document.createElement('span');
  kind.className = 'meta';
  kind.textContent = ` ${meta.kind}`;
  const text = document.createElement('p');
  // Pagefind has encoded the text and marked the words that were found.
  text.innerHTML = excerpt;
  item.append(title, kind, text);
  return item;
}

async function search(words: string): Promise<void> {
  const url = new URL(location.href);
  if (words) url.searchParams.set('q', words);
  else url.searchParams.delete('q');
  history.replaceState(history.state, '', url);
  if (!words) {
    list?.replaceChildren();
    if (said) said.textContent = '';
    return;
  }
  try {
    const answer = await (await (loading ??= load())).debouncedSearch(words);
    // Null says that the reader has typed on meanwhile.
    if (!answer || !said) return;
    const found = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
    list?.replaceChildren(...found.map(row));
    const count = answer.results.length;
    said.textContent = count === 0 ? searching.nothing(words) : searching.found(words, count, MOST);
  } catch {
    loading = undefined;
    if (said) said.textContent = searching.failed;
  }
}

if (field) {
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    void search(field.value.trim());
  });
  field.addEventListener('input', () => void search(field.value.trim()));
  field.value = new URL(location.href).searchParams.get('q') ?? '';
  if (field.value) void search(field.value.trim());
  field.focus();
}

if (slash) {
  try {
    slash.checked = localStorage.getItem('slash') !== 'off';
  } catch {
    // Nothing is stored on this device.
  }
  slash.addEventListener('change', () => localStorage.setItem('slash', slash.checked ? 'on' : 'off'));
}
