import { describe, expect, test } from 'vitest';
import { faultsOfSmall } from '../../tests/support/small-story.ts';
import { compileStory } from './compile.ts';
import { ContentError } from './faults.ts';
import { readStoryFiles } from './folder.ts';

const story = readStoryFiles('tests/stories/small');

/** What the writer is told of the small story with one file changed, as `path:line reason`. */
function faultsWith(path: string, change: (text: string) => string): string[] {
  const old = new TextDecoder().decode(story.find((file) => file.path === path)?.bytes);
  const file = { path, bytes: new TextEncoder().encode(change(old)) };
  try {
    compileStory([...story.filter((one) => one.path !== path), file], '/', '', undefined, { guard: false });
    return [];
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.files.flatMap(({ path: name, messages }) =>
      messages.map(({ line, reason }) => `${name}:${line} ${reason}`),
    );
  }
}

const replace = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

test('the small story has no faults', () => expect(faultsWith('story.yaml', (text) => text)).toEqual([]));

describe('the guard of sources stops the build at', () => {
  test('a publisher that is not known, and names the nearest', () =>
    expect(faultsWith('sources/gazette-1904-05-03.md', replace('publisher: gazette', 'publisher: gazete'))).toContain(
      'sources/gazette-1904-05-03.md:3 publisher: publishers.yaml has no “gazete”; did you mean “gazette”?',
    ));

  test('a publisher who is called by name', () => {
    const name = 'publisher: The Gazette';
    const [told = ''] = faultsWith('sources/gazette-1904-05-03.md', replace('publisher: gazette', name));
    expect(told).toContain('did you mean “gazette”?');
  });

  test('a publisher whom no source names', () =>
    expect(faultsWith('publishers.yaml', (text) => `${text}leaflet: { name: Leaflet, kind: other }\n`)).toEqual([
      'publishers.yaml:5 no source is published by “leaflet”; name it in a source, or take it out',
    ]));

  test('a kind of publisher that there is not', () =>
    expect(faultsWith('publishers.yaml', replace('kind: reference', 'kind: blog'))[0]).toMatch(
      /^publishers.yaml:3 field “collector.kind”: “blog” is not one of government, treaty-body/,
    ));

  test('a claim that no source of the first two ranks carries', () => {
    const faults = faultsWith(
      'publishers.yaml',
      replace('name: The Gazette, kind: newspaper', 'name: The Gazette, kind: other'),
    );
    expect(faults).toContainEqual(
      expect.stringMatching(/^pages\/home.md:6 the note \[\^gazette\]: no source of the first two ranks carries this/),
    );
    expect(faults).toContainEqual(
      expect.stringMatching(
        /^glossary\/ada-brook.md:9 offices.1.source: no source of the first two ranks carries this/,
      ),
    );
  });

  test('a claim that was reached through a page that nobody answers for', () =>
    expect(faultsWith('publishers.yaml', replace('kind: reference', 'kind: other'))).toContainEqual(
      expect.stringContaining('no source of the first two ranks carries this'),
    ));

  test('a plain fact that one party alone says', () => {
    const plain = faultsWith('demands/free-bridge.md', replace('Brack asked for both.', 'Both were wanted.'));
    expect(plain).toEqual([
      'demands/free-bridge.md:11 the note [^crier] rests on The Brack Crier alone, which speaks for one party, ' +
        'and the text does not give this to that party: ' +
        'say who says so, by a name of it (Brack, Brackers, Brook, Ada Brook, Ada of Brack, The Brack Crier), ' +
        'begin the note with “According to Brack only:”, or cite another source',
    ]);
    const claimed = (text: string) =>
      text
        .replace('Brack asked for both.', 'Both were wanted.')
        .replace('[^crier]: ', '[^crier]: According to Brack only: ');
    expect(faultsWith('demands/free-bridge.md', claimed)).toEqual([]);
    const another = (text: string) =>
      text
        .replace('Brack asked for both.', 'Both were wanted.')
        .replace('crier-1904-05-02.md)', 'crier-1904-05-02.md); [The Gazette](../sources/gazette-1904-05-03.md)');
    expect(faultsWith('demands/free-bridge.md', another)).toEqual([]);
  });

  test('a plain fact, but not one that is given to the party by its name within a sentence', () => {
    const told = (sentence: string) =>
      faultsOfSmall({
        'story.yaml': replace('short: Brack,', 'short: Brack, in_text: the upper town,'),
        'demands/free-bridge.md': replace('Brack asked for both.', sentence),
      });
    for (const sentence of [
      'Both were wanted, said the upper town.',
      'The upper town wanted both.',
      'Both were wanted, wrote the Brack Crier.',
    ])
      expect(told(sentence)).toEqual([]);
    expect(told('An upper town wanted both.')).toEqual([expect.stringContaining('(Brack, the upper town, Brackers,')]);
  });

  test('a voice of no party, and does not ask for a claim by it', () =>
    expect(
      faultsOfSmall({
        'publishers.yaml': replace('voice: brack', 'voice: brak'),
        'demands/free-bridge.md': replace('Brack asked for both.', 'Both were wanted.'),
      }),
    ).toEqual(['publishers.yaml:2 brack-crier.voice: story.yaml names no party “brak”; did you mean “brack”?']));

  test('a claim that is given to another party than the one that speaks', () => {
    const claimed = (text: string) => text.replace('[^crier]: ', '[^crier]: According to Town of Aldmoor only: ');
    expect(faultsWith('demands/free-bridge.md', claimed)).toEqual([
      'demands/free-bridge.md:13 the note [^crier] gives its claim to Town of Aldmoor, but what it cites speaks ' +
        'for others (The Brack Crier): begin it with “According to Brack only:”, or cite another source',
    ]);
    const told = (text: string) =>
      claimed(text).replace(
        'crier-1904-05-02.md)',
        'crier-1904-05-02.md); [The Gazette](../sources/gazette-1904-05-03.md)',
      );
    expect(faultsWith('demands/free-bridge.md', told)).toEqual([]);
  });

  test('a plain fact that one party’s document alone says', () => {
    const faults = (sentence: string, note = '') =>
      faultsOfSmall({
        'publishers.yaml': replace('name: Town of Aldmoor,', 'name: Town of Aldmoor, voice: aldmoor,'),
        'glossary/aldmoor.md': (text) =>
          text.replace(/^.*\[\^minutes\]$/m, `${sentence}[^minutes]`).replace('[^minutes]: ', `[^minutes]: ${note}`),
      }).filter((fault) => fault.startsWith('glossary/aldmoor.md'));
    expect(faults('The bridge was safe.')).toEqual([
      'glossary/aldmoor.md:7 the note [^minutes] rests on one party’s document alone, which proves no more than what ' +
        'it says, and the text does not give this to it: name it or link it (“The toll pact”), ' +
        'name its party (Town of Aldmoor, Aldmoor), let the note link its paragraph, ' +
        'begin the note with “According to Town of Aldmoor only:”, ' +
        'or cite another source',
    ]);
    for (const sentence of [
      'The bridge was safe, Aldmoor wrote.',
      'The bridge was safe, says the toll pact.',
      'The bridge was [safe](../drafts/toll-pact/article-1.md).',
      'Then came [the pact](../drafts/toll-pact.md). It was short. The bridge was safe.',
    ])
      expect(faults(sentence)).toEqual([]);
    expect(faults('It was safe.', 'According to Town of Aldmoor only: ')).toEqual([]);
    expect(faults('It was safe.', '[Article 1](../drafts/toll-pact/article-1.md), ')).toEqual([]);
  });

  test('a list in front matter that one party alone carries', () =>
    expect(
      faultsWith(
        'drafts/toll-pact/article-1.md',
        replace(
          'by: The mayor, brief: Aldmoor said no., sources: [minutes-1904]',
          'by: The mayor, brief: No., sources: [crier-1904-05-02]',
        ),
      ),
    ).toEqual([
      'drafts/toll-pact/article-1.md:6 answer.sources: rests on The Brack Crier alone, which speaks for one party, ' +
        'and the words beside it do not give it to that party; ' +
        'name it there (Brack, Brackers, Brook, Ada Brook, Ada of Brack, The Brack Crier), or cite another source',
    ]));

  test('a source that nothing cites', () =>
    expect(faultsWith('demands/free-bridge.md', replace(' Brack asked for both.[^crier]', ''))).toContainEqual(
      'sources/crier-1904-05-02.md:2 no text cites this source; cite it or remove the file',
    ));
});

describe('the check of documents stops the build at', () => {
  const article = 'drafts/toll-pact/article-2.md';
  test.each([
    [
      'a paragraph without its words in the text',
      article,
      replace('  paragraph-2:', '  paragraph-3:'),
      'paragraphs.paragraph-3: the text has no section with this address; did you mean “paragraph-1”?',
    ],
    [
      'somebody whom the document cannot bind',
      article,
      replace('binds: [ferrymen]', 'binds: [ferryman]'),
      'paragraphs.paragraph-1.binds: drafts/toll-pact.md has no “ferryman” in bound; did you mean “ferrymen”?',
    ],
    [
      'a demand that does not name the paragraph',
      article,
      replace('    binds: []', '    binds: []\n    demand: free-bridge'),
      'paragraphs.paragraph-2.demand: demands/free-bridge.md does not name this paragraph; ' +
        'add toll-pact/article-2#paragraph-2 there',
    ],
    [
      'an article with paragraphs that binds as a whole',
      article,
      replace('number: 2', 'number: 2\nbinds: [brack]'),
      'binds: this article has paragraphs; say with each whom it binds',
    ],
    [
      'an answer that nobody gave',
      article,
      replace('  by: The ferrymen\n', ''),
      'answer.by: who gave the answer is missing',
    ],
    [
      'a demand that names an article for one of its paragraphs',
      'demands/free-bridge.md',
      replace('#paragraph-1', ''),
      'paragraphs.2: drafts/toll-pact/article-2.md has paragraphs; ' +
        'name one of them, such as toll-pact/article-2#paragraph-1',
    ],
    [
      'a demand that names no paragraph of the article',
      'demands/free-bridge.md',
      replace('#paragraph-1]', '#paragraph-9]'),
      'paragraphs.2: drafts/toll-pact/article-2.md has no paragraph “paragraph-9”; did you mean “paragraph-1”?',
    ],
    [
      'an unnumbered article that is no preamble',
      article,
      replace('number: 2\n', ''),
      'number: is missing; only preamble.md has none',
    ],
  ])('%s', (_, path, change, reason) =>
    expect(faultsWith(path, change).map((fault) => fault.replace(/^\S+ /, ''))).toContain(reason),
  );
});

describe('the check of quotations stops the build at', () => {
  const article = 'drafts/toll-pact/article-2.md';
  test('words that the document does not have, and shows the nearest', () =>
    expect(faultsWith(article, replace('“no ferry shall cross”', '“no ferry may cross”'))).toEqual([
      `${article}:28 the quotation “no ferry may cross” is not among the operative words of the document; ` +
        `the nearest is “no ferry shall cross” in drafts/toll-pact/article-2.md, paragraph-1`,
    ]));

  test('words of another paragraph than the one that is linked', () => {
    const quote = (paragraph: string) =>
      replace(
        'would cross.[^minutes]',
        `would cross: [“no ferry shall cross”](../drafts/toll-pact/${paragraph}).[^minutes]`,
      );
    expect(faultsWith('demands/free-bridge.md', quote('article-2.md#paragraph-1'))).toEqual([]);
    const sentence = replace(
      'It is in [the pact](../drafts/toll-pact.md), ' +
        'and [no ferry](../drafts/toll-pact/article-2.md#paragraph-1) would cross.',
      '[It](../drafts/toll-pact/preamble.md#recital-1) says “no ferry shall cross”.',
    );
    expect(faultsWith('demands/free-bridge.md', sentence)[0]).toMatch(
      /the quotation “no ferry shall cross” is not among .* it stands in .*article-2.md, paragraph-1$/,
    );
  });

  test('words that are not in the paragraph which their sentence links, also without a note', () => {
    const quote = (words: string) => (text: string) =>
      text.replace(
        'Brack asked for',
        `[The pact](../drafts/toll-pact/article-2.md#paragraph-1) says “${words}”. Brack asked for`,
      );
    expect(faultsWith('demands/free-bridge.md', quote('no ferry shall cross'))).toEqual([]);
    expect(faultsWith('demands/free-bridge.md', quote('no ferry shall pass'))).toEqual([
      'demands/free-bridge.md:11 the quotation “no ferry shall pass” is not among the operative words of the ' +
        'document; the nearest is “no ferry shall cross” in drafts/toll-pact/article-2.md, paragraph-1',
    ]);
  });

  test('words of which one is left out, and shows all of the nearest', () =>
    expect(faultsWith(article, replace('“no ferry shall cross”', '“no ferry cross”'))[0]).toContain(
      'the nearest is “no ferry shall cross”',
    ));

  test('words within the marks of another language, or of a keyboard', () => {
    for (const quotation of ['«no ferry may cross»', '"no ferry may cross"'])
      expect(faultsWith(article, replace('“no ferry shall cross”', quotation))).toHaveLength(1);
  });

  test('words in a sentence that the note of the next one carries', () =>
    expect(
      faultsWith(article, replace('“no ferry shall cross”.[^minutes]', '“no ferry may cross”. So it was.[^minutes]')),
    ).toEqual([
      expect.stringMatching(/the nearest is “no ferry shall cross” in drafts\/toll-pact\/article-2.md, paragraph-1$/),
    ]));

  test('words of another paragraph than the one that the note names', () => {
    const noteOf = (paragraph: string) => (text: string) =>
      `${replace('would cross.[^minutes]', 'would cross.[^minutes] It says “no ferry shall cross”.[^there]')(text)}` +
      `[^there]: [Minutes](../sources/minutes-1904.md), [there](../drafts/toll-pact/${paragraph}).\n`;
    expect(faultsWith('demands/free-bridge.md', noteOf('article-2.md#paragraph-1'))).toEqual([]);
    expect(faultsWith('demands/free-bridge.md', noteOf('preamble.md#recital-1'))).toEqual([
      'demands/free-bridge.md:11 the quotation “no ferry shall cross” is not among the operative words of the ' +
        'paragraph that its sentence or its note names; it stands in drafts/toll-pact/article-2.md, paragraph-1',
    ]);
  });
});
