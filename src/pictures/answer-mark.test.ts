import { expect, test } from 'vitest';
import { ANSWERS } from '../story/kinds.ts';
import { answerMark } from './answer-mark.ts';

test('each answer looks unlike every other', () => expect(new Set(ANSWERS.map(answerMark)).size).toBe(ANSWERS.length));
