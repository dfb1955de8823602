import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progress, summary } from './progress.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => vi.useRealTimers());

test('long work tells now and then what is done and what is left', () => {
  const said: string[] = [];
  const step = progress(100, (text) => said.push(text));
  for (let piece = 0; piece < 100; piece += 1) {
    vi.advanceTimersByTime(200);
    step();
  }
  expect(said).toEqual(['25 of 100, about 15 s left', '50 of 100, about 10 s left', '75 of 100, about 5 s left']);
});

test('short work says nothing', () => {
  const say = vi.fn();
  const step = progress(2, say);
  step();
  step();
  expect(say).not.toHaveBeenCalled();
});

test('what was done is told in a sentence', () => {
  const start = performance.now();
  vi.advanceTimersByTime(2_340);
  const told = (all: number, now: number) => summary({ one: 'card', many: 'cards', made: 'drawn' }, all, now, start);
  expect([told(52, 52), told(52, 50), told(52, 0), told(1, 1)]).toEqual([
    '52 cards: 52 drawn in 2.3 s',
    '52 cards: 50 drawn in 2.3 s, the other 2 taken from the cache',
    '52 cards, all drawn before and taken from the cache',
    '1 card: 1 drawn in 2.3 s',
  ]);
});
