import { z } from 'astro/zod';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readYaml } from './front-matter.ts';

/** What is told of YAML that any schema would take. */
const faultsOf = (yaml: string): string[] => {
  const file = new VFile(yaml);
  expect(readYaml(file, yaml, 1, z.any()) === undefined).toBe(file.messages.length > 0);
  return file.messages.map(({ line, reason }) => `${line} ${reason}`);
};

describe('YAML is refused with', () => {
  test.each([
    ['an anchor', 'a: 1\nb: &x text', '2 the anchor &x is not read'],
    ['an alias', 'a: &x text\nb: *x', '2 the alias *x is not read'],
    [
      'a bomb',
      `a: &a [x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [*${'abcdefghi'[at]}, *a]\n`).join('')}`,
      '1 the anchor &a is not read',
    ],
    ['a key that is read as another', 'a: 1\n0x7E8: b', '2 the name of a field is read as “2024”, not as “0x7E8”'],
    ['a key that is a list', 'a: 1\n? [b]\n: c', '2 the name of a field is a plain word'],
    ['a key that every object has', 'a: 1\n__proto__: { b: c }', '2 no field can be called “__proto__”'],
    ['the same key twice', 'a: 1\nb: 2\na: 3', '3 the field “a” is there twice'],
    ['bytes', 'a: !!binary aGVsbG8=', '1 '],
    [
      'nesting without end',
      `a: ${'['.repeat(30)}${']'.repeat(30)}`,
      '1 groups and lists are nested more than 20 levels deep',
    ],
    [
      'nesting that no parser bears',
      `a: ${'['.repeat(50_000)}`,
      '1 groups and lists are nested more than 20 levels deep',
    ],
    ['a hidden character that is escaped', String.raw`a: "b\u202ec"`, '1 the character U+202E'],
    ['a NUL that is escaped', String.raw`a: "b\0c"`, '1 the character U+0000'],
  ])('%s', (_, yaml, says) => expect(faultsOf(yaml)).toContainEqual(expect.stringContaining(says)));

  test('but not with what a story needs', () => {
    expect(
      faultsOf('a: text\nb: 1904\nc: [x, { d: e }]\n1904: f\n"0x7": g\nconstructor: h\ntext: |\n  two\n  lines\n'),
    ).toEqual([]);
  });
});
