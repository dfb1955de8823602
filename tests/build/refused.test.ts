import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, quick, root } from '../support/build.ts';
import { smallFolder, smallText } from '../support/small-story.ts';

/** A build that is refused says why, ends with an error, and leaves the last good site as it was. */
const folder = path.join(root, '.cache/test/refused');
const out = path.join(folder, 'dist');

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'index.html'), 'the last good site');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function refused(options: { story?: string; env?: NodeJS.ProcessEnv }): Promise<string> {
  const { ok, output } = await build({ out, ...options, env: { ...quick, ...options.env } });
  expect(ok, output).toBe(false);
  expect(output).not.toMatch(/^\s+at .+[(:]\S*\d+|\b(TypeError|RangeError|ReferenceError|node:internal)/m);
  expect(output).not.toMatch(/Stack trace|unhandled error|config file/);
  expect(readdirSync(folder).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  expect(readdirSync(out)).toEqual(['index.html']);
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('the last good site');
  return output;
}

test('faults of content are told all at once, each file with its lines', async () => {
  const story = path.join(folder, 'story');
  cpSync(smallFolder, story, { recursive: true });
  const [event, term] = ['timeline/1905-bridge-falls.md', 'glossary/aldmoor.md'];
  writeFileSync(path.join(story, event), smallText(event).replace('strand: works', 'strand: work'));
  writeFileSync(path.join(story, term), smallText(term).replace('[Ada Brook](', '<script>x</script> [Ada](x'));
  const output = await refused({ story });
  expect(output).toContain('The content has faults; nothing was published.');
  expect(output).toMatch(/^timeline\/1905-bridge-falls\.md\n5:1 +error .*; did you mean “works”\?$/m);
  expect(output).toMatch(/^glossary\/aldmoor\.md\n7:\d+.* error the HTML “<script>” is not allowed;.*\n7:\d+/m);
});

test('names on a map that cannot be read are told once', async () => {
  const story = path.join(folder, 'story');
  cpSync(smallFolder, story, { recursive: true });
  for (const place of ['published', 'changes', 'addresses.txt'])
    rmSync(path.join(story, place), { recursive: true, force: true });
  const map = 'pictures/towns.md';
  writeFileSync(path.join(story, map), smallText(map).replace('at: [25, 60.2], side: above', 'at: [10.75, 59.95]'));
  const output = await refused({ story });
  expect(output.match(/on the wide map, “Aldmoor” overlaps “Brack”/g)).toHaveLength(1);
  expect(output).toMatch(/^pictures\/towns\.md\n19:1 +error places\.1: on the wide map/m);
});

test('settings that are wrong are told in a line each', async () => {
  // Which are, and what is said of each, is tested with src/publish/settings.ts.
  const output = await refused({ env: { SITE_URL: 'example.org', STORY: '../elsewhere' } });
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(/^SITE_URL is “example\.org”/),
    expect.stringMatching(/^STORY is “\.\.\/elsewhere”/),
  ]);
});
