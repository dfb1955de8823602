import { beforeAll, describe, expect, test } from 'vitest';
import { compileStory } from '../compiler/compile.ts';
import { readStoryFiles } from '../compiler/folder.ts';
import { assemble } from './assemble.ts';
import type { Body } from './text.ts';
import { changeInWords, isFirst, reasonOf, touchedBy, withSectionChanges } from './changes.ts';
import type { Change, Explainer, Story } from './story.ts';

let story: Story;
let explainer: Explainer;
const link = (address: string) => `/base${address}`;
const change = (touches: Change['touches'], kind: Change['kind'] = 'update'): Change => ({
  id: 'c',
  title: 'A <new> thing',
  day: '1904-08-01',
  kind,
  touches,
  html: '',
});

beforeAll(() => {
  story = assemble(compileStory(readStoryFiles('tests/stories/small'), '/'));
  explainer = story.explainers[0] as Explainer;
});

describe('what a change touches', () => {
  test('is nothing in particular when it is the whole site', () => {
    expect(touchedBy(change('all'), story)).toEqual([]);
  });

  test('is a section, with the page that holds it alone', () => {
    expect(touchedBy(change(['/the-meeting/#an-hour-at-the-inn']), story)).toEqual([
      {
        title: 'The meeting: An hour at the inn',
        address: '/the-meeting/#an-hour-at-the-inn',
        alone: '/the-meeting/an-hour-at-the-inn/',
      },
    ]);
  });

  test('is a section within a section, which stands on the page of the outer one', () => {
    expect(touchedBy(change(['/the-meeting/#the-letter']), story)[0]?.alone).toBe(
      '/the-meeting/an-hour-at-the-inn/#the-letter',
    );
  });

  test('is a page of any kind', () => {
    const touched = touchedBy(
      change(['/glossary/ada-brook/', '/', '/timeline/', '/drafts/toll-pact/article-1/#what-it-says']),
      story,
    );
    expect(touched.map(({ title }) => title)).toEqual([
      'Ada Brook',
      'The Letter and the Bridge',
      'Timeline',
      'No toll: What it says',
    ]);
    expect(touched.map(({ address, alone }) => address === alone)).toEqual([true, true, true, true]);
  });
});

test('a page that was only published is told from one that changed', () => {
  expect(isFirst([change('all', 'new')])).toBe(true);
  expect(isFirst([change('all', 'correction')])).toBe(false);
  expect(isFirst([change('all', 'new'), change('all', 'new')])).toBe(false);
  expect(isFirst([])).toBe(false);
  expect(changeInWords(change('all'))).toBe('Updated 1\u00a0August 1904');
});

describe('a reason', () => {
  const body = (html: string, notes: string[]) =>
    ({ html, notes: notes.map((note) => ({ html: note })) }) as unknown as Body;

  test('without notes stays as it is', () => {
    expect(reasonOf(body('<p>10 m<sup>2</sup></p>', []))).toBe('<p>10 m<sup>2</sup></p>');
  });

  test('names its sources at the end', () => {
    const mark = '<sup class="next"><a href="#note-a" id="ref-a" role="doc-noteref">1</a></sup>';
    expect(reasonOf(body(`<p>It rained.${mark}</p>`, ['<a href="/s/">S</a>, page 2.', 'T']))).toBe(
      '<p>It rained.</p><p>Sources: <a href="/s/">S</a>, page 2; T.</p>',
    );
  });
});

describe('an explainer with its changes', () => {
  test('tells below the heading of a section what changed in it, and nothing below the others', () => {
    const { body } = withSectionChanges(explainer, link);
    expect(body.html.match(/<p class="meta changed">/g)).toHaveLength(1);
    expect(body.html).toContain(
      '</h2><p class="meta changed"><time datetime="1904-07-01">Corrected 1\u00a0July 1904</time>: <a href="/base/changes/#1904-07-01-letter">The letter is told with both hands</a></p>',
    );
  });

  test('still knows where its sections are', () => {
    const inner = { ...explainer, changes: [change(['/the-meeting/#the-letter', '/the-meeting/#what-came-of-it'])] };
    const { body } = withSectionChanges(inner, link);
    expect(body.html.match(/A &#60;new&#62; thing/g)).toHaveLength(2);
    for (const { id, from, to } of body.sections) {
      expect(body.html.slice(from, to)).toMatch(new RegExp(`^<section id="${id}".*</section>$`, 's'));
    }
  });

  test('shows a change of an inner section on the page of the outer one', () => {
    const files = readStoryFiles('tests/stories/small').map((file) =>
      file.path.endsWith('-letter.md')
        ? {
            ...file,
            bytes: Buffer.from(Buffer.from(file.bytes).toString().replace('#an-hour-at-the-inn', '#the-letter')),
          }
        : file,
    );
    const [meeting] = assemble(compileStory(files, '/')).explainers;
    expect(meeting?.sections.map(({ changes }) => changes.length)).toEqual([2, 1]);
  });
});
