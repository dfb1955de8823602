import { reading } from '@words/reading';

/**
 * Tells readers what is new since they marked all as read. The mark is the day of a change; it stays on the device, and
 * before the first one nothing is told. The line takes no room, so that no text moves when it comes.
 */
const link = document.querySelector<HTMLAnchorElement>('[data-changes]');
const labels = document.querySelectorAll<HTMLElement>('[data-new]');
const days = link?.dataset['changes']?.split(' ') ?? [];
const news = document.createElement('aside');
const words = document.createElement('span');

const stored = () => {
  try {
    return localStorage.getItem('read');
  } catch {
    return null;
  }
};

const show = () => {
  const read = stored();
  const isNew = (day = '') => read !== null && day > read;
  for (const label of labels) label.hidden = !isNew(label.dataset['new']);
  if (labels.length > 0 || !link) return;
  const count = days.filter(isNew).length;
  const notice = link.cloneNode() as HTMLAnchorElement;
  notice.textContent = reading.newChanges(count, count >= 20);
  news.replaceChildren(notice);
  news.hidden = count === 0;
};

if (labels.length > 0) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = reading.markRead;
  words.setAttribute('role', 'status');
  words.textContent = reading.markReadWhy;
  button.onclick = () => {
    try {
      localStorage.setItem('read', days[0] ?? '');
      words.textContent = reading.markReadDone;
    } catch {
      words.textContent = reading.markReadFailed;
    }
    show();
  };
  news.append(button, words);
}

news.className = 'news later meta screen-only';
news.setAttribute('aria-label', reading.news);
document.querySelector('main')?.before(news);
show();
// A page that the reader goes back to may have been left before the mark was made.
addEventListener('pageshow', show);
