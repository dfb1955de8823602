import { expect, test } from 'vitest';
import { schemas } from '../content.config.ts';
import { compileStory } from '../markdown/compile.ts';
import { readStoryFiles } from '../markdown/loader.ts';
import { assemble } from './assemble.ts';
import { eventFilters } from './filters.ts';

const story = assemble(compileStory(readStoryFiles('tests/stories/small'), schemas, '/'));

test('each filter has an address, a name and the events it leaves; empty ones are left out', () => {
  const groups = eventFilters(story).map(({ by, filters }) => [by, filters.map(({ address, name, events }) => [address, name, events.length])]);
  expect(groups).toEqual([
    ['strand', [['/timeline/strand/talks/', 'Talks', 1], ['/timeline/strand/works/', 'Works', 1]]],
    ['actor', [['/timeline/actor/ada-brook/', 'Ada Brook', 1], ['/timeline/actor/aldmoor/', 'Aldmoor', 1]]],
    ['source', [['/timeline/source/primary/', 'Primary documents', 1], ['/timeline/source/reporting/', 'Reporting', 1]]],
  ]);
});

test('a story without events has no filters', () => expect(eventFilters({ ...story, events: [] })).toEqual([]));
