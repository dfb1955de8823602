import { expect, test } from 'vitest';
import { addressOf, archivedCopy, cardAddress, pathOf, targetOf, withBase } from './addresses.ts';

test.each([
  ['explainers/the-call.md', 'explainers', 'the-call', '/the-call/'],
  ['drafts/us-treaty.md', 'drafts', 'us-treaty', '/drafts/us-treaty/'],
  ['drafts/us-treaty/article-4.md', 'articles', 'us-treaty/article-4', '/drafts/us-treaty/article-4/'],
  ['demands/no-enlargement.md', 'demands', 'no-enlargement', '/positions/no-enlargement/'],
  ['timeline/2024-05-17-call.md', 'timeline', '2024-05-17-call', '/timeline/2024-05-17-call/'],
  ['glossary/nato.md', 'glossary', 'nato', '/glossary/nato/'],
  ['sources/a-paper.md', 'sources', 'a-paper', '/sources/a-paper/'],
  ['pages/home.md', 'pages', 'home', '/'],
  ['pages/about.md', 'pages', 'about', '/about/'],
  ['changes/2026-11-22-first.md', 'changes', '2026-11-22-first', '/changes/#2026-11-22-first'],
])('%s', (path, collection, id, address) => {
  const target = targetOf(path);
  expect(target).toEqual({ collection, id });
  expect(addressOf(target)).toBe(address);
  expect(pathOf(target)).toBe(path);
});

test('a section follows as a fragment', () =>
  expect(addressOf({ collection: 'explainers', id: 'the-call', section: 'agreed' })).toBe('/the-call/#agreed'));

test.each([
  ['timeline/event.txt', 'not Markdown'],
  ['timeline/My Event.md', 'cannot be part of an address'],
  ['timeline/événement.md', 'cannot be part of an address'],
  ['timeline/../../secret.md', 'cannot be part of an address'],
  ['timeline/deep/event.md', 'in no folder'],
  ['explaners/event.md', 'pages/, changes/, or images/ for images; did you mean “explainers/”?'],
  ['articles/article-1.md', 'in no folder'],
  ['notes/x.md', 'in no folder'],
  ['loose.md', 'in no folder'],
  ['explainers/timeline.md', 'address of the site itself'],
])('%s is refused: %s', (path, message) => expect(() => targetOf(path)).toThrow(message));

test('the base path comes first, once', () => {
  expect(withBase('/', '/about/')).toBe('/about/');
  expect(withBase('/story/', '/about/')).toBe('/story/about/');
  expect(withBase('/story', '/')).toBe('/story/');
});

test('an archived copy is asked for the day; an archive is not archived again', () => {
  expect(archivedCopy('https://a.example/x', '2024-05')).toBe(
    'https://web.archive.org/web/20240501/https://a.example/x',
  );
  expect(archivedCopy('https://archive.md/0OmVH', '2024-05-17')).toBeUndefined();
});

test.each([
  ['/', '/cards/home.png'],
  ['/the-call/agreed/', '/cards/the-call/agreed.png'],
  ['/404.html', '/cards/404.png'],
])('the card of %s', (page, card) => expect(cardAddress(page)).toBe(card));
