import { describe, expect, test } from 'vitest';
import { replace, smallStory, smallText, type Changes } from '../../tests/support/small-story.ts';
import { touchedBy } from './changes.ts';
import { pageAt } from './directory.ts';
import type { Change } from './story.ts';

describe('the versions of a page', () => {
  const story = smallStory();
  const of = (page: string) => story.histories.find((one) => one.page === page);

  test('are those that were published, the newest first, each with its reason', () => {
    expect(of('/the-meeting/')).toMatchObject({
      address: '/the-meeting/versions/',
      title: 'The meeting',
      removal: undefined,
    });
    expect(of('/the-meeting/')?.versions.map(({ address, changes }) => [address, changes.map(({ id }) => id)])).toEqual(
      [
        ['/the-meeting/versions/1904-08-01/', ['1904-08-01-shorter']],
        ['/the-meeting/versions/1904-07-01/', ['1904-07-01-letter']],
        ['/the-meeting/versions/1904-06-01/', ['1904-06-01-published']],
      ],
    );
  });

  test('belong to its sections too, and to no page that always said the same', () => {
    const [meeting, fall] = story.explainers;
    expect(meeting?.history).toBe(of('/the-meeting/'));
    expect(meeting?.sections[0]?.history).toBe(meeting?.history);
    expect(fall?.history).toBeUndefined();
  });

  test('answer for a page that was taken away, also at its old address', () => {
    expect(of('/timeline/1904-05-03-rumour/')?.removal?.id).toBe('1904-06-15-rumour');
    expect(pageAt(story, '/timeline/1904-05-03-rumour/versions/1904-06-01/')?.kind).toBe('version');
    expect(story.moves['/timeline/1904-05-03-rumour/']).toBe('/timeline/1904-05-03-rumour/versions/');
  });

  test('count wording as a version that dates nothing', () => {
    expect(story.explainers[0]?.changes.map(({ id }) => id)).toEqual(['1904-07-01-letter', '1904-06-01-published']);
  });

  test('go on where the page moved to, and keep their addresses', () => {
    const moved = smallStory({
      'glossary/aldmoor.md': undefined,
      'glossary/aldmoor-town.md': smallText('glossary/aldmoor.md').replace('definition: ', 'definition: Once '),
      'moved.yaml': (text) =>
        `${text}glossary/aldmoor.md: glossary/aldmoor-town.md\n` +
        '/timeline/actor/aldmoor/: /timeline/actor/aldmoor-town/\n',
      'story.yaml': replace('term: aldmoor,', 'term: aldmoor-town,'),
      'timeline/1904-05-02-meeting.md': replace('actors: [ada-brook, aldmoor]', 'actors: [ada-brook, aldmoor-town]'),
      'changes/1904-09-01-more.md':
        '---\ntitle: More\ndate: 1904-09-01\nkind: update\ntouches: [glossary/aldmoor-town.md]\n---\n\nWhy.\n',
    });
    const history = moved.terms.find(({ id }) => id === 'aldmoor-town')?.history;
    expect(history?.address).toBe('/glossary/aldmoor-town/versions/');
    expect(history?.versions.map(({ address }) => address)).toEqual([
      '/glossary/aldmoor-town/versions/1904-09-01/',
      '/glossary/aldmoor/versions/1904-06-01/',
    ]);
  });

  test('of changes that touched a page before it moved or was taken away need no edit of them', () => {
    const touching = (file: string) => ({
      'changes/1904-07-01-letter.md': replace('touches: [', `touches: [${file}, ${file}#the-night-it-fell, `),
    });
    const renamed = smallStory({
      ...touching('explainers/the-fall.md'),
      'explainers/the-fall.md': undefined,
      'explainers/the-end.md': smallText('explainers/the-fall.md'),
      'moved.yaml': (text) => `${text}explainers/the-fall.md: explainers/the-end.md\n`,
    });
    const [meeting, end] = renamed.explainers;
    expect(end?.changes.map(({ id }) => id)).toEqual(['1904-07-01-letter', '1904-06-01-published']);
    const [letter] = meeting?.changes ?? [];
    expect(touchedBy(letter as Change, renamed).map(({ address }) => address)).toEqual([
      '/the-end/',
      '/the-end/#the-night-it-fell',
      '/the-meeting/#an-hour-at-the-inn',
    ]);

    const gone: Changes = {
      ...touching('pictures/replies.md'),
      'pictures/replies.md': undefined,
      'changes/1904-09-01-gone.md':
        '---\ntitle: Gone\ndate: 1904-09-01\nkind: removal\ntouches: [pictures/replies.md]\n---\n\nWhy.\n',
    };
    const removed = smallStory(gone);
    const [first] = touchedBy(removed.changes.find(({ id }) => id === '1904-07-01-letter') as Change, removed);
    expect(first?.address).toBe('/pictures/replies/versions/');
  });

  test('answer for a page that moved and was then taken away', () => {
    const story = smallStory({
      'pictures/replies.md': undefined,
      'moved.yaml': (text) => `${text}pictures/replies.md: pictures/answers.md\n`,
      'changes/1904-09-01-gone.md':
        '---\ntitle: Gone\ndate: 1904-09-01\nkind: removal\ntouches: [pictures/answers.md]\n---\n\nWhy.\n',
    });
    expect(story.histories.find(({ page }) => page === '/pictures/answers/')?.versions).toHaveLength(1);
    expect(story.moves['/pictures/replies/']).toBe('/pictures/answers/versions/');
  });

  test('name a change by its file, also when that was renamed', () => {
    const renamed = smallStory({
      'changes/1904-08-01-shorter.md': undefined,
      'changes/1904-08-01-short.md': smallText('changes/1904-08-01-shorter.md'),
      'moved.yaml': (text) => `${text}changes/1904-08-01-shorter.md: changes/1904-08-01-short.md\n`,
    });
    const [last] = renamed.histories.find(({ page }) => page === '/the-meeting/')?.versions ?? [];
    expect(last?.changes.map(({ id }) => id)).toEqual(['1904-08-01-short']);
  });

  test('a page that came later is not dated by a change of the whole site before it', () => {
    const later = smallStory({
      'glossary/toll.md': '---\ntitle: Toll\nkind: idea\ndefinition: A fee.\n---\n',
      'changes/1904-09-01-more.md':
        '---\ntitle: More\ndate: 1904-09-01\nkind: new\ntouches: [glossary/toll.md]\n---\n\nWhy.\n',
    });
    expect(later.terms.find(({ id }) => id === 'toll')?.changes.map(({ day }) => day)).toEqual(['1904-09-01']);
  });
});
