import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, quick, root } from '../support/build.ts';
import { smallFolder } from '../support/small-story.ts';

/** A page that was renamed after its publication keeps its changes and the addresses of its versions. */
const folder = path.join(root, '.cache/test/renamed');
const [story, out] = [path.join(folder, 'story'), path.join(folder, 'dist')];

beforeAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a renamed page is built with all that was published of it', async () => {
  cpSync(smallFolder, story, { recursive: true });
  const edit = (name: string, change: (text: string) => string) => {
    const file = path.join(story, name);
    writeFileSync(file, change(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  };
  const [old, now] = ['pictures/replies.md', 'pictures/answers.md'];
  edit(now, () => readFileSync(path.join(story, old), 'utf8').replace(/^title: .*/m, 'title: What was answered'));
  rmSync(path.join(story, old));
  const [fall, end] = ['explainers/the-fall.md', 'explainers/the-end.md'];
  edit(end, () => readFileSync(path.join(story, fall), 'utf8'));
  rmSync(path.join(story, fall));
  edit('moved.yaml', (text) => `${text}${old}: ${now}\n${fall}: ${end}\n`);
  edit('changes/1904-07-01-letter.md', (text) => text.replace('touches: [', `touches: [${old}, `));
  const why = '---\n\nWhy.\n';
  edit(
    'changes/1904-09-01-title.md',
    () => `---\ntitle: A title\ndate: 1904-09-01\nkind: update\ntouches: [${now}]\n${why}`,
  );

  const { ok, output } = await build({ story: path.relative(root, story), out, env: quick });
  expect(ok, output).toBe(true);
  const page = (address: string) => readFileSync(path.join(out, address, 'index.html'), 'utf8');
  expect(page('changes')).toContain('href="/pictures/answers/"');
  expect(page('pictures/answers/versions')).toContain('href="/pictures/replies/versions/1904-06-01/"');
  expect(page('pictures/replies/versions/1904-06-01')).toContain('<h1');
  // Where a host sends no redirect, a link to a section leads on to that section.
  expect(page('the-fall')).toMatch(/<li id="the-night-it-fell"[^]*?href="\/the-end\/#the-night-it-fell"/);
});
