import { test, expect } from 'vitest';
import { schemas } from '../content.config.ts';
import { compileStory } from './compile.ts';
import { readStoryFiles } from './loader.ts';
test('x', () => { 
  const e = compileStory(readStoryFiles('tests/stories/small'), schemas, '/');
  console.log(JSON.stringify(e.explainers[1], null, 1));
});
test('real', () => {
  try { compileStory(readStoryFiles('content'), schemas, '/'); } catch (e) { console.log((e as Error).message.slice(0,200), (e as Error).message.split('\n').length) }
});
