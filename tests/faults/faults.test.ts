import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, root } from '../support/build.ts';

/** Each case is a copy of the small story with one thing broken; its whole build must stop and say so to the writer. */
interface Case {
  name: string;
  file: string;
  /** Changes the file's text; a file that is not there yet begins empty. */
  change: (text: string) => string;
  /** What the writer must be told, each on the line of the fault. */
  says: string[];
}

const replace = (from: string, to: string) => (text: string) => {
  expect(text, `the small story should hold “${from}”`).toContain(from);
  return text.replace(from, to);
};

const cases: Case[] = [
  {
    name: 'an unknown field',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('strand:', 'strnd: x\nstrand:'),
    says: ['5:1', 'unknown field “strnd”; did you mean “strand”?'],
  },
  {
    name: 'an unknown field within a field',
    file: 'glossary/ada-brook.md',
    change: replace('from: 1901', 'form: 1901'),
    says: ['9:', 'unknown field “offices.0.form”; did you mean “from”?'],
  },
  {
    name: 'a missing field',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('place: The river\n', ''),
    says: ['missing field “place”'],
  },
  {
    name: 'a value that is not on the list',
    file: 'sources/minutes-1904.md',
    change: replace('type: primary', 'type: primry'),
    says: ['4:1', '“primry” is not one of', 'did you mean “primary”?'],
  },
  {
    name: 'an impossible date',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('1905~', '1905-02-30'),
    says: ['3:1', '“1905-02-30” is not in the calendar'],
  },
  {
    name: 'a date that is not EDTF',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('1905~', 'May 1905'),
    says: ['“May 1905” is not a date'],
  },
  {
    name: 'an end before the start',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('1905~', '1905-03/1905-02'),
    says: ['ends before it starts'],
  },
  {
    name: 'an office that ends before it starts',
    file: 'glossary/ada-brook.md',
    change: replace('until: 1906-03', 'until: 1900'),
    says: ['“Mayor of Brack” ends before it starts'],
  },
  {
    name: 'a link to no file',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('It fell.', 'It [fell](../glossary/aldmor.md).'),
    says: ['9:4', 'leads to no content file; did you mean “../glossary/aldmoor.md”?'],
  },
  {
    name: 'a link to no section',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('It fell.', 'It [fell](../explainers/the-fall.md#the-night).'),
    says: ['leads to no section', 'the-night-it-fell'],
  },
  {
    name: 'a note without definition',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('It fell.', 'It fell.[^gazette]'),
    says: ['the note [^gazette] has no definition'],
  },
  {
    name: 'a definition without note',
    file: 'timeline/1905-bridge-falls.md',
    change: (text) => `${text}[^more]: [Minutes](../sources/minutes-1904.md).\n`,
    says: ['12:1', 'the note [^more] is defined but no text uses it'],
  },
  {
    name: 'a source that is never cited',
    file: 'sources/left-over.md',
    change: () => '---\ntitle: Left over\npublisher: Nobody\ntype: reporting\nlanguage: en\nread: whole\n---\n',
    says: ['sources/left-over.md', 'no text cites this source'],
  },
  {
    name: 'a source that is not there',
    file: 'demands/free-bridge.md',
    change: replace('sources: [minutes-1904]', 'sources: [minutes-1905]'),
    says: ['there is no sources/minutes-1905.md; did you mean “minutes-1904”?'],
  },
  {
    name: 'an actor that does not exist',
    file: 'timeline/1904-05-02-meeting.md',
    change: replace('[ada-brook, aldmoor]', '[ada-brok, aldmoor]'),
    says: ['6:1', 'there is no glossary/ada-brok.md; did you mean “ada-brook”?'],
  },
  {
    name: 'a party that does not exist',
    file: 'drafts/toll-pact/article-1.md',
    change: replace('binds: [aldmoor]', 'binds: [aldmor]'),
    says: ['story.yaml names no party “aldmor”; did you mean “aldmoor”?'],
  },
  {
    name: 'a strand that does not exist',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('strand: works', 'strand: work'),
    says: ['names no strand “work”; did you mean “works”?'],
  },
  {
    name: 'an article without its document',
    file: 'drafts/peace/article-1.md',
    change: () =>
      '---\ntitle: Peace\nnumber: 1\nbinds: [brack]\nbrief: Peace.\nanswer: { status: none-found, brief: None. }\n---\n',
    says: ['belongs to drafts/peace.md, which does not exist'],
  },
  {
    name: 'two files with one address',
    file: 'explainers/more.md',
    change: () => '---\ntitle: More\nquestion: What more?\nbrief: More.\norder: 7\n---\n\nMore.\n',
    says: ['has the address /more/, which is also that of'],
  },
  {
    name: 'an explainer with an address of the site',
    file: 'explainers/timeline.md',
    change: () => '---\ntitle: T\nquestion: T?\nbrief: T.\norder: 8\n---\n',
    says: ['“timeline” is an address of the site itself'],
  },
  {
    name: 'a definition over its length',
    file: 'glossary/aldmoor.md',
    change: replace('A town with a bridge.', `A town ${'with bridges '.repeat(20)}`),
    says: ['definition', 'has 42 words; at most 40 are allowed'],
  },
  {
    name: 'a link with a forbidden scheme',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('It fell.', 'It [fell](javascript:alert).'),
    says: ['must begin with https:, http: or mailto:'],
  },
  {
    name: 'an address with a forbidden scheme',
    file: 'sources/gazette-1904-05-03.md',
    change: replace('https://example.org/gazette', 'javascript:alert(1)'),
    says: ['address', 'is not an address that begins with https://'],
  },
  {
    name: 'raw HTML off the list',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('It fell.', 'It <iframe src="https://example.org"></iframe> fell.'),
    says: ['the HTML “<iframe src="https://example.org">” is not allowed'],
  },
  {
    name: 'YAML that cannot be read',
    file: 'timeline/1905-bridge-falls.md',
    change: replace('title: The bridge falls', 'title: [The bridge falls'),
    says: ['this is not YAML'],
  },
  {
    name: 'no front matter',
    file: 'timeline/1905-bridge-falls.md',
    change: () => 'It fell.\n',
    says: ['does not begin with front matter'],
  },
  {
    name: 'a file in no known folder',
    file: 'notes/x.md',
    change: () => 'x\n',
    says: ['is in no folder that the site knows'],
  },
  {
    name: 'a change of a file that is not there',
    file: 'changes/1904-07-01-letter.md',
    change: replace('the-meeting.md', 'the-meting.md'),
    says: ['there is no explainers/the-meting.md; did you mean “explainers/the-meeting.md”?'],
  },
  { name: 'a missing story.yaml', file: 'story.yaml', change: () => '', says: ['story.yaml', 'missing field “title”'] },
];

const folder = path.join(root, '.cache/test/faults');

beforeAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function broken(name: string, changes: Pick<Case, 'file' | 'change'>[]): string {
  const story = path.join(folder, name.replaceAll(' ', '-'), 'story');
  cpSync(path.join(root, 'tests/stories/small'), story, { recursive: true });
  if (name === 'two files with one address')
    writeFileSync(path.join(story, 'pages/more.md'), '---\ntitle: More\ndescription: More.\n---\n');
  for (const { file, change } of changes) {
    const target = path.join(story, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, change(statSync(target, { throwIfNoEntry: false }) ? readFileSync(target, 'utf8') : ''));
  }
  return story;
}

describe.concurrent('a build stops on', { timeout: 240_000 }, () => {
  test.each(cases)('$name', async ({ name, file, change, says }) => {
    const story = broken(name, [{ file, change }]);
    const { ok, output } = await build({ story, out: path.join(story, '../dist') });
    expect(ok, output).toBe(false);
    expect(output).toContain('The content has faults; nothing was published.');
    const lines = output.split('\n');
    for (const text of [file, ...says])
      expect(
        lines.some((line) => line.includes(text)),
        `“${text}” in:\n${output}`,
      ).toBe(true);
    expect(statSync(path.join(story, '../dist'), { throwIfNoEntry: false })).toBeUndefined();
  });
});

test('a build tells all faults of all files at once, and leaves the last good site whole', async () => {
  const out = path.join(folder, 'whole/dist');
  const good = await build({ story: 'tests/stories/small', out });
  expect(good.ok, good.output).toBe(true);
  const before = readFileSync(path.join(out, 'index.html'), 'utf8');

  const story = broken('several', [cases[0] as Case, cases[3] as Case, cases[14] as Case]);
  const { ok, output } = await build({ story, out });
  expect(ok).toBe(false);
  for (const { says } of [cases[0] as Case, cases[3] as Case, cases[14] as Case])
    for (const text of says) expect(output).toContain(text);
  expect(readFileSync(path.join(out, 'index.html'), 'utf8')).toBe(before);
  expect(statSync(path.join(out, 'timeline/index.html')).isFile()).toBe(true);
});
