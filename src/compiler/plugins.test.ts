import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallEntries } from '../../tests/support/small-story.ts';
import type { ImagePart, Part, Section, Text } from '../story/text.ts';
import { ContentError } from './faults.ts';

/**
 * Each folder in fixtures/ is a case: `in.md` is the text of an explainer of the small story, `out.html` what becomes
 * of it, or `faults.txt` what the writer is told. The folder's name says what the case shows. UPDATE=1 rewrites the
 * results.
 */
const fixtures = path.join(import.meta.dirname, 'fixtures');
const FRONT_MATTER = '---\ntitle: Case\nquestion: What is shown?\nbrief: A case.\norder: 9\n---\n\n';

const licence = ({ about }: ImagePart) => about.licence.name;
const printParts = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) =>
    part.kind === 'picture'
      ? [`<!-- picture ${part.id}: ${part.words} -->`]
      : part.kind === 'image'
        ? [`<!-- image ${part.file}: ${part.words}; ${part.caption}; ${part.about.credit}, ${licence(part)} -->`]
        : part.html.replace(/(<\/?(?:table|div class="callout)[^>]*>)/g, '\n$1\n').split('\n'),
  );
const printSection = ({ id, later, heading, parts, sections }: Section): string[] => [
  `<!-- section ${id}${later ? ' (later)' : ''}: ${heading} -->`,
  ...printParts(parts),
  ...sections.flatMap(printSection),
];
const printText = ({ intro, sections }: Text): string =>
  [...printParts(intro), ...sections.flatMap(printSection)].filter((line) => line !== '').join('\n');

const run = (markdown: string): { name: 'out.html' | 'faults.txt'; result: string } => {
  try {
    const entries = smallEntries({ 'explainers/case.md': FRONT_MATTER + markdown });
    const text = entries.explainers.find(({ id }) => id === 'case')?.text;
    const notes = text?.notes
      .map(
        ({ number, label, html, claimedBy }) =>
          `<!-- note ${number} ${label}${claimedBy ? ` (claimed by ${claimedBy})` : ''}: ${html} -->\n`,
      )
      .join('');
    return {
      name: 'out.html',
      result: `${text ? printText(text) : ''}\n${notes}`,
    };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const faults = error.files.flatMap(({ path: name, messages }) =>
      messages.map(({ line, column, reason }) => `${name}:${line}:${column} ${reason}`),
    );
    return { name: 'faults.txt', result: `${faults.join('\n')}\n` };
  }
};

describe.each(readdirSync(fixtures).filter((name) => !name.startsWith('.')))('%s', (name) => {
  test('comes out as it should', () => {
    const folder = path.join(fixtures, name);
    const { name: file, result } = run(readFileSync(path.join(folder, 'in.md'), 'utf8'));
    const expected = path.join(folder, file);
    if (process.env['UPDATE']) writeFileSync(expected, result);
    expect(existsSync(expected), `${name} should have ${file}; UPDATE=1 writes it`).toBe(true);
    expect(result).toBe(readFileSync(expected, 'utf8'));
  });
});
