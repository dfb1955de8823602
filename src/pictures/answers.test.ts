import { describe, expect, test } from 'vitest';
import { ANSWER_STATUSES, type AnswerStatus } from '../story/kinds.ts';
import type { Answer, Demand, Party, Position } from '../story/story.ts';
import { en } from '../words/en.ts';
import { languages, wordsOf, type Words } from '../words/words.ts';
import { layoutAnswers } from './answers.ts';
import { collisionsOf, SHAPES, type Shape } from './scene.ts';

const parties = ['Aldmoor', 'Brack', 'Ferry'].map((short) => ({ short }) as Party);
const answer = (status: AnswerStatus, words: Words = en): Answer =>
  ({ status, word: words.kinds.answers[status], then: undefined }) as Answer;
const position = (status: AnswerStatus, then?: AnswerStatus, words?: Words) =>
  ({ ...answer(status, words), then: then && answer(then, words) }) as Position;
const demand = { title: 'A bridge that is free for carts, wagons and all who walk' } as Demand;

describe.each(Object.keys(SHAPES) as Shape[])('%s', (shape) => {
  // No writer can choose other words for answers.
  describe.each(languages)('in the language %s', (language) => {
    test.each([1, 2, 3])('keeps words apart and everything inside, with %i columns', (many) => {
      const words = wordsOf(language);
      const rows = ANSWER_STATUSES.map((status) => ({
        demand,
        positions: parties
          .slice(0, many)
          .map((_, at) => (at === 1 ? undefined : position(status, 'none-found', words))),
      }));
      const scene = layoutAnswers({ parties: parties.slice(0, many), rows }, shape, words);
      expect(collisionsOf(scene)).toEqual([]);
    });
  });

  test('an answer that changed has its mark and its word twice, of which the page shows one', () => {
    const rows = [{ demand, positions: [position('rejected', 'open')] }];
    const { labels, marks } = layoutAnswers({ parties: parties.slice(0, 1), rows }, shape, en);
    const said = (state: 'later' | 'then') =>
      labels.filter((label) => label[state]).map(({ lines }) => lines.join(' '));
    expect([said('later'), said('then')]).toEqual([['Refused'], ['Open to talk']]);
    expect(marks.map(({ later, then }) => later ?? then)).toEqual([true, true]);
  });
});
