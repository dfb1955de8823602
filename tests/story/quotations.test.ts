import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { countWords } from '../../src/story/text.ts';
import { parseWhen } from '../../src/story/dates.ts';
import { cited, entries, sample, type Text } from './texts.ts';

/** A quotation as it was said, or the title of a text: quotations.yaml. */
interface Quotation {
  kind?: 'title';
  words: string;
  by: string;
  date?: string;
  occasion?: string;
  sources: string[];
  /** Names of the translator, one of which the text that uses it gives. */
  translation?: string[];
}

/** Words between quotation marks, where they stand, and what the paragraph around them says and cites. */
interface Use {
  at: string;
  words: string;
  around: string;
  /** Undefined where nothing can be cited: in front matter and inside notes. */
  sources: string[] | undefined;
}

const listed = parse(readFileSync('tests/story/quotations.yaml', 'utf8')) as Quotation[];

const QUOTED = /“([^”]*)”/g;

/** Fewer words are a term or a turn of phrase. */
const FEWEST = 4;
const MOST = 25;

/**
 * The quotations of a text. The full stop or comma before the closing mark belongs to our sentence, not to the
 * speaker's.
 */
function usesIn({ path, fields, passages, notes }: Text): Use[] {
  const find = (at: string, text: string, around: string, sources: Use['sources']) =>
    [...text.matchAll(QUOTED)].map(([, words = '']) => ({ at, words: words.replace(/[.,]$/, ''), around, sources }));
  const found = [
    ...fields.flatMap(({ name, text }) => find(`${path} ${name}`, text, text, undefined)),
    ...[...notes].flatMap(([label, { text }]) => find(`${path} [^${label}]`, text, text, undefined)),
    ...passages.flatMap((passage) => {
      const cites = passage.notes.flatMap(({ label }) => notes.get(label) ?? []);
      const around = [passage.text, ...cites.map(({ text }) => text)].join('\n');
      return find(
        `${path}:${passage.line}`,
        passage.text,
        around,
        cites.flatMap(({ sources }) => sources),
      );
    }),
  ];
  return found.filter(({ words }) => countWords(words) >= FEWEST);
}

/** True when a use is a listed quotation, or a part of it that begins and ends with whole words. */
function isOf({ words }: Use, quotation: Quotation): boolean {
  const from = quotation.words.indexOf(words);
  const around = `${quotation.words[from - 1] ?? ''}${quotation.words[from + words.length] ?? ''}`;
  return from >= 0 && !/[\p{L}\p{N}]/u.test(around) && (quotation.kind !== 'title' || words === quotation.words);
}

function faultsOf(uses: readonly Use[], list: readonly Quotation[]): string[] {
  const faults: string[] = [];
  const used = new Set<Quotation>();
  for (const use of uses) {
    const known = list.filter((quotation) => isOf(use, quotation));
    const backed = known.filter(
      ({ kind, sources }) => kind === 'title' || sources.some((id) => use.sources?.includes(id) ?? true),
    );
    backed.forEach((quotation) => used.add(quotation));
    if (known.length === 0) faults.push(`${use.at} “${use.words}” is not in the list`);
    else if (backed.length === 0) faults.push(`${use.at} “${use.words}” is cited to none of its sources`);
    else if (
      use.sources &&
      !backed.some(({ translation }) => !translation || translation.some((name) => use.around.includes(name)))
    )
      faults.push(`${use.at} “${use.words}” does not name its translation`);
  }
  for (const quotation of list) {
    if (!used.has(quotation)) faults.push(`the list: “${quotation.words}” by ${quotation.by} is not used`);
    if (countWords(quotation.words) > MOST) faults.push(`the list: “${quotation.words}” has more than ${MOST} words`);
  }
  return faults;
}

test('every quotation is in the list letter by letter, cited to its source, and short', () => {
  expect(faultsOf(cited.flatMap(usesIn), listed)).toEqual([]);
});

test('the list says of each who said it, when, on what occasion, and where that was read', () => {
  const known = new Set(entries.sources.map(({ id }) => id));
  for (const { kind, words, by, date, occasion, sources } of listed) {
    expect(by, words).toBeTruthy();
    expect(sources.length, words).toBeGreaterThan(0);
    expect(
      sources.filter((id) => !known.has(id)),
      words,
    ).toEqual([]);
    if (kind === 'title') continue;
    expect(occasion, words).toBeTruthy();
    expect(() => parseWhen(String(date)), words).not.toThrow();
  }
});

test('every quotation mark that opens also closes', () => {
  const marks = cited.flatMap(({ path, passages }) =>
    passages
      .filter(({ text }) => text.replace(QUOTED, '').match(/[“”]/))
      .map(({ line, text }) => `${path}:${line} ${text}`),
  );
  expect(marks).toEqual([]);
});

const NOT_LISTED = 'is not in the list';
const NOT_CITED = 'is cited to none of its sources';
const NOT_USED = 'the list: “That is not on the table” by Him is not used';

test.each([
  ['He said: “That is not on the table.”[^a]', []],
  ['“That is not on,” he said, “the table.”[^a]', []],
  ['He said: “That isn’t on the table.”[^a]', [`“That isn’t on the table” ${NOT_LISTED}`, NOT_USED]],
  ['He said: “at is not on the tab”.[^a]', [`“at is not on the tab” ${NOT_LISTED}`, NOT_USED]],
  ['He said: “That is not on the table.”[^b]', [`“That is not on the table” ${NOT_CITED}`, NOT_USED]],
])('%s', (markdown, faults) => {
  const uses = usesIn(
    sample(`${markdown}\n\n[^a]: [Paper](../sources/paper.md).\n[^b]: [Other](../sources/other.md).`),
  );
  const list = [{ words: 'That is not on the table', by: 'Him', sources: ['paper'] }];
  expect(faultsOf(uses, list).map((fault) => fault.replace(/^\S+:\d+ /, ''))).toEqual(faults);
});

test('a translation is named, and no quotation is long', () => {
  const use = { at: 'here', words: 'We must have a result', around: 'in translation', sources: ['paper'] };
  const said = { words: 'We must have a result', by: 'Him', sources: ['paper'] };
  expect(faultsOf([use], [{ ...said, translation: ['TASS'] }])).toEqual([
    'here “We must have a result” does not name its translation',
  ]);
  expect(faultsOf([{ ...use, around: 'in TASS’s translation' }], [{ ...said, translation: ['TASS'] }])).toEqual([]);
  const long = 'We must have a result '.repeat(6).trim();
  expect(faultsOf([{ ...use, words: long }], [{ ...said, words: long }])).toEqual([
    `the list: “${long}” has more than 25 words`,
  ]);
});
