import { expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { searchRecords } from './search-records.ts';

const records = searchRecords(smallStory());
const at = (address: string) => records.find((record) => record.address === address);

test('sections are found, whole explainers and lists are not', () => {
  expect(at('/the-meeting/an-hour-at-the-inn/')).toMatchObject({
    title: 'An hour at the inn',
    kind: 'Section of The meeting',
  });
  expect(at('/the-meeting/')).toBeUndefined();
  expect(at('/timeline/')).toBeUndefined();
});

test('the words of the head are found, and names in their own script', () => {
  expect(at('/glossary/ada-brook/')?.text).toContain('Άντα');
  expect(at('/timeline/1905-bridge-falls/')?.text).toContain('about 1905');
  expect(at('/positions/free-bridge/')?.text).toContain('Town of Aldmoor: The mayor said no.');
  expect(at('/drafts/toll-pact/article-1/')).toMatchObject({ title: '1. No toll', kind: 'Toll pact' });
});

test('marks of notes and tags are left out', () => {
  for (const { text } of records) expect(text).not.toMatch(/<|§|&amp;|Link to this section/);
});
