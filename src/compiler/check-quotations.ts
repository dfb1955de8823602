import { pathOf } from '../story/addresses.ts';
import type { Entries, Entry } from '../story/entries.ts';
import { nearest } from '../story/nearest.ts';
import { COLLECTIONS } from '../story/page-kinds.ts';
import type { FileWithLines } from './checking.ts';
import type { Quotation } from './context.ts';
import { fault } from './faults.ts';

/** Operative words of a paragraph. */
interface OperativeWords {
  source: string;
  article: string;
  paragraph: string;
  words: string;
}

/**
 * Compares every quotation of a document, in any text, with the operative words of its paragraphs, character for
 * character. A quotation is one of a document if a note of its sentence cites nothing but documents of the story, or
 * if the sentence links a paragraph and has no note that cites only something else. Where the sentence or its note
 * links a paragraph or an article of that document, the words must be there.
 */
export function checkQuotations(entries: Entries, filesByPath: ReadonlyMap<string, FileWithLines>): void {
  const all = entries.articles.flatMap(({ id, data }) =>
    Object.entries(data.paragraphs).flatMap(([paragraph, { words, source }]) =>
      words.map((one): OperativeWords => ({ source: source.id, article: id, paragraph, words: one })),
    ),
  );
  // Only documents whose operative words are in the content can be compared.
  const documents = new Set(all.map(({ source }) => source));
  const titles = new Set(entries.drafts.flatMap(({ data }) => [data.title, data.official_title]));
  for (const collection of COLLECTIONS) {
    for (const { id } of entries[collection] as Entry<unknown>[]) {
      const { file } = filesByPath.get(pathOf({ collection, id })) ?? {};
      for (const quotation of file?.data.quotations ?? []) {
        const cited = documentsQuoted(quotation, documents, all);
        if (!file || !cited || titles.has(quotation.words)) continue;
        const ofDocument = all.filter(({ source }) => cited.includes(source));
        const reason = faultOf(quotation, wordsMeant(quotation, ofDocument), ofDocument);
        if (reason !== undefined) fault(file, reason, { line: quotation.line });
      }
    }
  }
}

/** The sources of the documents that a quotation is from; undefined if it may be of something else. */
function documentsQuoted(
  { notes, borrowed, articles }: Quotation,
  documents: ReadonlySet<string>,
  all: readonly OperativeWords[],
): readonly string[] | undefined {
  const cited = notes.find((sources) => sources.length > 0 && sources.every((one) => documents.has(one)));
  if (cited) return cited;
  const linked = all.filter(({ article, paragraph }) =>
    articles.some(({ id, section }) => id === article && section === paragraph),
  );
  const isMeant = borrowed || notes.some((sources) => sources.some((one) => documents.has(one)));
  return linked.length > 0 && isMeant ? linked.map(({ source }) => source) : undefined;
}

/** The operative words among which a quotation must be: of what its sentence links, or of the whole document. */
function wordsMeant({ articles }: Quotation, ofDocument: readonly OperativeWords[]): readonly OperativeWords[] {
  const linked = ofDocument.filter((one) =>
    articles.some(({ id, section }) => id === one.article && (section === undefined || section === one.paragraph)),
  );
  return linked.length > 0 ? linked : ofDocument;
}

function faultOf(
  { words }: Quotation,
  meant: readonly OperativeWords[],
  ofDocument: readonly OperativeWords[],
): string | undefined {
  const quoted = words.replaceAll('\u00a0', ' ').replace(/[.,;]$/, '');
  if (meant.some((one) => one.words.includes(quoted))) return undefined;
  const elsewhere = ofDocument.find((one) => one.words.includes(quoted));
  if (elsewhere)
    return (
      `the quotation “${words}” is not among the operative words of the paragraph that its sentence ` +
      `or its note names; it stands in drafts/${elsewhere.article}.md, ${elsewhere.paragraph}`
    );
  const candidates = meant.flatMap((one) =>
    windowsOf(one.words, quoted.split(' ').length).map((text) => ({ ...one, text })),
  );
  const near = nearest(
    quoted,
    candidates.map(({ text }) => text),
  );
  const found = candidates.find(({ text }) => text === near);
  const hint = found
    ? `; the nearest is “${found.text}” in drafts/${found.article}.md, ${found.paragraph}`
    : '; quote them exactly, or add them to the words of that paragraph';
  return `the quotation “${words}” is not among the operative words of the document${hint}`;
}

/** All runs of as many words in a text as a quotation has, or of some more or fewer: it may lack or add one. */
function windowsOf(text: string, length: number): string[] {
  const words = text.split(' ');
  const lengths = [0, 1, -1, 2, -2].map((more) => length + more).filter((one) => one > 0);
  return lengths.flatMap((one) =>
    Array.from({ length: Math.max(1, words.length - one + 1) }, (_, at) => words.slice(at, at + one).join(' ')),
  );
}
