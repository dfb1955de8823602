import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanUp, faultOfOutput, swap } from './stage.ts';

let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);
const site = (name: string, text: string) => {
  mkdirSync(at(name), { recursive: true });
  writeFileSync(at(name, 'index.html'), text);
};
const makeOld = (name: string) => utimesSync(at(name), 0, 0);
const published = () => readFileSync(at('dist/index.html'), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a new site takes the place of the old one', () => {
  site('dist', 'old');
  site('dist.building-abc123/site', 'new');
  swap(at('dist.building-abc123/site'), at('dist'));
  expect(published()).toBe('new');
  expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.building-abc123']);
});

test('a site is built within the project, and only in the place of another', () => {
  site('dist', 'old');
  mkdirSync(at('src'));
  mkdirSync(at('empty'));
  writeFileSync(at('src/a.ts'), '');
  for (const name of ['dist', 'new', 'new/below', 'empty'])
    expect(faultOfOutput(at(name), folder), name).toBeUndefined();
  for (const name of ['', '..', '../elsewhere'])
    expect(faultOfOutput(at(name), folder)).toContain('is not inside the project');
  for (const name of ['src', 'src/a.ts'])
    expect(faultOfOutput(at(name), folder)).toContain(`${name} is there already and holds no site`);
});

test('the first site has nothing to replace', () => {
  site('dist.building-abc123/site', 'new');
  swap(at('dist.building-abc123/site'), at('dist'));
  expect(published()).toBe('new');
});

test('a swap that cannot be made says so, and puts the old site back', () => {
  site('dist', 'old');
  mkdirSync(at('dist.building-abc123'));
  expect(() => swap(at('dist.building-abc123/site'), at('dist'))).toThrow('could not be moved');
  expect(published()).toBe('old');
});

test('a build that was killed between the two steps of its swap is mended by the next', () => {
  site('dist.building-abc123/previous', 'old');
  cleanUp(at('dist'));
  expect(published()).toBe('old');
});

test('the folder of a build that was killed is removed when it is old, and one in use is left alone', () => {
  site('dist', 'old');
  for (const name of ['dist.building-killed', 'dist.building-at0wrk']) site(name, 'half');
  makeOld('dist.building-killed');
  cleanUp(at('dist'));
  expect(readdirSync(folder).sort()).toEqual(['dist', 'dist.building-at0wrk']);
});

test('what only has a name like it is left alone', () => {
  site('dist', 'old');
  const names = ['dist.building-notes.txt', 'dist.old', 'my-dist.building-abc123'];
  for (const name of names) site(name, 'mine');
  names.forEach(makeOld);
  cleanUp(at('dist'));
  expect(names.every((name) => existsSync(at(name)))).toBe(true);
});
