import { describe, expect, test } from 'vitest';
import { faultsOfSmall, replace, smallEntries, smallFiles, smallText, type Changes } from './support/small-story.ts';

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

/** The line of a file of the small story on which a text begins. */
const lineOf = (file: string, text: string) => smallText(file).split(text)[0]?.split('\n').length;

describe('a field is refused:', () => {
  test.each([
    ['unknown', EVENT, 'strand:', 'strnd: x\nstrand:', 'unknown field “strnd”; did you mean “strand”?'],
    ['unknown within a field', PERSON, '- { title:', '- { titel: x, title:', 'unknown field “offices.0.titel”'],
    ['no value of its list', SOURCE, 'type: primary', 'type: primry', '“primry” is not one of primary,'],
    ['no value of its list, but nearly', SOURCE, 'type: primary', 'type: primry', 'did you mean “primary”?'],
    ['a date that is in no calendar', EVENT, 'date: 1905~', 'date: 1905-02-30', '“1905-02-30” is not in the calendar'],
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

  test.each([
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
    ['YAML that is none', EVENT, 'title: ', 'title: [', 'this is not YAML'],
  ])('%s', (_, file, from, to, words) => expectFault({ [file]: replace(from, to) }, `${file}:`, words));
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
    [DEMAND]: replace('order: 1', 'order: x'),
  });
  expect(faults.map((fault) => fault.split(':')[0])).toEqual(expect.arrayContaining([EVENT, TERM, DEMAND]));
});

describe('what was published is not altered in silence:', () => {
  const EXPLAINER = 'explainers/the-meeting.md';
  const LETTER = 'changes/1904-07-01-letter.md';
  const change = (kind: string, touches: string, date = '1904-09-01') => ({
    'changes/1904-09-01-more.md': `---\ntitle: More\ndate: ${date}\nkind: ${kind}\ntouches: ${touches}\n---\n\nWhy.\n`,
  });
  const shorter = {
    [EXPLAINER]: replace('Ada Brook](../glossary/ada-brook.md) came', 'Ada](../glossary/ada-brook.md) came'),
  };
  const faultsWith = (changes: Changes) => faultsOfSmall(changes, true);

  test('the story as it was published passes', () => expect(faultsWith({})).toEqual([]));

  test('a sentence that differs stops the build, with both at its line', () =>
    expect(faultsWith(shorter)).toEqual([
      `${EXPLAINER}:${lineOf(EXPLAINER, '[Ada Brook]')} “Ada Brook came with a letter on 2 May 1904.” was published here ` +
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
      `${version}:1 what was published was altered here; nothing in published/ changes any more. Take the file back as it was`,
    ]);
    expect(faultsWith({ [version]: undefined }).join('\n')).toContain(
      '/the-meeting/versions/1904-06-01/ is no longer served',
    );
    expect(faultsWith({ 'published/notes.md': 'x\n' }).join('\n')).toContain(
      'npm run publish writes what is in published/',
    );
    expect(faultsWith({ [LETTER]: undefined }).join('\n')).toContain('there is no changes/1904-07-01-letter.md');
  });

  test('a removal names what was there and is not', () => {
    expect(faultsWith(change('removal', `[${EVENT}]`)).join('\n')).toContain(`${EVENT} is still there`);
    expect(faultsWith(change('removal', '[timeline/never.md]')).join('\n')).toContain(
      'no page of timeline/never.md was ever published',
    );
    expect(faultsWith(change('removal', 'all')).join('\n')).toContain('a removal names the files that it took away');
  });

  test('the writer is shown the change file to write', () => {
    expect(() => smallEntries(shorter, '/', '', true)).toThrow(
      /What was published is not altered in silence[^]*changes\/<today>-the-meeting\.md:\n\n---\ntitle: [^]*kind: update[^]*touches: \[explainers\/the-meeting\.md\]\n---/,
    );
  });
});
