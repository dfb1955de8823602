import { expect, test } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { ContentError } from './faults.ts';
import { handedOver, handOver } from './hand-over.ts';

test('the site takes the story that was left for it, and where there is none the faults that are in its way', () => {
  const story = smallStory();
  handOver(story);
  expect(handedOver()).toBe(story);
  handOver(new ContentError([]));
  expect(handedOver).toThrow(ContentError);
});
