import type { Random } from './random.ts';

/** Text of about `size` characters that is long, deep or many; each is known to be hard on some parser. */
const SHAPES: Record<string, (size: number) => string> = {
  'one long word': (size) => 'a'.repeat(size),
  'one long line': (size) => 'a b '.repeat(size / 4),
  'many lines': (size) => 'a\n'.repeat(size / 2),
  'many paragraphs': (size) => 'a\n\n'.repeat(size / 3),
  'quotations in each other': (size) => `${'>'.repeat(size)}a`,
  'lists in each other on a line': (size) => `${'- '.repeat(size / 2)}a`,
  'lists in each other': (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n'),
  'emphasis that opens': (size) => '*a **b '.repeat(size / 7),
  'emphasis on both sides': (size) => 'a**b'.repeat(size / 4),
  'emphasis in each other': (size) => `${'*'.repeat(size / 2)}a${'*'.repeat(size / 2)}`,
  'marks of two kinds': (size) => '*a_ '.repeat(size / 4),
  'brackets that open': (size) => '['.repeat(size),
  'links in each other': (size) => `${'['.repeat(size / 2)}x${'](a)'.repeat(size / 2)}`,
  'links that break off': (size) => '[a](<b'.repeat(size / 6),
  'marks of notes': (size) => '[^a]'.repeat(size / 4),
  'definitions of notes': (size) => Array.from({ length: size / 12 }, (_, at) => `[^n${at}]: b`).join('\n'),
  'code that never ends': (size) => Array.from({ length: Math.sqrt(size) }, (_, at) => '`'.repeat(at + 1)).join(' '),
  'tags that open': (size) => '<i>'.repeat(size / 3),
  'tags that break off': (size) => '<a '.repeat(size / 3),
  'comments that never end': (size) => 'a <!--'.repeat(size / 6),
  'a wide table': (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|`,
  'a long table': (size) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(size / 6)}`,
  addresses: (size) => 'http://a.b'.repeat(size / 10),
  'addresses of post': (size) => 'a.b@c.d_'.repeat(size / 8),
  references: (size) => '&amp;&#x2028;'.repeat(size / 13),
  headings: (size) => Array.from({ length: size / 10 }, (_, at) => `## h${at}\n`).join('\n'),
  'a long heading': (size) => `## ${'a'.repeat(size)}`,
  'marks on a letter': (size) => `a${'\u0301'.repeat(size)}`,
  'joined characters': (size) => 'a\u200d'.repeat(size / 2),
  'links to the story': (size) => '[Ada](../glossary/ada-brook.md) '.repeat(size / 32),
  'links to nothing': (size) => '[Ada](../glossary/ada-brok.md) '.repeat(size / 31),
  notes: (size) => 'A b.[^gazette] '.repeat(size / 15),
};

/** Sizes below, at and above what is allowed; the largest is read no further than its size. */
const SIZES = [100, 1_900, 9_900, 10_100, 60_000, 250_000, 10_000_000] as const;

/** A text that is too much in one way, or nearly so. */
export function oversized({ pick, chance }: Random): { name: string; text: string } {
  const [name, make] = pick(Object.entries(SHAPES));
  const size = pick(chance(5) ? SIZES : SIZES.slice(0, -1));
  const text = make(size);
  // The same again and again, each time a block of its own, gets past what a block may hold.
  return chance(20)
    ? {
        name: `${name} (${size}, many)`,
        text: Array(Math.min(20, Math.ceil(190_000 / (size + 2))))
          .fill(text)
          .join('\n\n'),
      }
    : { name: `${name} (${size})`, text };
}
