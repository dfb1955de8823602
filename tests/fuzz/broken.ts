/** A file that a build must refuse, and what its writer must be told. */
export interface Broken {
  file: string;
  content: string | Uint8Array;
  says: string;
}

const SOURCES = '[^m]: [Minutes](../sources/minutes-1904.md).';
/** An event whose text or fields are wrong. */
const event = (name: string, says: string, text: string, fields: Record<string, string> = {}): Broken => {
  const all = { title: 'A day', date: '1904', place: 'Here', strand: 'talks', brief: 'A day.', ...fields };
  const front = Object.entries(all)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('');
  return { file: `timeline/${name}.md`, content: `---\n${front}---\n\nIt was.[^m] ${text}\n\n${SOURCES}\n`, says };
};
const field = (name: string, says: string, fields: Record<string, string>): Broken => event(name, says, '', fields);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const BOMB = `[&a "lol", &b [*a, *a, *a, *a], &c [*b, *b, *b, *b], &d [*c, *c, *c, *c], &e [*d, *d, *d, *d]]`;

/** All stand in one story, since a build tells all faults at once. */
export const broken: readonly Broken[] = [
  event('script', 'the HTML “<script>” is not allowed', '<script>alert(1)</script>'),
  event(
    'handler',
    '“<i onclick="alert(1)">” is not allowed; <i> may have lang and no other attribute',
    '<i onclick="alert(1)">x</i>',
  ),
  event('style', '<span> may have lang, dir and no other attribute', '<span style="color:red">x</span>'),
  event('image', 'images are not part of a text', '![x](https://evil.example/x.png)'),
  event('frame', 'the HTML “<iframe src="//evil.example">” is not allowed', '<iframe src="//evil.example"></iframe>'),
  event('open', '<i> is never closed', '<i>x'),
  event('link', 'must begin with https:, http: or mailto:', '[x](javascript:alert(1))'),
  event('disguised', 'must begin with https:, http: or mailto:', '[x](&#106;avascript:alert(1))'),
  event('foreign', 'begins at the root', '[x](//evil.example)'),
  event('half', 'is no whole address', '[x](https:evil.example)'),
  event('outside', 'leads to no content file', '[x](../../../etc/passwd)'),
  event('turned', 'U+202E turns the direction of the text', 'paid \u202enihton'),
  event('referred', 'U+202E turns the direction of the text', 'paid &#x202e;nihton'),
  event('unseen', 'U+200B (a zero-width space) cannot be seen', 'a\u200bb'),
  event('escape', 'U+001B cannot be seen', '\u001b[2J'),
  event('marks', 'a pile of 60 marks', `z${'\u0300'.repeat(60)}`),
  event('look-alike', 'mixes letters that look alike', `\n\n## The p\u0430per\n\nText.`),
  event('section', 'a section cannot have the address #notes', '\n\n## Notes\n\nText.'),
  event('deep', 'quotations or lists within each other', `\n\n${'> '.repeat(3000)}x`),
  event(
    'nested',
    'levels deep in each other',
    `\n\n${Array.from({ length: 60 }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n')}`,
  ),
  event('long', 'at most 10000 are allowed', 'a '.repeat(40_000)),
  event('marked', 'at most 1000 may stand without an empty line', '*a **b '.repeat(1200)),
  event('lines', 'at most 5000 are allowed', '\n\nx'.repeat(4000)),
  field('date', '“1904-02-30” is not in the calendar', { date: '1904-02-30' }),
  field('prototype', 'no field can be called “__proto__”', { ['__proto__']: '{ admin: true }' }),
  field('constructor', 'unknown field “constructor”', { constructor: 'x' }),
  field('bomb', 'the anchor &a is not read', { actors: BOMB }),
  field('tag', 'is not read', { title: '!!binary aGVsbG8=' }),
  field('nesting', 'more than 20 levels deep', { actors: `${'['.repeat(30)}${']'.repeat(30)}` }),
  field('unending', 'levels deep', { actors: '['.repeat(20_000) }),
  field('escaped', 'U+202E turns the direction of the text', { title: String.raw`"a\u202eb"` }),
  field('twice', 'the field “brief” stands there twice', { place: 'Here\nbrief: Again.' }),
  field('word', 'has a word of more than 80 characters', { title: 'a'.repeat(300) }),
  {
    file: 'sources/address.md',
    content:
      '---\ntitle: A\npublisher: B\naddress: "https://a@evil.example/"\ntype: primary\nlanguage: en\nread: whole\n---\n',
    says: 'is not a plain address',
  },
  {
    file: 'timeline/utf-16.md',
    content: utf16('\ufeff---\ntitle: A\n---\n'),
    says: 'the file is UTF-16; save it as UTF-8',
  },
  { file: 'timeline/utf-16-unmarked.md', content: utf16('---\ntitle: A\n---\n'), says: 'holds a NUL character' },
  {
    file: 'timeline/latin.md',
    content: new Uint8Array(Buffer.from('---\ntitle: Caf\xe9\n---\n', 'latin1')),
    says: 'is not UTF-8 text',
  },
  { file: 'timeline/nul.md', content: '---\ntitle: A\0\n---\n', says: 'holds a NUL character' },
  {
    file: 'timeline/huge.md',
    content: `---\ntitle: A\n---\n${'a b c\n\n'.repeat(1_500_000)}`,
    says: 'bytes; at most 200000 are allowed',
  },
  { file: 'timeline/empty.md', content: '', says: 'does not begin with front matter' },
  { file: 'timeline/A day.md', content: '', says: '“A day” cannot be part of an address' },
  { file: `timeline/${'a'.repeat(150)}.md`, content: '', says: 'cannot be part of an address' },
  { file: 'explainers/assets.md', content: '', says: '“assets” is an address of the site itself' },
  { file: '__proto__/x.md', content: '', says: 'is in no folder that the site knows' },
];
