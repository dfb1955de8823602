import { describe, expect, test } from 'vitest';
import { replace, smallStory, smallText } from '../../tests/support/small-story.ts';
import { pageAt } from './directory.ts';

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

  test('a page that came later is not dated by a change of the whole site before it', () => {
    const later = smallStory({
      'glossary/toll.md': '---\ntitle: Toll\nkind: idea\ndefinition: A fee.\n---\n',
      'changes/1904-09-01-more.md':
        '---\ntitle: More\ndate: 1904-09-01\nkind: new\ntouches: [glossary/toll.md]\n---\n\nWhy.\n',
    });
    expect(later.terms.find(({ id }) => id === 'toll')?.changes.map(({ day }) => day)).toEqual(['1904-09-01']);
  });
});
