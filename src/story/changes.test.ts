import { beforeAll, describe, expect, test } from 'vitest';
import { replace, smallStory } from '../../tests/support/small-story.ts';
import { changeInWords, isFirst, lastChangeOf, newestFirst, touchedBy } from './changes.ts';
import type { Change, Explainer, Story } from './story.ts';

let story: Story;
let explainer: Explainer;
const change = (touches: Change['touches'], kind: Change['kind'] = 'update'): Change => ({
  id: 'c',
  title: 'A <new> thing',
  day: '1904-08-01',
  kind,
  touches,
  text: undefined as never,
});

beforeAll(() => {
  story = smallStory();
  explainer = story.explainers[0] as Explainer;
});

describe('what a change touches', () => {
  test('is nothing in particular when it is the whole site', () => {
    expect(touchedBy(change('all'), story)).toEqual([]);
  });

  test('is a section, with the page that holds it alone', () => {
    expect(touchedBy(change(['/the-meeting/#an-hour-at-the-inn']), story)).toEqual([
      {
        title: 'The meeting: An hour at the inn',
        address: '/the-meeting/#an-hour-at-the-inn',
        alone: '/the-meeting/an-hour-at-the-inn/',
      },
    ]);
  });

  test('is a section within a section, which is on the page of the outer one', () => {
    expect(touchedBy(change(['/the-meeting/#the-letter']), story)[0]?.alone).toBe(
      '/the-meeting/an-hour-at-the-inn/#the-letter',
    );
  });

  test('is a page of any kind', () => {
    const touched = touchedBy(
      change(['/glossary/ada-brook/', '/', '/timeline/', '/drafts/toll-pact/article-1/#what-it-says']),
      story,
    );
    expect(touched.map(({ title }) => title)).toEqual([
      'Ada Brook',
      'The Letter and the Bridge',
      'Timeline',
      'No toll: What it says',
    ]);
    expect(touched.map(({ address, alone }) => address === alone)).toEqual([true, true, true, true]);
  });
});

test('changes of one day are in the order in which they were published, and those that were not are the newest', () => {
  const DAY = '1904-08-01';
  const version = (path: string, place: number, ...changes: string[]) => ({
    path,
    id: `${DAY}${place === 1 ? '' : `-${place}`}`,
    day: DAY,
    changes,
    text: '',
  });
  const order = (published: Parameters<typeof newestFirst>[1]) =>
    newestFirst(
      ['correction', 'update', 'early'].map((id) => ({ id, day: id === 'early' ? '1904-07-31' : DAY })),
      published,
      (address) => address.replace('old', 'a'),
    ).map(({ id }) => id);
  expect(order([])).toEqual(['update', 'correction', 'early']);
  expect(order([version('glossary/a.md', 1, 'update')])).toEqual(['correction', 'update', 'early']);
  expect(order([version('glossary/old.md', 1, 'correction'), version('glossary/a.md', 2, 'update')])).toEqual([
    'update',
    'correction',
    'early',
  ]);
  expect(order([version('glossary/old.md', 1, 'update'), version('glossary/a.md', 2, 'correction')])[0]).toBe(
    'correction',
  );
  // The correction is also of a page that had not changed on that day.
  const [one, other, two] = [
    version('glossary/a.md', 1, 'update'),
    version('glossary/b.md', 1, 'correction'),
    version('glossary/a.md', 2, 'correction'),
  ];
  expect(order([one, other, two])).toEqual(['correction', 'update', 'early']);
  expect(order([one, { ...other, isNew: true }, { ...two, isNew: true }])).toEqual(['correction', 'update', 'early']);
});

test('a page that was only published is told from one that changed', () => {
  expect(isFirst([change('all', 'new')])).toBe(true);
  expect(isFirst([change('all', 'correction')])).toBe(false);
  expect(isFirst([change('all', 'new'), change('all', 'new')])).toBe(false);
  expect(isFirst([])).toBe(false);
  expect(changeInWords(change('all'), story.words)).toBe('Updated 1\u00a0August 1904');
});

describe('an explainer with its changes', () => {
  test('tells with a section the last change of that section alone', () => {
    const [inn, later] = explainer.text.sections;
    expect(inn?.change?.title).toBe('The letter is told with both hands');
    expect(later?.change).toBeUndefined();
    expect(lastChangeOf([change('all'), change(['/x/']), change(['/x/#y'])], '/x/#y')?.touches).toEqual(['/x/#y']);
  });

  test('shows a change of an inner section on the page of the outer one', () => {
    const inner = { 'changes/1904-07-01-letter.md': replace('#an-hour-at-the-inn', '#the-letter') };
    const [meeting] = smallStory(inner).explainers;
    expect(meeting?.sections.map(({ changes }) => changes.length)).toEqual([2, 1]);
  });
});
