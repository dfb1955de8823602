import { describe, expect, test } from 'vitest';
import { faultsOfSmall, replace, smallEntries, smallText, type Changes } from '../../tests/support/small-story.ts';

/** The moves of the small story, changed as a writer might change it, or what the writer is told. */
function compile(changes: Changes): { moves: Record<string, string>; report: string[] } {
  const report = faultsOfSmall(changes);
  return { moves: report.length > 0 ? {} : smallEntries(changes).moves, report };
}

const MEETING = 'explainers/the-meeting.md';
const FALL = 'explainers/the-fall.md';

describe('the build stops on', () => {
  test('a reworded heading: it names the file, the nearest heading and the entry to write', () => {
    const { report } = compile({ [MEETING]: replace('## What came of it', '## What came out of it') });
    expect(report).toHaveLength(1);
    expect(report[0]).toMatch(/^addresses\.txt:\d+ \/the-meeting\/#what-came-of-it is no longer served/);
    expect(report[0]).toContain(`It was in ${MEETING}`);
    expect(report[0]).toContain('The heading most like it is now “what-came-out-of-it”');
    expect(report[0]).toContain('moved: { what-came-of-it: what-came-out-of-it }');
  });

  test('a deleted file: it names the file and the nearest address', () => {
    const { report } = compile({
      'timeline/1905-bridge-falls.md': undefined,
      'pictures/years.md': undefined,
      [FALL]: replace('[1905](../timeline/1905-bridge-falls.md)', '1905'),
    });
    expect(report.join('\n')).toContain(
      '/timeline/1905-bridge-falls/ is no longer served. It was in timeline/1905-bridge-falls.md',
    );
    expect(report.join('\n')).toContain('moved.yaml: timeline/1905-bridge-falls.md: <new file>');
  });

  test('a deleted page once, with all that is on it and below it', () => {
    const { report } = compile({
      [FALL]: undefined,
      'explainers/third.md': smallText(FALL).replace('## The', '## Of the'),
    });
    expect(report.map((one) => one.replace(/ is no longer.*/, ''))).toEqual([
      expect.stringMatching(/^addresses\.txt:\d+ \/the-fall\/$/),
    ]);
  });

  test('a deleted source: no change tells of it, and its address leads on', () => {
    const gone = {
      'sources/crier-1904-05-02.md': undefined,
      'demands/free-bridge.md': (text: string) => text.replace('[^crier]', '').replace(/\[\^crier\]:.*\n/, ''),
      'publishers.yaml': replace(/^brack-crier.*\n/m, ''),
    };
    const told = compile(gone).report.filter((one) => one.includes(' /sources/'));
    expect(told).toEqual([
      expect.stringMatching(/It was in sources\/crier.*taken away, .*: sources\/crier-1904-05-02\.md: \/sources\/$/),
      expect.stringMatching(/ \/sources\/official\/ .*: "\/sources\/official\/": \/sources\/$/),
    ]);
    const moves = compile({
      ...gone,
      'moved.yaml': (text) => `${text}sources/crier-1904-05-02.md: /sources/\n"/sources/official/": /sources/\n`,
    });
    expect(moves.report).toEqual([]);
    expect(moves.moves['/sources/crier-1904-05-02/']).toBe('/sources/');
  });

  test('a year that the timeline has no longer: it says how to name an address of a list', () => {
    const { report } = compile({ 'timeline/1905-bridge-falls.md': replace('1905~', '1906~') });
    expect(report.map((one) => one.replace(/^addresses\.txt:\d+ /, ''))).toContain(
      '/timeline/#y1905 is no longer served. If it moved, say where in moved.yaml: "/timeline/#y1905": /timeline/',
    );
    expect(report.join('\n')).not.toContain('drafts/');
  });

  test('a file that the site made and makes no longer', () => {
    const { report } = compile({ 'addresses.txt': (list) => `${list}/feed.rss\n` });
    expect(report).toHaveLength(1);
    expect(report[0]).toMatch(
      /^addresses\.txt:\d+ \/feed\.rss is no longer served\. If it moved, say where in moved\.yaml/,
    );
  });

  test('a renamed file: it gives the line that leads there, once for all that was on its page', () => {
    const { report } = compile({
      'glossary/aldmoor.md': undefined,
      'glossary/aldmoore.md': '---\ntitle: Aldmoor\nkind: place\ndefinition: A town.\n---\n',
      'timeline/1904-05-02-meeting.md': replace('aldmoor]', 'aldmoore]'),
      'story.yaml': replace('term: aldmoor', 'term: aldmoore'),
    });
    expect(report.map((one) => one.replace(/^addresses\.txt:\d+ /, ''))).toEqual([
      '/glossary/aldmoor/ is no longer served. It was in glossary/aldmoor.md. ' +
        'The page most like it is now that of glossary/aldmoore.md. ' +
        'If it moved, say where in moved.yaml: glossary/aldmoor.md: glossary/aldmoore.md. ' +
        'If it was taken away, a change of kind removal that touches it says why',
      // The events of each who acts have a page, which is not that of a file.
      expect.stringContaining('/timeline/actor/aldmoor/ is no longer served'),
    ]);
  });

  test('a renamed file with a name of its own: the one that is new', () => {
    const told = faultsOfSmall({ [FALL]: undefined, 'explainers/one-night.md': smallText(FALL) }, true);
    expect(told).toEqual([expect.stringContaining(`moved.yaml: ${FALL}: explainers/one-night.md. If it was`)]);
  });

  test('a section moved to another page: it names the page that has it now', () => {
    const section = /## What came of it[\s\S]*?(?=\n\[\^gazette\])/;
    const text = smallText(MEETING);
    const { report } = compile({
      [MEETING]: replace(section, ''),
      [FALL]: (fall) =>
        fall.replace(
          '\n[^minutes]',
          `\n${section.exec(text)?.[0].replace('see [the letter](#the-letter) and', 'see')}\n[^minutes]`,
        ),
    });
    expect(report[0]).toContain('/the-meeting/#what-came-of-it is no longer served');
    expect(report[0]).toContain('moved: { what-came-of-it: explainers/the-fall.md#what-came-of-it }');
  });

  test('two headings exchanged', () => {
    const { report } = compile({
      [MEETING]: (text) =>
        text
          .replace('## An hour at the inn', '## X')
          .replace('## What came of it', '## An hour at the inn')
          .replace('## X', '## What came of it'),
      'changes/1904-07-01-letter.md': replace('an-hour-at-the-inn', 'the-letter'),
    });
    expect(report.join('\n')).toContain(
      "/the-meeting/#an-hour-at-the-inn and /the-meeting/#what-came-of-it hold each other's text",
    );
  });

  test('a move that points nowhere', () => {
    const { report } = compile({
      [MEETING]: replace('moved: { the-talk: an-hour-at-the-inn }', 'moved: { the-talk: an-hour-at-the-in }'),
    });
    expect(report).toEqual([
      `${MEETING}:6 /the-meeting/#the-talk moves to /the-meeting/#an-hour-at-the-in, which is not served; ` +
        'did you mean “an-hour-at-the-inn”?',
    ]);
  });

  test('a circle of moves', () => {
    const { report } = compile({
      [MEETING]: replace('{ the-talk: an-hour-at-the-inn }', '{ the-talk: the-chat, the-chat: the-talk }'),
    });
    expect(report).toHaveLength(2);
    expect(report[0]).toContain('moves in a circle');
  });

  test('a move from a section that is still there', () => {
    const { report } = compile({ [MEETING]: replace('the-talk: an-hour', 'the-letter: an-hour') });
    expect(report[0]).toContain('/the-meeting/#the-letter is still served');
  });

  test('a move from a page that is still there, and on nothing that would follow from it', () => {
    const moved = (text: string) => `glossary/aldmoor.md: glossary/ada-brook.md\n${text}`;
    expect(faultsOfSmall({ 'moved.yaml': moved }, true)).toEqual([
      'moved.yaml:1 /glossary/aldmoor/ is still served, so nothing can have moved from it; take the entry out',
    ]);
  });

  test('a move that names no content file', () => {
    const { report } = compile({ 'moved.yaml': (text) => `glosary/old.md: glossary/aldmoor.md\n${text}` });
    expect(report[0]).toMatch(/^moved\.yaml:1 this move cannot be read: “glosary\/old\.md”: is in no folder/);
  });
});

describe('a line of moved.yaml that cannot be read says what to write', () => {
  test.each([
    ['pictures/replies.md: pictures/cart.md', 'which is not served; did you mean “pictures/carts.md”?'],
    ['/pictures/replies: /pictures/carts/', 'write “/pictures/replies/”'],
    [
      'pictures/replies.md: https://example.org/carts/',
      'is elsewhere; a move leads to a file or an address of the site',
    ],
    ['content/pictures/replies.md: pictures/carts.md', '“content/pictures/replies.md”: is in no folder'],
    ['pictures/replies.md: "pictures/carts.md#The toll"', 'as the end of its address had it: the-toll'],
    [
      'timeline/1904-05-03-rumour.md: pictures/carts.md',
      'changes/1904-06-15-rumour.md says that this page was taken away',
    ],
  ])('%s', (line, words) => {
    const { report } = compile({ 'pictures/replies.md': undefined, 'moved.yaml': (text) => `${text}${line}\n` });
    expect(report.filter((one) => one.startsWith('moved.yaml:2 '))).toEqual([expect.stringContaining(words)]);
  });
});

describe('a declared move answers', () => {
  test('an old section and its page', () => {
    const { moves } = compile({
      [MEETING]: (text) =>
        text
          .replace('## What came of it', '## The outcome')
          .replace('{ the-talk:', '{ what-came-of-it: the-outcome, the-talk:'),
    });
    expect(moves['/the-meeting/#what-came-of-it']).toBe('/the-meeting/#the-outcome');
    expect(moves['/the-meeting/what-came-of-it/']).toBe('/the-meeting/the-outcome/');
  });

  test('through a chain', () => {
    const { moves } = compile({
      [MEETING]: replace('{ the-talk: an-hour-at-the-inn }', '{ the-chat: the-talk, the-talk: an-hour-at-the-inn }'),
    });
    expect(moves['/the-meeting/#the-chat']).toBe('/the-meeting/#an-hour-at-the-inn');
    expect(moves['/the-meeting/the-chat/']).toBe('/the-meeting/an-hour-at-the-inn/');
  });

  test('a place in a list that the site makes', () => {
    const lists = smallText('addresses.txt').match(/^\/timeline\/\S*#y1905$/gm) ?? [];
    expect(lists.length).toBeGreaterThan(1);
    const { moves, report } = compile({
      'timeline/1905-bridge-falls.md': replace('1905~', '1906~'),
      'moved.yaml': (text) =>
        text + lists.map((address) => `"${address}": "${address.replace('1905', '1906')}"\n`).join(''),
    });
    expect(report).toEqual([]);
    expect(moves['/timeline/#y1905']).toBe('/timeline/#y1906');
  });

  test('a kind of page with another address, in one line for all below it', () => {
    const OLD = ['', '1904-05-02-meeting/', 'actor/ada-brook/', 'actor/ada-brook/#y1904'];
    const list = (text: string) => text + OLD.map((rest) => `/chronicle/${rest}\n`).join('');
    const faults = compile({ 'addresses.txt': list }).report;
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('"/chronicle/": /timeline/');
    const { moves, report } = compile({
      'addresses.txt': list,
      'moved.yaml': (text) => `${text}"/chronicle/": /timeline/\n`,
    });
    expect(report).toEqual([]);
    for (const rest of OLD) expect(moves[`/chronicle/${rest}`]).toBe(`/timeline/${rest}`);
  });

  test('a renamed explainer with all its sections', () => {
    const { moves, report } = compile({
      [FALL]: undefined,
      'explainers/the-end.md': (text) => `${text}${smallText(FALL)}`,
      'moved.yaml': (text) => `${text}explainers/the-fall.md: explainers/the-end.md\n`,
    });
    expect(report).toEqual([]);
    expect(moves['/the-fall/']).toBe('/the-end/');
    expect(moves['/the-fall/the-night-it-fell/']).toBe('/the-end/the-night-it-fell/');
    expect(moves['/the-fall/#the-night-it-fell']).toBe('/the-end/#the-night-it-fell');
  });
});
