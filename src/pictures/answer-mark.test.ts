import { expect, test } from 'vitest';
import { ANSWER_STATUSES } from '../story/kinds.ts';
import { answerMark } from './answer-mark.ts';

test('each answer looks unlike every other', () =>
  expect(new Set(ANSWER_STATUSES.map(answerMark)).size).toBe(ANSWER_STATUSES.length));
