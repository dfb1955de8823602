import { describe, expect, test } from 'vitest';
import { smallEntries } from '../../tests/support/small-story.ts';

const FRONT_MATTER = '---\ntitle: Case\nquestion: What is shown?\nbrief: A case.\norder: 9\n---\n';

/** The parts of the copy of an explainer with a text. */
function copyOf(text: string): string[] | undefined {
  const { explainers } = smallEntries({ 'explainers/case.md': FRONT_MATTER + text }, '/story/');
  return explainers.find(({ id }) => id === 'case')?.text.copy;
}

describe('the copy of a text', () => {
  test.each([
    ['a link', 'See [Ada](../glossary/ada-brook.md).', ['See [Ada](', '/story/glossary/ada-brook/', ').\n']],
    [
      'a link with a title',
      '[Ada](../glossary/ada-brook.md "A mayor")',
      ['[Ada](', '/story/glossary/ada-brook/', ' "A mayor")\n'],
    ],
    ['an address in angles', '[Ada](<../glossary/ada-brook.md>)', ['[Ada](', '/story/glossary/ada-brook/', ')\n']],
    [
      'brackets in the words of a link',
      '[`a](b`](../glossary/ada-brook.md)',
      ['[`a](b`](', '/story/glossary/ada-brook/', ')\n'],
    ],
    [
      'a link to a section of the same text',
      '[Rain](#rain)\n\n## Rain\n\nIt fell.',
      ['[Rain](', '/story/case/#rain', ')\n\n## Rain\n\nIt fell.\n'],
    ],
    [
      'links elsewhere',
      '[a](https://example.org) <https://example.org>',
      ['[a](https://example.org) <https://example.org>\n'],
    ],
    ['what looks like a link', '`[a](../glossary/ada-brook.md)`', ['`[a](../glossary/ada-brook.md)`\n']],
    [
      'a link by reference',
      'See [Ada][a].\n\n[a]: ../glossary/ada-brook.md',
      ['See [Ada][a].\n\n[a]: ', '/story/glossary/ada-brook/', '\n'],
    ],
    [
      'an image',
      '![A bridge](../images/bridge.jpg "In 1904")',
      ['![A bridge](', '/story/images/bridge.jpg', ' "In 1904")\n'],
    ],
  ])('keeps %s', (_, text, parts) => {
    expect(copyOf(`\n${text}\n\n`)).toEqual(parts);
  });

  test('is kept of explainers only', () => {
    const { glossary } = smallEntries();
    expect(glossary.map(({ text }) => text.copy)).toEqual([undefined, undefined]);
  });
});
