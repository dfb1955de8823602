/** What hostile content is made of. Several lists hold harmless items too, so that some cases come through. */

/** Attempts to get script, style or a request into a page. */
export const INJECTIONS = [
  '<script>alert(1)</script>', '<ScRiPt src=//evil.example/x.js></sCrIpT>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>',
  '<iframe src="https://evil.example"></iframe>', '<a href="javascript:alert(1)">x</a>', '<style>*{background:url(//evil.example)}</style>', '<link rel=stylesheet href=//evil.example>',
  '<meta http-equiv=refresh content="0;url=//evil.example">', '<base href="//evil.example/">', '<object data=x></object>', '<embed src=x>', '<form action=//evil.example><input name=q></form>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>', '<template><script>alert(1)</script></template>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<i onclick=alert(1)>x</i>',
  '<span style="color:red">x</span>', '<span lang="en" onmouseover="alert(1)">x</span>', '<abbr title="</abbr><script>alert(1)</script>">x</abbr>', "<abbr title='\"><img src=x onerror=alert(1)>'>x</abbr>",
  '"><script>alert(1)</script>', "'-alert(1)-'", '" onfocus="alert(1)" autofocus="', '</title><script>alert(1)</script>', '</script><script>alert(1)</script>', '</textarea><script>alert(1)</script>',
  '<!--', '-->', '<!-- --!> <script>alert(1)</script> -->', '<![CDATA[<script>alert(1)</script>]]>', ']]>', '<?xml version="1.0"?>', '<!DOCTYPE html>', '<!ENTITY x "y">', '<x-y>z</x-y>', '</p></div></section></main>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '&#x3c;img src=x onerror=alert(1)&#x3e;', '&amp;lt;', '&nosuch;', '&#0;', '&#x110000;', '&#xD800;', '&#x202e;', '&zwnj;', '&shy;',
  '${alert(1)}', '{{constructor.constructor("alert(1)")()}}', '{alert(1)}', '<%= 1 %>', '$& $1 $` $\' $$', '\\', '\\\\"', '`', '%00%0d%0aX: y', '</style><script>alert(1)</script>', 'data-index="x"', '<style>', '<meta charset="utf-8">',
  '<i>x', 'x</i>', '<i><b>x</i></b>', '<q><q><q><q><q>x</q></q></q></q></q>', '<bdi dir="rtl">x</bdi>', '<sup>2</sup>', '<br>', '<wbr/>', '<i lang="en">x</i>', '<cite>*x*</cite>', '<i\nlang="el">x</i\n>', '<I LANG=EN>x</I>',
] as const;

/** Characters that nobody sees, that turn the text or that look like others. */
export const CHARACTERS = [
  '\u202e', '\u2066', '\u2069', '\u200b', '\u200c', '\u200d', '\ufeff', '\u00ad', '\u2060', '\u3164', '\u0007', '\u001b[2J', '\u009b', '\u0085', '\u2028', '\u2029', '\ue000', '\uffff', '\ufffd', '\u{e0041}', '\u{1f4a9}',
  'p\u0430per', '\u0391da', '\uff21', 'ﬁ', 'K', 'İ', 'ı', 'ß', 'ẞ', 'é', 'e\u0301', '\u1100\u1161', 'שלום', 'مرحبا', 'می‌خواهم', 'हिन्दी', '漢字', '👩‍👩‍👧', `z${'\u0301'.repeat(30)}`, '\u0301', '\t', '\u00a0', '\u3000', '\u000c', '\u000b', '\r', '\ud83d',
] as const;

/** Names that objects have of their own, and what looks like a path. */
export const NAMES = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length', 'null', '../x', '../../etc/passwd', '..%2f..%2fx', '/etc/passwd', 'C:\\x', 'x\0y', 'con', 'index', 'main', 'notes',
  'a'.repeat(101), 'a'.repeat(300), '-a', 'a-', 'A', 'ä', 'a b', 'a/b', 'a#b', 'a?b', 'a%20b', '', '.', '..', '0', '1904', 'a--b', 'home', 'about', 'search', 'data', 'contents-label', 'page-sources', 'ribbon', 'term-ada-brook', 'note-gazette', 'ref-gazette',
] as const;

/** Where a link may be made to lead. */
export const ADDRESSES = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', '&#106;avascript:alert(1)', 'vbscript:x', 'data:text/html,<script>alert(1)</script>', 'file:///etc/passwd', '//evil.example', '\\\\evil.example', '/\\evil.example', 'https:evil.example',
  'https://', 'https:///x', 'http://[::1', 'https://a@evil.example/', 'https://example.org/"onclick="alert(1)', 'https://example.org/<script>', 'https://example.org/%', 'https://example.org/a b', 'https://пример.рф/путь', 'mailto:', 'mailto:a@example.org', 'mailto:a@b?body=<script>',
  'tel:1', 'ftp://example.org', 'about:blank', 'blob:x', 'view-source:x', 'HTTPS://EXAMPLE.ORG', 'https://example.org/ok', 'http://example.org:99999/', '', '#', '#the-letter', '#__proto__', '#%', '?x', '/', '/the-meeting/', '../../x.md', '../glossary/ada-brook.md',
  '../glossary/ada-brook.md#constructor', '../glossary/ada%2Dbrook.md', '../glossary/%61da-brook.md', '../glossary/../glossary/aldmoor.md', './the-fall.md', 'the-meeting.md#the-letter', 'the-meeting.md#THE-LETTER', 'the-meeting.md#a#b', '../story.yaml', '../addresses.txt', '__proto__', 'constructor.md', '%ff', '%00.md',
] as const;

/** Dates, few of them good. */
export const DATES = [
  '1904', '1904-05', '1904-05-02', '1904-05-02T15:00-01:00', '1904-05-02T15:00Z', '1904-05-02T15:00', '1904-05-02T24:00Z', '1904-05-02T23:59:60Z', '1904-02-30', '1903-02-29', '1904-13', '1904-00', '0000', '0099', '0100', '9999', '9999-12-31', '10000', '-0001', 'Y170000002', '19xx', '190u',
  '1904~', '1904?', '1904%', '~1904', '1904-05~', '1904-?05', '1904/1905', '1905/1904', '1904/..', '../1904', '1904/', '/1904', '1904/1905/1906', '[1904,1905]', '{1904,1905}', '1904-21', '1904-33', '1904-W01', '1904-123', 'now', '', '1904-05-02T15:00+99:99', '1904-05-02T15:00-01:00/1904', '1904-05-02T15:00-01:00/1904-05-02T14:00-02:00',
  '1'.repeat(90), `${'1904/'.repeat(40)}1`, '1904-05-02T15:00-01:00'.repeat(20), '[' + '1904,'.repeat(30) + '1905]',
] as const;

/** YAML that a parser may stumble over; each stands as the value of a field. */
export const YAML = [
  '*a', '&a x', '&a [*a]', '!!js/function "x"', '!!binary aGk=', '!!set {a, b}', '!!timestamp 2001-01-01', '!!python/object:os.system x', '!<tag:x> y', '<<', '{ <<: { a: b } }', '[', '{', '}', '"', "'", '"\\x00"', '"\\u202e"', '"\\ud800"', '|', '|-\n  a\n  b', '>-\n  a\n  b', '"a\\nb"', '"a\\tb"', '%YAML 9', '---', '...', '? a : b', '- a', 'a: b', '~', 'null', 'true', 'no',
  '0', '-0', '-1', '1.5', '.inf', '-.inf', '.nan', '1e999', '1e308', '0x7f', '0o17', '0b1', '1_000', '9007199254740993', '99999999999999999999', '12:30:45', '[]', '{}', '[[]]', '[null]', '[{}]', '{ a: 1, a: 2 }', '{ __proto__: { admin: true } }', '{ constructor: x }', '{ ? [a] : b }', '{ 1: a }', '{ 0x7E8: a }', '[a, a, a]', '@x', '`x`', '#', 'a #b', 'x: y: z', '\t a', '!', '!!str 5', '!!null ""', '!!float 1', '&x [*x, *x]',
  '[&a "aaaaaaaaa", &b [*a,*a,*a,*a], &c [*b,*b,*b,*b], &d [*c,*c,*c,*c], &e [*d,*d,*d,*d]]', '['.repeat(3000), '{a: '.repeat(200), '[ '.repeat(30) + ']'.repeat(30),
] as const;

/** Blocks of Markdown that break off, nest or collide. */
export const BLOCKS = [
  '> [!DISPUTED]', '> [!HINDSIGHT]\n> Later.', '> [!NOTE]\n> x', '> [!__proto__]\n> x', '> [!HINDSIGHT]\n> > [!HINDSIGHT]\n> > x', '- [!HINDSIGHT]', '- > [!HINDSIGHT]\n  > x', '> ## In a quotation', '- ## In a list', '# First', '#### Fourth', '## ', '##', 'Setext\n---', 'Setext\n===', '---', '***', '```\n<script>alert(1)</script>\n```', '```js\n# no\n', '~~~', '    <script>indented</script>',
  '| a | b |\n|---|---|\n| <script> | `\\|` |', '| a |\n|:-:|\n| b |', '|a|b|\n|-|-|\n|only one|\n|one|two|three|', '| a[^gazette] |\n|---|\n| Not mentioned |', '- [ ] a\n- [x] b', '1. a\n1. b', '0. a', '999999999. a', '- a\n\n\n      - b', '![x](https://evil.example/x.png)', '![x][y]', '[x]: https://example.org', '[x][y]', '[^x]', '[^x]: ![](x)', '[^toString]: [Minutes](../sources/minutes-1904.md).', 'a[^gazette][^gazette][^minutes]', '[a [b](../glossary/ada-brook.md)](../glossary/aldmoor.md)', '[](../glossary/ada-brook.md)', '[x[^gazette]](../glossary/ada-brook.md)',
  '[How many carts](../pictures/carts.md)', '<div>\n\nx\n\n</div>', '<i>a\n\nb</i>', '*a **b* c**', '**', '~~a~~', '~a~', 'a  \nb', 'a\\\nb', '<https://example.org>', 'https://example.org/?a=b&c=<d>', 'www.example.org', 'a@example.org', '<a@example.org>', '\\<script>', '`<script>`', '*<script>*', 'Claimed by nobody only: x', '[toc]', '---\ntitle: again\n---', '<details><summary>x</summary>y</details>', '&copy; &#169; &lt;b&gt;', '$x$', ':::x', '[[x]]', '{{x}}', '<!-- x -->', '<!--\n\n-->', 'a <!-- b --> c', '<!-->x-->',
] as const;
