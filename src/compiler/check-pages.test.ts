import { describe, expect, test } from 'vitest';
import { faultsOfSmall, smallText } from '../../tests/support/small-story.ts';

/** What the writer is told of a file of the small story with a changed or a new text, as `line reason`. */
const faultsOf = (path: string, change: (text: string) => string): string[] =>
  faultsOfSmall({ [path]: change(smallText(path)) }).flatMap((fault) =>
    fault.startsWith(`${path}:`) ? [fault.slice(path.length + 1)] : [],
  );
const withSection = (title: string) => (text: string) => `${text}\n## ${title}\n\nText.\n`;

const LEAD = '---\ntitle: Lead\ndescription: A lead.\n---\n\nText.';

describe('a page has room for its text', () => {
  test.each([
    ['pages/timelin.md', () => LEAD, /^1 no page of the site shows this text; .*did you mean “timeline”\?$/],
    [
      'pages/timeline.md',
      () => withSection('More')(LEAD),
      /^7 this text is shown on a page with others and can have no headings$/,
    ],
    [
      'pages/timeline.md',
      () => `${LEAD}[^m]\n\n[^m]: [Minutes](../sources/minutes-1904.md).\n`,
      /^6 this text is shown above a list and can have no notes$/,
    ],
    [
      'changes/1904-06-01-published.md',
      withSection('More'),
      /^10 this text is shown on a page with others and can have no headings$/,
    ],
  ])('%s', (path, change, says) => expect(faultsOf(path, change)).toEqual([expect.stringMatching(says)]));

  test('and room for none that has the address of a list', () => {
    expect(
      faultsOf(
        'sources/primary.md',
        () =>
          '---\ntitle: A\npublisher: gazette\naddress: https://a.example/\naccessed: 2024\n' +
          'type: primary\nlanguage: en\nread: whole\n---\n',
      ),
    ).toContain('1 “primary” is an address of the site itself; choose another name');
  });
});

describe('a section cannot have an id that the page needs itself', () => {
  test.each([
    ['the notes', 'explainers/the-fall.md', 'Notes'],
    ['a note', 'explainers/the-fall.md', 'Note minutes'],
    ['the use of a note', 'explainers/the-meeting.md', 'Ref gazette 2'],
    ['a source', 'explainers/the-fall.md', 'S minutes-1904'],
    ['a term', 'explainers/the-meeting.md', 'Term ada-brook'],
    ['the main part', 'glossary/aldmoor.md', 'Main'],
    ['the events of a term', 'glossary/aldmoor.md', 'Events'],
    ['a party', 'demands/free-bridge.md', 'Brack'],
    ['the ribbon', 'timeline/1904-05-02-meeting.md', 'Ribbon'],
  ])('%s', (_, path, title) => {
    const id = title.toLowerCase().replaceAll(' ', '-');
    expect(faultsOf(path, withSection(title))).toContainEqual(
      expect.stringMatching(new RegExp(`^\\d+ a section cannot have the address #${id}, which the page needs itself`)),
    );
  });

  test('but another one, and nothing but its own page counts', () => {
    expect(faultsOf('explainers/the-fall.md', withSection('Events'))).toEqual([]);
    expect(faultsOf('explainers/the-fall.md', withSection('Note gazette'))).toEqual([]);
  });

  test('nor can an old section', () => {
    expect(
      faultsOf('explainers/the-fall.md', (text) =>
        text.replace('later: true', 'later: true\nmoved: { notes: the-night-it-fell }'),
      ),
    ).toEqual(['7 moved: the page needs the address #notes itself']);
  });
});
