import { describe, expect, test } from 'vitest';
import { faultsOfSmall, replace, type Changes } from './support/small-story.ts';

/** What stops a build, and what the writer is told: the file, the line, the reason and, if there is one, a way out. */
const EVENT = 'timeline/1905-bridge-falls.md';
const MEETING = 'timeline/1904-05-02-meeting.md';
const TERM = 'glossary/aldmoor.md';
const PERSON = 'glossary/ada-brook.md';
const SOURCE = 'sources/minutes-1904.md';
const ARTICLE = 'drafts/toll-pact/article-1.md';
const DEMAND = 'demands/free-bridge.md';

/** Expects that the changed small story is refused, for a reason at this place in these words. */
function expectFault(changes: Changes, place: string, words: string): void {
  const faults = faultsOfSmall({ 'addresses.txt': undefined, ...changes });
  expect(
    faults.filter((fault) => fault.startsWith(place) && fault.includes(words)),
    `“${words}” at ${place} in\n${faults.join('\n')}`,
  ).not.toEqual([]);
}

describe('a field is refused:', () => {
  test.each([
    ['unknown', EVENT, 'strand:', 'strnd: x\nstrand:', 5, 'unknown field “strnd”; did you mean “strand”?'],
    ['unknown within a field', PERSON, 'from:', 'form:', 9, 'unknown field “offices.0.form”; did you mean “from”?'],
    ['missing', EVENT, 'place: The river\n', '', 2, 'missing field “place”'],
    ['twice', EVENT, 'place:', 'brief: Again.\nplace:', 7, 'the field “brief” stands there twice'],
    ['no value of its list', SOURCE, 'type: primary', 'type: primry', 4, '“primry” is not one of'],
    ['no value of its list, like one', SOURCE, 'type: primary', 'type: primry', 4, 'did you mean “primary”?'],
    ['a date that is in no calendar', EVENT, '1905~', '1905-02-30', 3, '“1905-02-30” is not in the calendar'],
    ['a date in words', EVENT, '1905~', 'May 1905', 3, '“May 1905” is not a date'],
    ['an end before its start', EVENT, '1905~', '1905-03/1905-02', 3, 'ends before it starts'],
    [
      'an office that ends too soon',
      PERSON,
      'until: 1906-03',
      'until: 1900',
      9,
      '“Mayor of Brack” ends before it starts',
    ],
    [
      'too many words',
      TERM,
      'A town',
      `A town ${'with bridges '.repeat(20)}`,
      4,
      'has 45 words; at most 40 are allowed',
    ],
    ['too long a word', EVENT, 'The bridge falls', 'a'.repeat(300), 2, 'has a word of more than 80 characters'],
    ['a source that is not there', DEMAND, '[minutes-1904]', '[minutes-1905]', 7, 'did you mean “minutes-1904”?'],
    [
      'an actor that is not there',
      MEETING,
      '[ada-brook',
      '[ada-brok',
      6,
      'there is no glossary/ada-brok.md; did you mean',
    ],
    [
      'a party that is not there',
      ARTICLE,
      '[aldmoor]',
      '[aldmor]',
      4,
      'names no party “aldmor”; did you mean “aldmoor”?',
    ],
    [
      'a strand that is not there',
      EVENT,
      'strand: works',
      'strand: work',
      5,
      'names no strand “work”; did you mean “works”?',
    ],
    [
      'an address that runs',
      SOURCE,
      'type:',
      'address: javascript:alert(1)\ntype:',
      4,
      'is not an address that begins with',
    ],
    [
      'an address with a user',
      SOURCE,
      'type:',
      'address: "https://a@evil.example/"\ntype:',
      4,
      'is not a plain address',
    ],
    ['YAML that is none', EVENT, 'title: ', 'title: [', 3, 'this is not YAML'],
    ['one that objects have', EVENT, 'place:', '__proto__: { a: b }\nplace:', 4, 'no field can be called “__proto__”'],
    ['an inherited one', EVENT, 'place:', 'constructor: x\nplace:', 4, 'unknown field “constructor”'],
    ['an anchor', EVENT, 'title: ', 'title: &a ', 2, 'the anchor &a is not read'],
    [
      'a tag',
      EVENT,
      'title: The bridge falls',
      'title: !!binary aGVsbG8=',
      2,
      'the tag tag:yaml.org,2002:binary is not read',
    ],
    ['too deep', EVENT, 'works', `${'['.repeat(30)}${']'.repeat(30)}`, 5, 'more than 20 levels deep'],
    ['deeper than YAML can be read', EVENT, 'works', '['.repeat(20_000), 5, 'levels deep'],
    [
      'a hidden character',
      EVENT,
      'The bridge falls',
      String.raw`"a\u202eb"`,
      2,
      'U+202E turns the direction of the text',
    ],
  ])('%s', (_, file, from, to, line, words) => expectFault({ [file]: replace(from, to) }, `${file}:${line} `, words));
});

describe('a text is refused with', () => {
  const nested = Array.from({ length: 60 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n');
  test.each([
    ['script', '<script>alert(1)</script>', 'the HTML “<script>” is not allowed'],
    ['a handler', '<i onclick="alert(1)">x</i>', '<i> may have lang and no other attribute'],
    ['a style', '<span style="color:red">x</span>', '<span> may have lang, dir and no other attribute'],
    ['a frame', '<iframe src="//evil.example"></iframe>', 'the HTML “<iframe src="//evil.example">” is not allowed'],
    ['an element that never ends', '<i>x', '<i> is never closed'],
    ['an image', '![x](https://evil.example/x.png)', 'images are not part of a text'],
    ['a link that runs', '[x](javascript:alert(1))', 'must begin with https:, http: or mailto:'],
    ['a link that runs in disguise', '[x](&#106;avascript:alert(1))', 'must begin with https:, http: or mailto:'],
    ['a link to another host without scheme', '[x](//evil.example)', 'begins at the root'],
    ['half an address', '[x](https:evil.example)', 'is no whole address'],
    ['a link out of the story', '[x](../../../etc/passwd)', 'leads to no content file'],
    ['a link to no file', '[x](../glossary/aldmor.md)', 'did you mean “../glossary/aldmoor.md”?'],
    [
      'a link to no section',
      '[x](../explainers/the-fall.md#the-night)',
      'leads to no section; did you mean “the-night-it-fell”?',
    ],
    ['a note that is not defined', 'x[^gazette]', 'the note [^gazette] has no definition'],
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
    ['lists too deep in each other', `\n\n${nested}`, 'levels deep in each other'],
    ['a line that is too long', 'a '.repeat(40_000), 'at most 10000 are allowed'],
    ['too many marks', '*a **b '.repeat(1200), 'at most 1000 may stand without an empty line'],
    ['too many lines', '\n\nx'.repeat(4000), 'at most 5000 are allowed'],
  ])('%s', (_, more, words) => expectFault({ [EVENT]: replace('It fell.', `It fell. ${more}`) }, `${EVENT}:`, words));
});

describe('a file is refused:', () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding));
  const explainer = '---\ntitle: T\nquestion: T?\nbrief: T.\norder: 8\n---\n\nT.\n';
  const source = '---\ntitle: A\npublisher: B\ntype: reporting\nlanguage: en\nread: whole\n---\n';
  const article =
    '---\ntitle: Peace\nnumber: 1\nbinds: [brack]\nbrief: Peace.\nanswer: { status: none-found, brief: None. }\n---\n';
  test.each<[string, string, Changes[string], string]>([
    ['a source that nothing cites', 'sources/left-over.md', source, 'no text cites this source'],
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
    ['a name that is too long', `timeline/${'a'.repeat(150)}.md`, '', 'cannot be part of an address'],
    [
      'a change of a file that is gone',
      'changes/1904-07-01-letter.md',
      replace('meeting', 'meting'),
      'did you mean “explainers/the-meeting.md”?',
    ],
    ['a story without a name', 'story.yaml', '', 'missing field “title”'],
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

test('all faults of all files are told at once', () => {
  const faults = faultsOfSmall({
    [EVENT]: '',
    [TERM]: replace('kind: place', 'kind: x'),
    [SOURCE]: replace('read: part', 'read: half'),
  });
  expect(new Set(faults.map((fault) => fault.split(':')[0]))).toEqual(new Set([EVENT, TERM, SOURCE]));
});
