import { afterEach, expect, test, vi } from 'vitest';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { smallFolder, smallText } from '../../tests/support/small-story.ts';
import { storyLoader } from './loader.ts';

const folder = '.cache/test/loader';

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** What a build for an address is warned of, of the small story with or without a contact, and with files more. */
async function warnings(
  site: string | undefined,
  contact: boolean,
  more: Record<string, string> = {},
): Promise<unknown[]> {
  mkdirSync(folder, { recursive: true });
  cpSync(smallFolder, folder, { recursive: true });
  for (const [name, text] of Object.entries(more)) writeFileSync(path.join(folder, name), text);
  if (!contact) writeFileSync(path.join(folder, 'story.yaml'), smallText('story.yaml').replace(/, contact: [^ ]+/, ''));
  vi.stubEnv('STORY', folder);
  const warn = vi.fn();
  const context = {
    config: { root: pathToFileURL(`${process.cwd()}/`), base: '/', site },
    logger: { warn, error: vi.fn() },
    store: { clear: vi.fn(), set: vi.fn() },
  };
  await storyLoader().load(context as unknown as LoaderContext);
  return warn.mock.calls.flat();
}

test('a build for a public address is warned when the story names no contact', async () => {
  expect(await warnings('https://example.org/one/', false)).toEqual([
    'story.yaml names no contact in publisher: readers are told of no way to report a mistake',
  ]);
  expect(await warnings('https://example.org/two/', true)).toEqual([]);
  expect(await warnings('http://localhost:4321/three/', false)).toEqual([]);
});

const NOT_RECORDED = expect.stringMatching(/not recorded yet.*: run npm run publish before/) as unknown;

test('a build for a public address is told that nobody has recorded what it says', async () => {
  const changed = (name: string, from: string, to: string) => ({ [name]: smallText(name).replace(from, to) });
  const section = changed('explainers/the-fall.md', '\n[^', '\n## The boats\n\nThey came in 1906.[^minutes]\n\n[^');
  const change = {
    'changes/1904-09-01-boats.md': '---\ntitle: x\ndate: 1904-09-01\nkind: update\ntouches: all\n---\n\nThe boats.\n',
  };
  expect(await warnings('https://example.org/six/', true, { ...section, ...change })).toEqual([NOT_RECORDED]);
  expect(await warnings('http://localhost:4321/seven/', true, { ...section, ...change })).toEqual([]);
  expect(await warnings('https://example.org/eight/', true, { 'addresses.txt': '' })).toEqual([NOT_RECORDED]);
});

test('a build for a public address is told what is still to be written', async () => {
  const terms = {
    'glossary/mill.md': '---\ntitle: The mill\nkind: place\ndefinition: To be written.\n---\n\nTo be written.\n',
    'changes/1904-07-02-mill.md':
      '---\ntitle: The mill\ndate: 1904-07-02\nkind: new\ntouches: [glossary/mill.md]\n---\n\nA new page.\n',
  };
  expect(await warnings('https://example.org/four/', true, terms)).toEqual([
    'still to be written, and published as it is: glossary/mill.md',
    NOT_RECORDED,
  ]);
  expect(await warnings('http://localhost:4321/five/', true, terms)).toEqual([]);
});

test('a build alters nothing in silence that was published', async () => {
  const event = 'timeline/1905-bridge-falls.md';
  const altered = { [event]: smallText(event).replace('It fell.', 'It fell at night.') };
  const told = await toldBeforeExit('https://example.org/nine/', altered);
  expect(told).toMatch(/^timeline\/1905-bridge-falls\.md\n9:1 +error “It fell\.” was published here on 1904-06-01/m);
  expect(told).toMatch(/^touches: \[timeline/m);
});

test('a language that the site has no words in is a fault of its line', async () => {
  const story = smallText('story.yaml').replace('language: en', 'language: xx');
  expect(await toldBeforeExit('https://example.org/ten/', { 'story.yaml': story })).toMatch(
    /^story\.yaml\n\d+:1 error field “language”/m,
  );
});

/** What a build that ends, for an address of its own, says of a story with files changed. */
async function toldBeforeExit(site: string, changed: Record<string, string>): Promise<string> {
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`ended with ${code}`);
  });
  const error = vi.spyOn(console, 'error').mockReturnValue();
  await expect(warnings(site, true, changed)).rejects.toThrow('ended with 1');
  const told = error.mock.calls.flat().join('\n');
  exit.mockRestore();
  error.mockRestore();
  return told;
}
