import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallFolder } from '../../tests/support/small-story.ts';
import { begin as beginIn } from './new.ts';

const root = path.join(import.meta.dirname, '../..');
let story: string;
beforeEach(() => {
  mkdirSync(path.join(root, '.cache/test'), { recursive: true });
  story = mkdtempSync(path.join(root, '.cache/test/new-'));
});
afterEach(() => rmSync(story, { recursive: true }));

/** What `npm run new` says. */
function begin(...words: string[]): string {
  let said = '';
  const log = vi.spyOn(console, 'log').mockImplementation((text) => void (said += `${text}\n`));
  vi.stubEnv('STORY', path.relative(root, story));
  try {
    beginIn(words);
  } catch (error) {
    said += `${(error as Error).message}\n`;
  } finally {
    log.mockRestore();
    vi.unstubAllEnvs();
  }
  return said;
}

test('a new file is told what it lacks, and of what was wrong before it only how much there is', () => {
  cpSync(smallFolder, story, { recursive: true });
  const event = path.join(story, 'timeline/1905-bridge-falls.md');
  writeFileSync(event, readFileSync(event, 'utf8').replace('strand: works', 'strand: work'));

  const source = begin('source', 'The Mill', '--date', '1904-05-04');
  expect(source).toContain('sources/1904-05-04-the-mill.md is written.');
  expect(source).toMatch(/^sources\/1904-05-04-the-mill\.md\n.* error no text cites this source/m);
  expect(source).not.toContain('bridge-falls');
  expect(source).toMatch(/^The story has 1 other fault; npm run check-story shows all\.$/m);

  const term = begin('term', 'The mill');
  expect(term).not.toContain(' error ');
  expect(term).toMatch(/^The story has 2 other faults; npm run check-story shows all\.$/m);
});

test('what cannot be begun is told with what to do instead', () => {
  cpSync(smallFolder, story, { recursive: true });
  const folder = path.relative(root, story);
  expect(begin('article', 'No', '--document', 'toll-pact', '--number', '1')).toBe(
    `${folder}/drafts/toll-pact/article-1.md is there already; give another --number, or none for the next article\n`,
  );
  expect(begin('article', 'No', '--document', 'peace')).toBe(
    '--document: there is no drafts/peace.md, which npm run new -- document "Its title" would begin; ' +
      'write one of toll-pact\n',
  );
  expect(begin('image', 'images/brigde.jpg')).toBe(
    `there is no file “images/brigde.jpg” in ${folder}; put the image there; did you mean “images/bridge.jpg”?\n`,
  );
  expect(begin('image', 'house.gif')).toBe(
    '“house.gif” is no image of a story; write it as images/bridge.jpg, with one of .jpg, .jpeg, .png, .webp\n',
  );
  expect(begin('event', ' ')).toMatch(/^a title is missing\n/);
  expect(begin('story')).toMatch(/^the name of a folder is missing\n/);
  rmSync(path.join(story, 'drafts'), { recursive: true });
  expect(begin('article', 'No')).toBe(
    'an article is of a document, and the story has none; begin it with npm run new -- document "Its title"\n',
  );
});

test('a story is begun in a folder of its own', () => {
  const folder = path.relative(root, story);
  writeFileSync(path.join(story, 'notes.txt'), 'Mine.');
  for (const taken of [folder, 'src', '.', 'package.json'])
    expect(begin('story', taken)).toBe(
      `${taken} is there already and is no empty folder; name a new one, such as my-story\n`,
    );
});

test('a day that was not named is told', () => {
  cpSync(smallFolder, story, { recursive: true });
  const day = new Date().toISOString().slice(0, 10);
  expect(begin('event', 'A storm')).toContain(`No --date was given: what it says of a day is today, ${day}.`);
  expect(begin('event', 'A flood', '--date', '1904-05-04')).not.toContain('--date');
  expect(begin('term', 'The mill')).not.toContain('--date');
});

test('a story in another language says that its explanations are not in it', () => {
  expect(begin('story', path.relative(root, story), '--language', 'es')).toContain(
    'The lines after a # are in English',
  );
  expect(readFileSync(path.join(story, 'explainers/explicacion.md'), 'utf8')).toContain('title: Por escribir');
});
