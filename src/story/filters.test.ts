import { expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { eventFilters, offeredFilters } from './filters.ts';

const story = smallStory();

test('each filter has an address, a name and the events it leaves; empty ones are left out', () => {
  const groups = eventFilters(story).map(({ by, filters }) => [
    by,
    filters.map(({ address, name, events }) => [address, name, events.length]),
  ]);
  expect(groups).toEqual([
    [
      'strand',
      [
        ['/timeline/strand/talks/', 'Talks', 1],
        ['/timeline/strand/works/', 'Works', 1],
      ],
    ],
    [
      'actor',
      [
        ['/timeline/actor/ada-brook/', 'Ada Brook', 1],
        ['/timeline/actor/aldmoor/', 'Aldmoor', 1],
      ],
    ],
    [
      'source',
      [
        ['/timeline/source/primary/', 'Primary documents', 1],
        ['/timeline/source/reporting/', 'Reporting', 1],
      ],
    ],
  ]);
});

test('a story without events has no filters', () => expect(eventFilters({ ...story, events: [] })).toEqual([]));

test('where there are very many, the page of one filter offers those with most events and itself', () => {
  const [term] = story.terms;
  const [event] = story.events;
  if (!term || !event) throw new Error('the small story has both');
  const terms = Array.from({ length: 100 }, (_, at) => ({ ...term, id: `term-${at}` }));
  const many = {
    ...story,
    terms,
    events: [
      { ...event, actors: terms },
      { ...event, actors: terms.slice(10) },
    ],
  };
  const actors = (address?: string) =>
    offeredFilters(many, address)
      .find(({ by }) => by === 'actor')
      ?.filters.map(({ address: one }) => one);
  expect(actors()).toHaveLength(100);
  expect(actors('/timeline/actor/term-3/')).toEqual(
    [3, ...Array.from({ length: 60 }, (_, at) => at + 10)].map((at) => `/timeline/actor/term-${at}/`),
  );
  expect(actors('/timeline/strand/talks/')).toHaveLength(60);
});
