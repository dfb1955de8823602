import { describe, expect, test } from 'vitest';
import { compileStory } from '../src/compiler/compile.ts';
import { ContentError } from '../src/compiler/faults.ts';
import type { StoryFile } from '../src/compiler/folder.ts';
import { checkImages } from '../src/compiler/images.ts';
import {
  changedFiles,
  faultsOfSmall,
  placesOf,
  replace,
  smallEntries,
  smallFiles,
  smallText,
  type Changes,
} from './support/small-story.ts';

/** What stops a build, and what the writer is told: the file, the line, the reason and, if there is one, a way out. */
const EVENT = 'timeline/1905-bridge-falls.md';
const MEETING = 'timeline/1904-05-02-meeting.md';
const TERM = 'glossary/aldmoor.md';
const PERSON = 'glossary/ada-brook.md';
const SOURCE = 'sources/minutes-1904.md';
const ARTICLE = 'drafts/toll-pact/article-1.md';
const DEMAND = 'demands/free-bridge.md';
const FERRIES = 'drafts/toll-pact/article-2.md';
const TOWNS = 'pictures/towns.md';

const MINUTES = '\n[^minutes]: [Minutes](../sources/minutes-1904.md).\n';

/** Expects that the changed small story is refused, for a reason at this place in these words. */
function expectFault(changes: Changes, place: string, words: string): void {
  const faults = faultsOfSmall({ 'addresses.txt': undefined, ...changes });
  expect(
    faults.filter((fault) => fault.startsWith(place) && fault.includes(words)),
    `“${words}” at ${place} in\n${faults.join('\n')}`,
  ).not.toEqual([]);
}

/** The line of a file of the small story on which a text begins. */
const lineOf = (file: string, text: string) => smallText(file).split(text)[0]?.split('\n').length;

describe('a field is refused:', () => {
  test.each([
    ['unknown', EVENT, 'strand:', 'strnd: x\nstrand:', 'unknown field “strnd”; did you mean “strand”?'],
    ['unknown within a field', PERSON, '- { title:', '- { titel: x, title:', 'unknown field “offices.1.titel”'],
    [
      'unknown part of the story',
      'story.yaml',
      'publisher:',
      'names: { regoin: { title: Towns } }\npublisher:',
      'unknown field “names.regoin”; did you mean “region”?',
    ],
    [
      'what nothing shows',
      'story.yaml',
      'publisher:',
      'names: { pictures: { title: Plates, one: Plate } }\npublisher:',
      'field “names.pictures.one”: is shown nowhere; take it out',
    ],
    ['no value of its list', SOURCE, 'type: primary', 'type: primry', '“primry” is not one of primary,'],
    ['no value of its list, but nearly', SOURCE, 'type: primary', 'type: primry', 'did you mean “primary”?'],
    ['a date that is in no calendar', EVENT, 'date: 1905~', 'date: 1905-02-30', '“1905-02-30” is not in the calendar'],
    ...['xx', 'it', 'tlh', '"en-u-ca-buddhist"'].map((tag) => [
      `a language that the site has no words in, ${tag},`,
      'story.yaml',
      'language: en',
      `language: ${tag}`,
      'words in; it has en, de, es, fr, uk, ru, ar, ja. To add one',
    ]),
    [
      'a day before its year',
      EVENT,
      'date: 1905~',
      'date: 14/03/1905',
      'write the year, the month and the day: 1905-03-14',
    ],
    ['a date of which the month is not plain', EVENT, 'date: 1905~', 'date: 04.03.1905', 'and the day: 1905-…-…'],
    [
      'a date with one digit',
      EVENT,
      'date: 1905~',
      'date: 1905-3-4',
      'write the year, the month and the day: 1905-03-04',
    ],
    [
      'a range with a dash',
      EVENT,
      'date: 1905~',
      'date: 1905-03-04 – 1905-03-06',
      'a range with /: 1905-03-04/1905-03-06',
    ],
    ['a clock time after a space', EVENT, 'date: 1905~', 'date: 1905-03-04 19:30', 'a clock time has T before it'],
    [
      'a source read before it was there',
      'sources/gazette-1904-05-03.md',
      'accessed: 2024-05-03',
      'accessed: 1903',
      'is before 1904-05-03',
    ],
    [
      'a list with curly marks',
      PERSON,
      'kind: ',
      'aliases: [“A, b”]\nkind: ',
      'the sign “ is no quotation mark to YAML',
    ],
    [
      'a number with three decimals',
      'pictures/carts.md',
      'figure: 900',
      'figure: 9.125',
      'three digits behind its point',
    ],
    [
      'a narrow map beyond the wide one',
      'pictures/towns.md',
      'narrow: { west: 5,',
      'narrow: { west: 1,',
      'reaches beyond frame',
    ],
    ['a country in small letters', 'publishers.yaml', 'country: GB', 'country: gb', 'two capital letters, such as GB'],
    ['half a time zone', 'story.yaml', 'zone: Etc/GMT-2', 'zone: Madrid', 'did you mean “Europe/Madrid”?'],
    ['a mail address alone', 'story.yaml', 'mailto:desk@example.org', 'a@example.org', '“mailto:a@example.org”'],
    [
      'a name of another',
      PERSON,
      'aliases: [Ada of Brack]',
      'aliases: [aldmoor]',
      '“aldmoor” is the name of glossary/aldmoor.md',
    ],
    ['a date in words', EVENT, 'date: 1905~', 'date: May 1905', '“May 1905” is not a date'],
    ['an end before its start', EVENT, 'date: 1905~', 'date: 1905-03/1905-02', 'ends before it starts'],
    [
      'too many words',
      TERM,
      'definition: ',
      `definition: ${'a town '.repeat(20)}`,
      'has 45 words; at most 40 are allowed',
    ],
    ['too long a word', EVENT, 'title: ', `title: ${'a'.repeat(300)}`, 'has a word of more than 80 characters'],
    [
      'a source that is not there',
      DEMAND,
      'sources: [minutes-1904',
      'sources: [minutes-1905',
      'did you mean “minutes-1904”?',
    ],
    [
      'an answer of then that came later',
      'drafts/toll-pact/article-2.md',
      'then: { status: stated, date: 1904-05-02',
      'then: { status: stated, date: 1905',
      'answer.then.date: lies after the key moment',
    ],
    [
      'an actor that is not there',
      MEETING,
      'actors: [ada-brook',
      'actors: [ada-brok',
      'there is no glossary/ada-brok.md; did you mean',
    ],
    [
      'a strand that is not there',
      EVENT,
      'strand: works',
      'strand: work',
      'names no strand “work”; did you mean “works”?',
    ],
    ['an address that runs', SOURCE, 'address: ', 'address: javascript:', 'is not an address that begins with'],
    ['an address with a user', SOURCE, 'address: https://', 'address: https://a@', 'is not a plain address'],
    ['one that objects have', EVENT, 'place:', '__proto__: { a: b }\nplace:', 'no field can be called “__proto__”'],
    ['an inherited one', EVENT, 'place:', 'constructor: x\nplace:', 'unknown field “constructor”'],
    ['an anchor', EVENT, 'title: ', 'title: &a ', 'the anchor &a is not read'],
    [
      'a tag',
      EVENT,
      'title: The bridge falls',
      'title: !!binary aGVsbG8=',
      'the tag tag:yaml.org,2002:binary is not read',
    ],
    ['too deep', EVENT, 'strand: works', `strand: ${'['.repeat(30)}${']'.repeat(30)}`, 'more than 20 levels deep'],
    ['deeper than YAML can be read', EVENT, 'strand: works', `strand: ${'['.repeat(20_000)}`, 'levels deep'],
    [
      'a hidden character',
      EVENT,
      'title: The bridge',
      String.raw`title: "a\u202eb" #`,
      'U+202E turns the direction of the text',
    ],
  ])('%s', (_, file, from, to, words) =>
    expectFault({ [file]: replace(from, to) }, `${file}:${lineOf(file, from)} `, words),
  );

  test.each<[string, string, string | RegExp, string, string]>([
    ['missing', EVENT, 'place: The river\n', '', 'missing field “place”'],
    ['twice', EVENT, 'place:', 'place: Here\nplace:', 'the field “place” is there twice'],
    [
      'an office that ends before it starts',
      PERSON,
      'until: 1906-03',
      'until: 1900',
      '“Mayor of Brack” ends before it starts',
    ],
    ['a party that is not there', ARTICLE, '[aldmoor]', '[aldmor]', 'did you mean “aldmoor”?'],
    [
      'an answer of then that came after the answer of now',
      FERRIES,
      'date: 1905',
      'date: 1904-05-01',
      'answer.then.date: lies after 1904-05-01, the day of the answer that took its place',
    ],
    [
      'a range for a beginning',
      PERSON,
      'from: 1901, until: 1906-03',
      'from: 1901/1906-03',
      'from: 1901, until: 1906-03',
    ],
    [
      'the same in a chart of time',
      'pictures/tolls.md',
      'until: 1906',
      'until: 1906/1907',
      'rows.3.spans.1: 1906/1907 is a range',
    ],
    [
      'an office that is there twice',
      PERSON,
      'definition:',
      '  - { title: Mayor of Brack, from: 1903, until: 1905, source: gazette-1904-05-03 }\ndefinition:',
      '10 offices.2: “Mayor of Brack” is there already for a part of this time',
    ],
    ...['1904-07-01/1904-07-03', '1904-07'].map((date): [string, string, string, string, string] => [
      `a change of ${date}`,
      'changes/1904-07-01-letter.md',
      'date: 1904-07-01',
      `date: ${date}`,
      `3 date: is ${date}; a change has the day on which it was made`,
    ]),
    [
      'a paragraph twice',
      DEMAND,
      '[toll-pact/article-1,',
      '[toll-pact/article-1, toll-pact/article-1,',
      'is there already',
    ],
    [
      'a paragraph of no demand',
      DEMAND,
      '#paragraph-1]',
      '#paragraph-1, toll-pact/article-2#paragraph-2]',
      'says of paragraph-2 that it belongs to no demand; add demand: free-bridge there',
    ],
    [
      'a paragraph of the text that the front matter lacks',
      FERRIES,
      '## Why ferries',
      '## Paragraph 3',
      '5 paragraphs: says nothing of paragraph-3, which the text has',
    ],
    ['a route of one place', TOWNS, / {2}- { name: Brack, at.*\n/, 'route: true\n', 'from one place to the next'],
    ['a state by the code of another', TOWNS, '"752"', '"756"', '756 is Switzerland; Sweden is 752'],
  ])('%s', (_, file, from, to, words) => expectFault({ [file]: replace(from, to) }, `${file}:`, words));

  test.each([
    ['a frame', TOWNS, 'west: 2, south: 54, east: 34', 'west: 34, south: 54, east: 2'],
    ['a paragraph that its demand does not name', DEMAND, '#paragraph-1]', ']'],
  ])('%s, and nothing else for it', (_, file, from, to) =>
    expect(toldOf({ [file]: replace(from, to) })).toEqual([expect.stringContaining(`${file}:${lineOf(file, from)} `)]),
  );
});

describe('a text is refused with', () => {
  const nested = Array.from({ length: 60 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n');
  test.each([
    ['script', '<script>alert(1)</script>', 'the HTML “<script>” is not allowed'],
    ['a handler', '<i onclick="alert(1)">x</i>', '<i> may have lang and no other attribute'],
    ['a style', '<span style="color:red">x</span>', '<span> may have lang, dir and no other attribute'],
    ['a frame', '<iframe src="//evil.example"></iframe>', 'the HTML “<iframe src="//evil.example">” is not allowed'],
    ['an element that never ends', '<i>x', '<i> is never closed'],
    ['an image from elsewhere', '\n\n![x](https://evil.example/x.png)', 'is not in the story’s own folder'],
    ['a link that runs', '[x](javascript:alert(1))', 'must begin with https:, http: or mailto:'],
    ['a link that runs in disguise', '[x](&#106;avascript:alert(1))', 'must begin with https:, http: or mailto:'],
    ['a link to another host without scheme', '[x](//evil.example)', 'begins at the root'],
    ['half an address', '[x](https:evil.example)', 'is no whole address'],
    ['a link out of the story', '[x](../../../etc/passwd)', 'leads to no content file'],
    ['a link to no file', '[x](../glossary/aldmor.md)', 'did you mean “../glossary/aldmoor.md”?'],
    [
      'a link from the folder of the story',
      '[x](sources/minutes-1904.md)',
      'did you mean “../sources/minutes-1904.md”?',
    ],
    ['a link without an ending', '[x](../glossary/ada-brook)', 'did you mean “../glossary/ada-brook.md”?'],
    ['a link of Windows', String.raw`[x](..\glossary\ada-brook.md)`, 'did you mean “../glossary/ada-brook.md”?'],
    ['a link to an address', '[x](/glossary/ada-brook/)', 'did you mean “../glossary/ada-brook.md”?'],
    [
      'a link to no section',
      '[x](../explainers/the-fall.md#the-night)',
      'leads to no section; did you mean “the-night-it-fell”?',
    ],
    ['a note that is not defined', 'x[^gazette]', 'the note [^gazette] has no definition'],
    ['the same with signs in its label', 'x[^the-gazette.2]', 'the note [^the-gazette.2] has no definition'],
    [
      'a note that is not used',
      '\n\n[^more]: [Minutes](../sources/minutes-1904.md).',
      'is defined but no text uses it',
    ],
    ['a character that turns the text', 'paid \u202enihton', 'U+202E turns the direction of the text'],
    ['the same as a reference', 'paid &#x202e;nihton', 'U+202E turns the direction of the text'],
    ['a character that nobody sees', 'a\u200bb', 'U+200B (a zero-width space) cannot be seen'],
    ['what a terminal obeys', '\u001b[2J', 'U+001B cannot be seen'],
    ['a pile of marks', `z${'\u0300'.repeat(60)}`, 'a pile of 60 marks'],
    ['letters that look alike', '\n\n## The p\u0430per\n\nText.', 'mixes letters that look alike'],
    ['a section that the page needs itself', '\n\n## Notes\n\nText.', 'a section cannot have the address #notes'],
    ['too many quotations in each other', `\n\n${'> '.repeat(3000)}x`, 'quotations or lists within each other'],
    ['lists too deep in each other', `\n\n${nested}`, 'are nested more than 40 levels deep'],
    ['a line that is too long', 'a '.repeat(40_000), 'at most 10000 are allowed'],
    ['too many marks', '*a **b '.repeat(1200), 'at most 1000 are allowed without an empty line'],
    ['too many lines', '\n\nx'.repeat(4000), 'at most 5000 are allowed'],
  ])('%s', (_, more, words) => expectFault({ [EVENT]: replace('It fell.', `It fell. ${more}`) }, `${EVENT}:`, words));
});

describe('a file is refused:', () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
  const explainer = '---\ntitle: T\nquestion: T?\nbrief: T.\norder: 8\n---\n\nT.\n';
  const article =
    '---\ntitle: Peace\nnumber: 1\nbinds: [brack]\nbrief: Peace.\nanswer: { status: none-found, brief: None. }\n---\n';
  test.each<[string, string, Changes[string], string]>([
    ['a source that nothing cites', 'sources/left-over.md', smallText(SOURCE), 'no text cites this source'],
    [
      'an article without its document',
      'drafts/peace/article-1.md',
      article,
      'belongs to drafts/peace.md, which does not exist',
    ],
    ['no front matter', EVENT, 'It fell.\n', 'does not begin with front matter'],
    ['nothing in it', 'timeline/empty.md', '', 'does not begin with front matter'],
    ['no folder for it', 'notes/x.md', 'x\n', 'is in no folder that the site knows'],
    ['a folder that objects have', '__proto__/x.md', 'x\n', 'is in no folder that the site knows'],
    ['an address of the site', 'explainers/timeline.md', explainer, '“timeline” is an address of the site itself'],
    ['an address of the site’s files', 'explainers/assets.md', explainer, '“assets” is an address of the site itself'],
    ['a name that is no address', 'timeline/A day.md', '', '“A day” cannot be part of an address'],
    ['a name with accents', 'glossary/sesión.md', '', 'as in sesion'],
    ['a list with the other ending', 'publishers.yml', 'x: y\n', 'name this file publishers.yaml'],
    ['a name that is too long', `timeline/${'a'.repeat(150)}.md`, '', 'cannot be part of an address'],
    [
      'a change of a file that is gone',
      'changes/1904-07-01-letter.md',
      replace('meeting', 'meting'),
      'did you mean “explainers/the-meeting.md”?',
    ],
    ['a story without a name', 'story.yaml', replace(/^title: .*\n/m, ''), 'missing field “title”'],
    ['a story of nothing', 'story.yaml', '', 'there are no fields'],
    ['UTF-16', EVENT, bytes('\ufeff---\n', 'utf16le'), 'the file is UTF-16; save it as UTF-8'],
    ['UTF-16 without its mark', EVENT, bytes('---\n', 'utf16le'), 'holds a NUL character'],
    ['Latin-1', EVENT, bytes('---\ntitle: Caf\xe9\n---\n', 'latin1'), 'is not UTF-8 text'],
    ['a NUL', EVENT, '---\ntitle: A\0\n---\n', 'holds a NUL character'],
    ['too many bytes', EVENT, 'a b c\n\n'.repeat(1_500_000), 'bytes; at most 200000 are allowed'],
  ])('%s', (_, file, change, words) => expectFault({ [file]: change }, `${file}:`, words));

  test('with the address of another', () => {
    const page = '---\ntitle: More\ndescription: More.\n---\n';
    const [one, two] = ['explainers/more.md', 'pages/more.md'];
    expectFault({ [one]: explainer, [two]: page }, two, 'has the address /more/, which is also that of');
  });
});

test('a text that is missing is told below the front matter', () => {
  const without = (file: string) => ({ [file]: (text: string) => text.replace(/\n---\n[^]*/, '\n---\n') });
  expectFault(without('pictures/carts.md'), 'pictures/carts.md:12 ', 'the caption has 0 words');
  expectFault(without('changes/1904-07-01-letter.md'), 'changes/1904-07-01-letter.md:6 ', 'say in it why');
});

test('a caption of a picture is refused with one word', () =>
  expectFault(
    { 'pictures/carts.md': (text) => text.replace(/\n---\n.*/s, '\n---\n\nCarts.[^minutes]\n') + MINUTES },
    'pictures/carts.md:14 ',
    'the caption has one word; write 40 to 120',
  ));

describe('an image is refused:', () => {
  const FILE = 'images/bridge.jpg';
  const faultsOf = async (image: Omit<StoryFile, 'path'>) => {
    const files = [...changedFiles({ [FILE]: undefined }), { path: FILE, ...image }];
    try {
      await checkImages(files);
      compileStory(files, '/', '', undefined, { guard: false });
      return [];
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      return error.files.flatMap(({ path, messages }) => messages.map(({ reason }) => `${path} ${reason}`));
    }
  };
  test.each([
    ['empty', { bytes: new Uint8Array() }, 'the file is empty; save the image again'],
    ['too large', { bytes: new Uint8Array(10_000_001) }, 'the file has 10000001 bytes; at most 10000000 are allowed'],
    ['not read', { bytes: new Uint8Array(), problem: 'cannot be read: EACCES' }, 'cannot be read: EACCES'],
    [
      'broken off',
      { bytes: Buffer.from(smallFiles.find(({ path }) => path === 'images/bridge.jpg')?.bytes ?? []).subarray(0, -99) },
      'is damaged or breaks off (VipsJpeg: premature end of JPEG image); copy it again, or save it anew',
    ],
    ['no image', { bytes: new Uint8Array(9) }, 'cannot be read as an image; save it again as .jpg, .png or .webp'],
  ])('%s, which is said once', async (_, image, reason) =>
    expect(await faultsOf(image)).toEqual([`${FILE} ${reason}`]),
  );
});

test('all faults of all files are told at once', () => {
  const faults = faultsOfSmall({
    [EVENT]: '',
    [TERM]: replace('kind: place', 'kind: x'),
    [DEMAND]: replace('order: 1', 'order: x'),
  });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining([EVENT, TERM, DEMAND]));
});

describe('what was published is not altered in silence:', () => {
  const EXPLAINER = 'explainers/the-meeting.md';
  const LETTER = 'changes/1904-07-01-letter.md';
  const change = (kind: string, touches: string, date = '1904-09-01') => ({
    [`changes/${date}-more.md`]: `---\ntitle: More\ndate: ${date}\nkind: ${kind}\ntouches: ${touches}\n---\n\nWhy.\n`,
  });
  const shorter = {
    [EXPLAINER]: replace('Ada Brook](../glossary/ada-brook.md) came', 'Ada](../glossary/ada-brook.md) came'),
  };
  const faultsWith = (changes: Changes) => faultsOfSmall(changes, true);

  test('the story as it was published passes', () => expect(faultsWith({})).toEqual([]));

  test('a sentence that differs stops the build, with both at its line', () =>
    expect(faultsWith(shorter)).toEqual([
      `${EXPLAINER}:${lineOf(EXPLAINER, '[Ada Brook]')} ` +
        '“Ada Brook came with a letter on 2 May 1904.” was published here ' +
        'on 1904-08-01 and is now “Ada came with a letter on 2 May 1904.”, and no change since says so',
    ]));

  test.each([
    ['a word in a field', MEETING, 'place: The inn', 'place: An inn', 'place', '“The inn” was published here'],
    [
      'a date',
      EVENT,
      'date: 1905~',
      'date: 1905',
      'date',
      '“1905~” was published here on 1904-06-01 and is now “1905”',
    ],
    ['a paragraph', ARTICLE, '## What it says', '## What it says\n\nMore.', 'Nobody pays', '“More.” was not there'],
    ['a note', EVENT, '[Minutes]', '[Minutes of Aldmoor]', '[^minutes]:', 'is now “Minutes of Aldmoor.”'],
    [
      'a figure of a picture',
      'pictures/carts.md',
      'figure: 1500, said: "up to 1,500"',
      'figure: 1600',
      'figure: 1500',
      'is now “1600”',
    ],
    ['an answer', DEMAND, 'status: rejected', 'status: accepted', 'aldmoor: {', '“rejected” was published here'],
  ])('%s', (_, file, from, to, at, words) => {
    const [fault = ''] = faultsWith({ [file]: replace(from, to) });
    expect(fault).toContain(words);
    expect(fault).toMatch(new RegExp(`^${file}:${lineOf(file, at)} `));
  });

  test('a change that tells of it lets it pass: of the page, of its section, of everything, or of its wording', () => {
    for (const touches of [`[${EXPLAINER}]`, `[${EXPLAINER}#an-hour-at-the-inn]`, 'all'])
      expect(faultsWith({ ...shorter, ...change('update', touches) }), touches).toEqual([]);
    expect(faultsWith({ ...shorter, ...change('wording', `[${EXPLAINER}]`) })).toEqual([]);
  });

  test('a change of another section, of another page, or one that was published itself does not', () => {
    for (const touches of [`[${EXPLAINER}#what-came-of-it]`, '[glossary/aldmoor.md]'])
      expect(faultsWith({ ...shorter, ...change('update', touches) }), touches).toHaveLength(1);
    expect(
      faultsWith({
        ...shorter,
        [LETTER]: replace('touches: [explainers/the-meeting.md#an-hour-at-the-inn]', 'touches: all'),
      }),
    ).toHaveLength(1);
  });

  test('a change is not older than what it changes', () =>
    expect(faultsWith({ ...shorter, ...change('update', 'all', '1904-07-31') }).join('\n')).toContain(
      'explainers/the-meeting.md was already published as it stood on 1904-08-01; a change after it has a later day',
    ));

  test('a page that is new needs a change that says so', () => {
    const page = { 'glossary/toll.md': '---\ntitle: Toll\nkind: idea\ndefinition: A fee.\n---\n' };
    expect(faultsWith(page)).toEqual([
      'glossary/toll.md:1 this page is new since the last publication, and no change says so',
    ]);
    expect(faultsWith({ ...page, ...change('new', '[glossary/toll.md]') })).toEqual([]);
  });

  test('before the first publication nothing is asked, nor while the story is being written', () => {
    const published = Object.fromEntries(
      smallFiles.filter(({ path }) => path.startsWith('published/')).map(({ path }) => [path, undefined]),
    );
    expect(
      faultsWith({ ...shorter, ...published, 'changes/1904-06-15-rumour.md': undefined, 'addresses.txt': undefined }),
    ).toEqual([]);
    expect(faultsOfSmall(shorter)).toEqual([]);
  });

  test('the ledger itself is not altered, nor is what made a version taken away', () => {
    const version = 'published/explainers/the-meeting/1904-06-01.md';
    expect(faultsWith({ [version]: replace('met, and that', 'met and that') })).toEqual([
      `${version}:1 what was published was altered here; nothing in published/ changes any more. ` +
        'Take the file back as it was',
    ]);
    expect(faultsWith({ [version]: undefined }).join('\n')).toContain(
      '/the-meeting/versions/1904-06-01/ is no longer served. Nothing is ever taken out of published/: take its file',
    );
    expect(faultsWith({ [version]: replace('day: ', 'dai: ') })).toEqual([
      `${version}:2 unknown field “dai”; did you mean “day”?`,
    ]);
    expect(faultsWith({ 'published/notes.md': 'x\n' }).join('\n')).toContain(
      'npm run publish writes what is in published/',
    );
    expect(faultsWith({ [LETTER]: undefined })).toContainEqual(
      expect.stringMatching(/^published\/\S+:3 there is no changes\/1904-07-01-letter\.md/),
    );
  });

  test('a removal names what was there and is not', () => {
    expect(faultsWith(change('removal', `[${EVENT}]`)).join('\n')).toContain(`${EVENT} is still there`);
    expect(faultsWith(change('removal', '[timeline/never.md]')).join('\n')).toContain(
      'no page of timeline/never.md was ever published',
    );
    expect(faultsWith(change('removal', '[sources/old-book.md]')).join('\n')).toContain(
      'what sources/old-book.md says is not kept, so that no removal can show it; take this out, ' +
        'and say in moved.yaml where its address leads: sources/old-book.md: /sources/',
    );
    expect(faultsWith(change('removal', 'all')).join('\n')).toContain('a removal names the files that it took away');
  });

  test('what a change touched and is gone asks for where it went, once, not for another change', () => {
    const gone = { 'pictures/replies.md': undefined };
    const touching = { [LETTER]: replace('touches: [', 'touches: [pictures/replies.md, ') };
    expect(faultsWith({ ...gone, ...touching })).toEqual([
      expect.stringMatching(/^addresses\.txt:\d+ \/pictures\/replies\/ is no longer served/),
    ]);
    const [fresh] = Object.keys(change('update', ''));
    expect(faultsWith({ ...gone, ...change('update', '[pictures/replies.md]') })).toEqual([
      `${fresh}:5 touches.1: pictures/replies.md was published and is gone; say in moved.yaml where it went, ` +
        'or why in a change of kind removal that touches it',
    ]);
  });

  test('a section that a published change touched and that is gone is told once, where its address is lost', () => {
    const faults = faultsWith({
      [LETTER]: replace('#an-hour-at-the-inn', '#what-came-of-it'),
      [EXPLAINER]: replace('## What came of it', '## What came out of it'),
    });
    expect(faults.filter((one) => one.startsWith(LETTER))).toEqual([]);
    expect(faults.join('\n')).toContain('moved: { what-came-of-it: what-came-out-of-it }');
  });

  test('a change of a section that was never on the page, which has moved since, is one', () =>
    expect(
      faultsWith({
        'explainers/the-fall.md': undefined,
        'explainers/the-end.md': smallText('explainers/the-fall.md'),
        'moved.yaml': (text) => `${text}explainers/the-fall.md: explainers/the-end.md\n`,
        [LETTER]: replace('touches: [', 'touches: [explainers/the-fall.md, explainers/the-fall.md#the-nite-it-fell, '),
      }),
    ).toEqual([
      `${LETTER}:5 touches.2: explainers/the-end.md has no section “the-nite-it-fell”; ` +
        'did you mean “the-night-it-fell”?',
    ]));

  test('the writer is shown the change file to write', () => {
    const shown = [
      'What was published is not altered in silence',
      'changes/<today>-the-meeting.md:\n\n---\ntitle: ',
      'kind: update',
      'touches: [explainers/the-meeting.md]\n---',
    ];
    expect(() => smallEntries(shorter, '/', '', true)).toThrow(new RegExp(shown.map(RegExp.escape).join('[^]*')));
    const page = { 'glossary/toll.md': '---\ntitle: Toll\nkind: idea\ndefinition: A fee.\n---\n' };
    expect(() => smallEntries(page, '/', '', true)).toThrow('\nkind: new ');
  });
});

/** All that the writer is told of the changed small story. */
const toldOf = (changes: Changes): string[] => faultsOfSmall({ 'addresses.txt': undefined, ...changes });

describe('what Markdown would publish as it stands is refused, once:', () => {
  test.each([
    ['[x](../glossary/le aldmoor.md)', 5, 'the address “../glossary/le aldmoor.md” holds a space'],
    ['[x] (../glossary/aldmoor.md)', 5, 'take out the space between ] and ('],
    ['[x] (https://example.org/a)', 5, 'take out the space between ] and ('],
    ['[x](../glossary/aldmoor.md and', 5, 'the link that begins here is not closed'],
    ['[x(../glossary/aldmoor.md)', 5, 'the link lacks the ] behind its words'],
    ['x](../glossary/aldmoor.md)', 6, 'the link lacks the [ before its words'],
    ['(x)[../glossary/aldmoor.md]', 5, 'the brackets of the link are exchanged'],
    ['[x][1]', 5, '“[x][1]” is no link, because no line defines [1]'],
    ['as he said.[1]', 16, '“[1]” is no note; write [^1], and its text on a line below: [^1]: [Title]'],
    ['[Ada](../glossary/ada-brook.md)[2] here', 36, '“[2]” is no note; write [^2]'],
    ['[[aldmoor]]', 5, '“[[aldmoor]]” is no link here; write [aldmoor](../glossary/file.md)'],
    ['<../glossary/aldmoor.md>', 5, 'a link to a file needs words'],
    ['[x and', 5, 'the [ is never closed'],
    ['[^the note]', 5, '“[^the note]” is no note: a label is one word, as in [^the-note]'],
    ['^[The Gazette]', 5, 'a note has a label here'],
    ['https://example.org/a[^minutes]', 5, 'the address runs into the mark of the note behind it'],
    ['**bold **here', 5, '** makes nothing bold here'],
    ['*word *here', 5, 'the * is never closed'],
    ['~~gone', 5, '~~ strikes nothing out here'],
    ['==marked==', 5, '== marks nothing here'],
    ['H~2~O', 6, 'write <sub>2</sub>'],
    ['rock`n’roll', 9, 'the ` is never closed'],
    ['br\u0456dge', 5, 'mixes letters that look alike'],
    ['<!-- hidden', 5, 'the comment that begins here never ends'],
    ['<u>x</u>', 5, 'the HTML “<u>” is not allowed; write **words**'],
    ['<a href="x">x</a>', 5, 'is not allowed; write [words](address)'],
  ])('%s', (written, column, words) => {
    const told = toldOf({ [EVENT]: replace('It fell.', `See ${written} now. It fell.`) });
    expect(told).toEqual([expect.stringMatching(/^timeline\/1905-bridge-falls\.md:9 /)]);
    expect(told[0]).toContain(words);
    expect(placesOf({ [EVENT]: replace('It fell.', `See ${written} now. It fell.`) })).toEqual([`9:${column}`]);
  });

  test.each([
    ['##The aim', 'a heading has a space behind its ##'],
    ['##\u00a0The aim', 'the space behind # is a no-break space'],
    ['#The aim', 'a heading has a space behind its #'],
    ['## The aim {#aim}\n\nText.', 'take out “{#aim}”'],
    ['• one\n• two', 'a list is written with hyphens: “- ” and not “•”'],
    ['– one\n– two', 'a list is written with hyphens'],
    ['-\u00a0one\n-\u00a0two', 'the space behind the mark of the list is a no-break space'],
    ['-one\n-two', 'a list has a space behind its marks: “- item”'],
    ['Parts:\n2. one\n3. two', 'leave an empty line before a numbered list'],
    ['1986. A year later it fell.', 'write 1986\\. if it is a number'],
    ['1. one\n2. two\n4. four', 'this item is numbered 4 and would be shown as 3'],
    ['| a | b |\n| c | d |', 'a table needs a second line'],
    ['| a | b |\n|---|\n| c | d |', 'the second line of the table divides 1 columns, and its head has 2'],
    ['a | b\nc | d', 'a table needs a second line'],
    ['| a | b |\n|---|---|\n| c | d | e |', 'the row has more cells than the head of the table'],
    ['| a | b |\n|---|---|\n| c |', 'the row has fewer cells than the head of the table'],
    ['<!-- c --> text', 'a comment that begins a line has that line for itself'],
    ['<!-- c\n\ntext', 'the comment that begins here never ends'],
    ['A line\n---', 'the --- right below makes a heading of this'],
    ['A line\n===', 'the === right below makes a heading of this'],
    ['[!DISPUTED]\n**Who?** x', 'a note needs “> ” before each of its lines'],
    ['[!HINDSIGHT] It fell', 'a note needs “> ” before each of its lines'],
    ['> [HINDSIGHT]\n> It fell.', 'write [!HINDSIGHT] with its exclamation mark'],
    ['> [!HINDSIGHT]\nIt fell.', 'this line falls into the quotation above it'],
    ['::: note\nx\n:::', '::: means nothing here'],
    ['    an indented line', 'a line that begins with four spaces is shown as code'],
    ['```\ncode', 'the ``` that begins here never ends'],
    ['Text.\n\n[x]: ../glossary/aldmoor.md', 'no link uses the address of [x]'],
    ['A ![x](../images/bridge.jpg) here.', 'an image stands alone'],
    ['![](../images/bridge.jpg)', 'an image needs words for those who do not see it'],
    ['![bridge.jpg](../images/bridge.jpg)', 'an image needs words for those who do not see it'],
    ['![x](../images/bridge.jpg “Then.”)', 'in straight quotation marks: (../images/bridge.jpg "Then.")'],
    ['![x](../images/bridges.jpg)', 'did you mean “images/bridge.jpg”?'],
    ['![x](../../images/bridge.jpg)', 'there is no image'],
    ['## Empty\n\n## Full', 'the section “Empty” has no text'],
  ])('%j', (written, words) => {
    const told = toldOf({ [EVENT]: replace('It fell.', `${written}\n\nIt fell.`) });
    // An unclosed comment or fence hides the rest, and with it the only use of a source.
    expect(told[0]).toContain(words);
    expect(told.filter((one) => one.startsWith(EVENT))).toHaveLength(1);
  });
});

describe('what a writer may mean is left alone:', () => {
  test.each([
    'He said “[the bridge] must stand [sic]”.',
    '2 * 3 * 4 is 24, and 2,000* more.',
    '#1 in the list, and #bridge too.',
    'He said “[in 2014] it [1] stood[sic]”, and `a[1]`, \\[1\\] and it[2014].',
    '\\[x\\] and \\*y\\* and \\`z',
    'It fell in\n1986. A year later it rose.',
    '– A dash begins this.',
    'Step A --> step B, a_b_c, 5 µm and 3 μm.',
    '3. one\n4. two',
    '`[x] (y)` and `**a **`',
    '[a reference][r] and [r].\n\n[r]: ../glossary/aldmoor.md',
    '- [ ] one\n- [x] two',
    '| a | b |\n|:-:|--:|\n| c | d |',
    'A <b>b</b> <strong>c</strong> <em>d</em> <i>e</i>.',
    '<!-- c -->\n\nText <!-- c --> text.',
    '## A\n\n### B\n\n#### C\n\nText.',
    'See <https://example.org/a>[^minutes]',
  ])('%j', (written) => expect(toldOf({ [EVENT]: replace('It fell.', `${written}\n\nIt fell.`) })).toEqual([]));

  test.each([
    'title: C# and F#, a_b, 2*3',
    'title: 1 < 2 and 3 > 2, a <b, I <3 it',
    'title: "The #1: agreement"',
    'title: The bridge falls  # a comment',
    'title: >-\n  The bridge: falls\n  #2',
    'title: “End the toll”',
  ])('%j', (written) => expect(toldOf({ [EVENT]: replace('title: The bridge falls', written) })).toEqual([]));
});

describe('YAML that is wrong is told once, in plain words, where it is:', () => {
  const inEvent = (written: string): Changes => ({ [EVENT]: replace('title: The bridge falls', written) });
  test.each([
    ['title: The #1 agreement', '2:12', 'a # after a space begins a comment'],
    ['title: #1 agreement', '2:8', 'a # after a space begins a comment'],
    ['title: Paris: what was agreed', '2:8', 'put the value in quotes: title: "Paris: what was agreed"'],
    ['title: “Paris: agreed”', '2:8', 'write straight ones: title: "Paris: agreed"'],
    ['title: "The bridge', '2:8', 'the " that begins the value is not closed on its line'],
    ['title: The "big" bridge: gone', '2:8', 'title: "The “big” bridge: gone"'],
    ['title: "The "big" bridge"', '2:13', 'write “ and ” within: title: "The “big” bridge"'],
    ["title: 'The bridge's fall'", '2:19', "the ' in the value ends it"],
    ['title:The bridge', '2:6', 'write a space behind the colon: title: The bridge'],
    ['title The bridge', '2:1', '“title The bridge” is no field'],
    ['title: @bridge', '2:8', 'a value cannot begin with @'],
    ['title: **The** bridge', '2:8', 'a value cannot begin with *'],
    ['title: [The] bridge', '2:8', 'because [ begins a list'],
    ['title: A\n\tplace: B', '3:1', 'there is a tab here; fields are indented with spaces'],
    ['title: A\n  place: B', '3:1', 'take out the spaces before “place: B”'],
    ['title: The *bridge* falls', '2:8', 'in which Markdown is not read; take out “*bridge*”'],
    ['title: The **bridge** falls', '2:8', 'in which Markdown is not read'],
    ['title: "The [bridge](x.md) falls"', '2:8', 'in which a link is not read'],
    ['title: The bridge[^x] falls', '2:8', 'in which a note is not read'],
    ['title: The <i>bridge</i> falls', '2:8', 'in which HTML is not read'],
    ['title: The <script>alert(1)</script> bridge', '2:8', 'take out “<script>”'],
    ['title: The bridge</section> falls', '2:8', 'in which HTML is not read'],
    ['title: The <!-- c --> bridge', '2:8', 'in which HTML is not read'],
    ['title: The br\u0456dge falls', '2:8', 'mixes letters that look alike'],
    ['title:', '2:1', 'field “title” is empty'],
    ['title: 1904', '2:1', 'field “title” must be text; put it in quotes: "1904"'],
    ['title: 007', '2:1', 'field “title” must be text; put it in quotes: "007"'],
    ['title: 9.000', '2:8', '“9.000” is read as 9; write 9000 for thousands, or 9'],
    ['title: [a, b]', '2:1', 'field “title” must be text'],
    ['titel: The bridge falls', '2:1', 'unknown field “titel”; did you mean “title”?'],
  ])('%j', (written, place, words) => {
    expect(toldOf(inEvent(written))).toEqual([expect.stringContaining(words)]);
    expect(placesOf(inEvent(written))).toEqual([place]);
  });

  test.each([
    ['a tab', 'story.yaml', '  - { id: works', '\t- { id: works', '11:1'],
    ['a colon', 'story.yaml', 'title: The Letter', 'title: Paris: The Letter', '1:8'],
    ['a sign in a group', 'story.yaml', 'brief: What the two', 'brief: What the #1', '10:47'],
    ['a comma in a text', 'story.yaml', 'name: Works,', 'name: Works and bridges, roads,', '11:43'],
    ['a bracket that stays open', 'story.yaml', 'zone: Etc/GMT-2 }', 'zone: Etc/GMT-2', '8:5'],
    ['a colon', 'publishers.yaml', 'name: ', 'name: A: ', undefined],
  ])('%s in %s, and no other file is blamed', (_, file, from, to, place) => {
    const changes = { [file]: replace(from, to) };
    expect(toldOf(changes)).toEqual([expect.stringMatching(new RegExp(`^${file}:`))]);
    if (place !== undefined) expect(placesOf(changes)).toEqual([place]);
  });

  test.each([SOURCE, TERM, ARTICLE, DEMAND, 'drafts/toll-pact.md', MEETING])(
    'a fault in the front matter of %s makes none elsewhere',
    (file) => expect(toldOf({ [file]: replace('title: ', 'title: a: ') })).toHaveLength(1),
  );

  test('a note with a slip in its mark is told once, and its source is cited', () =>
    expect(toldOf({ [DEMAND]: replace(/\[\^crier\](?!:)/, '[^creir]') })).toEqual([
      expect.stringContaining('the note [^creir] has no definition; did you mean “crier”?'),
    ]));

  test('no message has the words of a library', () => {
    const edits: [string, string, string][] = [
      [DEMAND, 'order: 1', 'order: 0'],
      [DEMAND, 'order: 1', 'order: 1.5'],
      ['changes/1904-06-01-published.md', 'touches: all', 'touches: []'],
      ['changes/1904-06-01-published.md', 'touches: all', 'touches: everything'],
      ['pictures/towns.md', 'kind: map', 'kind: maps'],
      ['pictures/towns.md', 'west: 2,', 'west: 200,'],
      ['pictures/carts.md', 'figure: 900', 'figure: many'],
      ['publishers.yaml', 'kind: ', 'kind: [x], y: '],
      [EVENT, 'date: 1905~', 'date: true'],
      ['story.yaml', 'publisher: {', 'publisher: text # {'],
      [TERM, 'kind: place', 'kind: 3'],
    ];
    for (const [file, from, to] of edits) {
      const told = toldOf({ [file]: replace(from, to) });
      expect(told.length, file).toBeGreaterThan(0);
      expect(told.join('\n')).not.toMatch(
        /Invalid|expected|received|Too (small|big)|Unrecognized|flow map|scalar|implicit/i,
      );
    }
  });
});

describe('what disagrees is refused:', () => {
  const term = '---\ntitle: ALDMOOR\nkind: place\ndefinition: A town.\n---\n\nA town.\n';
  const explainer = '---\ntitle: Nothing\nquestion: Why?\nbrief: None.\norder: 9\n---\n';
  const CHANGE = 'changes/1904-07-01-letter.md';
  test.each<[string, Changes, string]>([
    ['two terms of one name', { 'glossary/old-town.md': term }, '“ALDMOOR” is also the name of glossary/aldmoor.md'],
    ['two parties of one name', { 'story.yaml': replace('name: Brack,', 'name: Town of Aldmoor,') }, 'is there twice'],
    ['an explainer without a text', { 'explainers/nothing.md': explainer }, 'has no text below its front matter'],
    [
      'a change without a text',
      { [CHANGE]: (text) => text.split('---')[1]?.replace(/^|$/g, '---') + '\n' },
      'say in it why',
    ],
    [
      'a date that is not in the name',
      { [MEETING]: replace(/^date: .*/m, 'date: 1904-05-03') },
      'the name of the file says 1904-05-02',
    ],
    [
      'the same of a change',
      { [CHANGE]: replace('date: 1904-07-01', 'date: 1904-07-02') },
      'the name of the file says 1904-07-01',
    ],
    [
      'a claim of one side in other words',
      { [EVENT]: replace('[^minutes]: ', '[^minutes]: Claimed by Brack: ') },
      'in other words than these',
    ],
    ['an image that nobody is named for', { 'images/bridge.yaml': undefined }, 'write images/bridge.yaml with credit'],
    ['an image without a licence', { 'images/bridge.yaml': 'credit: Ada\n' }, 'missing field “licence”'],
    [
      'an image that no text shows',
      { 'images/other.jpg': 'x', 'images/other.yaml': 'credit: A\nlicence: B\n' },
      'no text shows this image',
    ],
    ['an image with capitals', { 'images/bridge.JPG': 'x' }, 'has small letters; name the file images/bridge.jpg'],
    ['an image with a space', { 'images/The Bridge.JPG': 'x' }, 'name the file images/the-bridge.jpg'],
    ['an image of another kind', { 'images/bridge.gif': 'x' }, 'is no image that the site takes; use .jpg'],
    ['words on no image', { 'images/brigde.yaml': 'credit: A\nlicence: B\n' }, 'did you mean “images/bridge.jpg”?'],
    [
      'an image that is too large',
      { 'images/bridge.jpg': new Uint8Array(10_000_001) },
      'bytes; at most 10000000 are allowed',
    ],
  ])('%s', (_, changes, words) => expect(toldOf(changes)).toContainEqual(expect.stringContaining(words)));

  test('a folder without a story is told as such, and not file by file', () => {
    expect(faultsOfSmall({ 'story.yaml': undefined, 'notes.docx': 'x' })).toEqual([
      'story.yaml:1 the story has no story.yaml, which names it; ' +
        'npm run new -- story my-story begins a story, and STORY names its folder',
    ]);
  });

  test('a file that cannot be had is told once, and what links to it is not blamed', () => {
    const named = { [TERM]: undefined, 'glossary/Aldmoor.md': smallText(TERM) };
    expect(faultsOfSmall(named)).toEqual([expect.stringMatching(/^glossary\/Aldmoor\.md:1 .* as in aldmoor$/)]);
    const withoutTerms = smallFiles.filter(({ path }) => !path.startsWith('glossary/'));
    const link: StoryFile = { path: 'glossary', bytes: new Uint8Array(), problem: 'is a link' };
    const compile = () => compileStory([...withoutTerms, link], '/');
    expect(compile).toThrow(/\n\nglossary\n1:1 error is a link\n\n✖ 1 error$/);
  });

  test('two of one name or place are told at the file that is new', () => {
    const about = (title: string, order: number) =>
      `---\ntitle: ${title}\nquestion: Why?\nbrief: None.\norder: ${order}\n---\n\nNone.\n`;
    const known = { 'addresses.txt': smallText('addresses.txt') };
    const [other, first] = ['explainers/an-other.md', 'explainers/the-meeting.md'];
    expect(faultsOfSmall({ ...known, [other]: about('The meeting', 9) })).toEqual([
      `${other}:2 title: “The meeting” is also the name of ${first}; readers cannot tell two of one name apart`,
    ]);
    expect(faultsOfSmall({ ...known, [other]: about('An other', 1) })).toEqual([
      `${other}:5 order: 1 is already the place of ${first}`,
    ]);
  });

  test('what moved is told with its new place', () => {
    const told = faultsOfSmall({
      [TERM]: undefined,
      'glossary/aldmoor-town.md': smallText(TERM),
      'moved.yaml': (text) => `${text}glossary/aldmoor.md: glossary/aldmoor-town.md\n`,
      'explainers/the-fall.md': (text) =>
        `${text}\n[The talk](the-meeting.md#the-talk), [Aldmoor](../glossary/aldmoor.md).\n`,
    });
    const lineOfLinks = smallText('explainers/the-fall.md').split('\n').length + 1;
    expect(told.filter((one) => one.startsWith('explainers/the-fall.md'))).toEqual([
      `explainers/the-fall.md:${lineOfLinks} the link “the-meeting.md#the-talk” leads to no section; ` +
        'it moved to “the-meeting.md#an-hour-at-the-inn”',
      `explainers/the-fall.md:${lineOfLinks} the link “../glossary/aldmoor.md” leads to no content file; ` +
        'it moved to “../glossary/aldmoor-town.md”',
    ]);
    expect(told).toContain(
      'story.yaml:13 parties.1.term: there is no glossary/aldmoor.md; it moved to glossary/aldmoor-town.md',
    );
  });

  test('a change that is still to come', () => {
    const told = (today: string) => {
      try {
        compileStory(changedFiles({}), '/', '', today);
        return [];
      } catch (error) {
        return (error as ContentError).files.flatMap(({ path, messages }) =>
          messages.map((one) => `${path} ${one.reason}`),
        );
      }
    };
    expect(told('2030-01-01')).toEqual([]);
    // East of here it may have come.
    expect(told('1904-06-30').join('\n')).not.toContain(CHANGE);
    expect(told('1904-06-29')).toContainEqual(`${CHANGE} date: 1904-07-01 has not come yet; today is 1904-06-29`);
  });
});
