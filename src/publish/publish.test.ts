import { describe, expect, test } from 'vitest';
import {
  changedFiles,
  faultsOfSmall,
  replace,
  smallStory,
  smallText,
  type Changes,
} from '../../tests/support/small-story.ts';
import { publish } from './publish.ts';

const MEETING = 'explainers/the-meeting.md';
const published = (changes: Changes) => publish(changedFiles(changes));
const CHANGE =
  '---\ntitle: Names\ndate: 1904-09-01\nkind: correction\n' +
  'touches: [explainers/the-meeting.md]\n---\n\nA name was wrong.\n';

describe('npm run publish', () => {
  test('writes nothing new where nothing changed', () => {
    const { files, lines } = published({});
    expect(files).toEqual([{ path: 'addresses.txt', text: smallText('addresses.txt') }]);
    expect(lines).toEqual([
      expect.stringMatching(/^addresses\.txt: \d+ addresses, 0 of them new$/),
      expect.stringMatching(/^published\/: \d+ versions of pages, 0 of them new$/),
    ]);
  });

  test('says of a change that no page it touches says anything else, and not of one that a page follows', () => {
    const change = { 'changes/1904-09-01-names.md': CHANGE };
    expect(published(change).lines[0]).toBe(
      'This touches pages that say what they said before, and what is published stays for ever: ' +
        'changes/1904-09-01-names.md',
    );
    expect(published({ ...change, [MEETING]: replace('Rain[^gazette]', 'Snow[^gazette]') }).lines).toHaveLength(2);
  });

  test('adds a version of each page that changed, with its reason, and the addresses of its versions', () => {
    const changes = { [MEETING]: replace('Rain[^gazette]', 'Snow[^gazette]'), 'changes/1904-09-01-names.md': CHANGE };
    const { files } = published(changes);
    const [version, addresses, ...more] = files;
    expect(more).toEqual([]);
    expect(version?.path).toBe('published/explainers/the-meeting/1904-09-01.md');
    expect(version?.text).toMatch(
      /^---\nday: 1904-09-01\nchanges: \[1904-09-01-names\]\nsha256: [0-9a-f]{64}\n---\n\n/,
    );
    expect(version?.text).toMatch(/^# The meeting\n[^]*\| Snow \|/m);
    expect(addresses?.text).toContain('\n/the-meeting/versions/1904-09-01/\n');
    const after = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    expect(published({ ...changes, ...after }).files).toHaveLength(1);
    // A disk that was full before the list was written has lost nothing.
    expect(published({ ...changes, [version?.path ?? '']: version?.text }).files).toEqual([addresses]);
    // What it wrote is read as it was written, and the same day can bring another version.
    const again = {
      ...changes,
      ...after,
      [MEETING]: replace('Rain[^gazette]', 'Hail[^gazette]'),
      'changes/1904-09-01-more.md': CHANGE,
    };
    expect(published(again).files.map(({ path }) => path)).toContain(
      'published/explainers/the-meeting/1904-09-01-2.md',
    );
  });

  test('keeps what binds of a paragraph below its heading, however deep the headings before it', () => {
    const article = (text: string) =>
      text
        .replace('binds: []', 'binds: [ferrymen]')
        .replace('## Paragraph 2', '### More\n\nWords.\n\n#### Deeper\n\nWords.\n\n## Paragraph 2');
    const { files } = published({
      'drafts/toll-pact/article-2.md': article,
      'changes/1904-09-01-names.md': CHANGE.replace(MEETING, 'drafts/toll-pact/article-2.md'),
    });
    expect(files[0]?.text).toContain('## Paragraph 2\n\n- **binds:** the ferrymen of Brack\n');
  });

  test('records nothing that is still to be written, but what only says so', () => {
    const event = (brief: string) => ({
      'timeline/1905-bridge-falls.md': replace('brief: The bridge falls in a storm.', `brief: ${brief}`),
      'changes/1904-09-01-names.md': CHANGE.replace(MEETING, 'timeline/1905-bridge-falls.md'),
    });
    expect(() => published(event('To be written.'))).toThrow(
      /^“To be written” still.*:\n\s+timeline\/1905-bridge-falls\.md$/,
    );
    expect(published(event('To be written into law, it needed a storm.')).files).toHaveLength(2);
  });

  test('asks for the file that tells of the first publication', () => {
    const none: Changes = Object.fromEntries(
      changedFiles({}).flatMap(({ path }) => (/^(changes|published)\//.test(path) ? [[path, undefined]] : [])),
    );
    expect(() => published({ ...none, 'addresses.txt': undefined })).toThrow(/^no file in changes\/[^]*kind: new/);
  });
});

describe('a page that was taken away', () => {
  const RUMOUR = 'timeline/1904-05-03-rumour.md';
  const ADDRESS = '/timeline/1904-05-03-rumour/';
  const page =
    '---\ntitle: A rumour of a second letter\ndate: 1904-05-03\nplace: The market\nstrand: talks\n' +
    'brief: A trader said that there was a second letter.\n---\n\n' +
    'The trader was not named.[^gazette]\n\n[^gazette]: [The Gazette](../sources/gazette-1904-05-03.md).\n';
  const change = (day: string, kind: string, name: string) => ({
    [`changes/${day}-${name}.md`]:
      `---\ntitle: ${name}\ndate: ${day}\nkind: ${kind}\n` + `touches: [${RUMOUR}]\n---\n\nWhy.\n`,
  });
  /** What it is once it is published too. */
  const recorded = (changes: Changes): Changes => ({
    ...changes,
    ...Object.fromEntries(published(changes).files.map(({ path, text }) => [path, text])),
  });
  const historyOf = (changes: Changes) => {
    const story = smallStory(changes);
    return { story, history: story.histories.find((one) => one.page === ADDRESS) };
  };
  const back = { [RUMOUR]: page, ...change('1904-09-01', 'new', 'back') };

  test('is not back in silence, though it says what it said, nor before it was taken away', () => {
    expect(faultsOfSmall({ [RUMOUR]: page }, true)).toEqual([
      `${RUMOUR}:1 changes/1904-06-15-rumour.md took this page away, and no change since says that it is back`,
    ]);
    expect(faultsOfSmall({ [RUMOUR]: page, ...change('1904-06-10', 'new', 'back') }, true)).toEqual([
      `changes/1904-06-10-back.md:3 date: ${RUMOUR} was taken away on 1904-06-15; a change after it has a later day`,
    ]);
    expect(faultsOfSmall(back, true)).toEqual([]);
  });

  test('goes on with its versions, the first of which names what took it away', () => {
    const { story, history } = historyOf(recorded(back));
    expect(history?.removal).toBeUndefined();
    expect(history?.versions.map(({ changes }) => changes.map(({ id }) => id))).toEqual([
      ['1904-09-01-back', '1904-06-15-rumour'],
      ['1904-06-01-published'],
    ]);
    expect(story.events.find(({ address }) => address === ADDRESS)?.changes[0]?.id).toBe('1904-09-01-back');
    expect(story.moves[ADDRESS]).toBeUndefined();
    expect(faultsOfSmall(recorded(back), true)).toEqual([]);
    expect(published(recorded(back)).files).toHaveLength(1);
  });

  test('can go again, with a reason, and be back on the same day', () => {
    const once = recorded(back);
    expect(faultsOfSmall({ ...once, [RUMOUR]: undefined }, true)).toEqual([
      expect.stringMatching(/^addresses\.txt:\d+ \/timeline\/1904-05-03-rumour\/ is no longer served/),
    ]);
    const gone = recorded({ ...once, [RUMOUR]: undefined, ...change('1904-09-02', 'removal', 'wrong') });
    expect(historyOf(gone).history?.removal?.id).toBe('1904-09-02-wrong');
    const twice = recorded({ ...gone, [RUMOUR]: page, ...change('1904-09-02', 'new', 'again') });
    const { story, history } = historyOf(twice);
    expect(history?.removal).toBeUndefined();
    expect(history?.versions).toHaveLength(3);
    expect(story.events.find(({ address }) => address === ADDRESS)?.changes[0]?.id).toBe('1904-09-02-again');
    expect(faultsOfSmall(twice, true)).toEqual([]);
  });
});
