import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progress } from './progress.ts';

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
