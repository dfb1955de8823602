import type { Words } from '../words/words.ts';
import { dayInWords } from './dates.ts';
import type { Bound, Clause, Demand, Draft, Paragraph, Party, Position, Answer, ShownSection, Story } from './story.ts';

/** The parties with a position on one of the demands, and those without any that wrote none of the documents. */
export function partiesByAnswer({ demands, drafts, parties }: Pick<Story, 'demands' | 'drafts' | 'parties'>): {
  answering: Party[];
  silent: Party[];
} {
  const ids = new Set(demands.flatMap(({ positions }) => positions.map(({ party }) => party.id)));
  const authors = new Set(drafts.map(({ source }) => source.publisher.voice?.id));
  return {
    answering: parties.filter(({ id }) => ids.has(id)),
    silent: parties.filter(({ id }) => !ids.has(id) && !authors.has(id)),
  };
}

/** One row of the documents side by side: what each holds on one matter, and how it was answered. */
export interface LineupRow {
  id: string;
  /** The demand that the row is about; undefined for clauses that belong to none. */
  demand: Demand | undefined;
  title: string;
  /** The clauses of each document, in the order of the documents; an empty list is a gap. */
  cells: { draft: Draft; clauses: Clause[] }[];
  answers: Position[];
}

/** The signatories of a document: the first of each party among those whom it can bind. */
export function signatoriesOf({ bound }: Draft): Bound[] {
  return bound.filter(({ party }, at) => bound.findIndex((one) => one.party.id === party.id) === at);
}

/** Between whom a document is, in words; nothing of one that binds nobody. */
export function between(draft: Draft, { drafts }: Words): string[] {
  const names = signatoriesOf(draft).map(({ name }) => name);
  return names.length > 0 ? [drafts.betweenThem(names)] : [];
}

/** Who wrote a document: the party whose voice its publisher is, or else the publisher. */
export function authorOf({ source: { publisher } }: Draft): string {
  return publisher.voice?.inText ?? publisher.name;
}

/** The section of an article that says a paragraph in plain words. */
export function sectionOf({ id, article }: Paragraph): ShownSection | undefined {
  return article.text.sections.find((section) => section.id === id);
}

/** What a paragraph says in plain words, block after block, without the notes. */
export function plainWordsOf(paragraph: Paragraph): string[] {
  return sectionOf(paragraph)?.lines ?? [];
}

/** The document that a clause is from. */
export function draftOf(clause: Clause): Draft {
  return 'article' in clause ? clause.article.draft : clause.draft;
}

/** An answer, and the party for whom it was given where that is known. */
export type PartyReply = Answer & { party?: Party };

/**
 * What the other side answered to a paragraph. The answer to an article is to all of its paragraphs that belong to a
 * demand; if these belong to several, each has the position on its own demand. Undefined for a paragraph of no demand
 * beside others that have one: the answer was to those.
 */
export function answerTo({ article, demand }: Paragraph): PartyReply | undefined {
  const { answer, draft, paragraphs } = article;
  const demands = new Set(paragraphs.flatMap((one) => one.demand ?? []));
  if (demands.size === 0 || (answer.status === 'none-found' && !answer.then)) return answer;
  if (!demand || demands.size === 1) return demand && answer;
  return demand.positions.find(({ party }) => draft.bound.some((one) => one.party.id === party.id));
}

/** Who gave an answer, for whom, and when; empty if nothing of it is known. */
export function creditOfAnswer({ by, date }: Answer, party: Party | undefined, words: Words): string {
  return [
    // “The United States, in its written reply” says itself for whom.
    by && (party && !by.includes(party.name) ? words.answers.onBehalf(by, party.inText) : by),
    date && dayInWords(date, words),
  ]
    .filter((part) => part !== undefined)
    .join(words.punctuation.comma);
}

/**
 * Lines the documents up by demand, clause against clause; what belongs to no demand comes last, a row for each
 * article. The answers are those of the parties on whom the documents would put duties, apart from the one that asks.
 */
export function lineUp({ demands, drafts, parties }: Pick<Story, 'demands' | 'drafts' | 'parties'>): LineupRow[] {
  const answering = new Set(demands.flatMap(({ positions }) => positions.map(({ party }) => party.id)));
  const bound = new Set(drafts.flatMap((draft) => draft.bound.map(({ party }) => party.id)));
  const answerers = new Set(parties.map(({ id }) => id).filter((id) => answering.has(id) && bound.has(id)));
  const cellsOf = (clauses: readonly Clause[]) =>
    drafts.map((draft) => ({ draft, clauses: clauses.filter((clause) => draftOf(clause) === draft) }));
  const rows = demands.map((demand): LineupRow => ({
    id: demand.id,
    demand,
    title: demand.title,
    cells: cellsOf(demand.clauses),
    answers: demand.positions.filter(({ party }) => answerers.has(party.id)),
  }));
  const lined = new Set(demands.flatMap(({ clauses }) => clauses));
  const rest = drafts.flatMap(({ articles }) =>
    articles.flatMap((article): LineupRow[] => {
      const clauses: Clause[] = article.paragraphs.length > 0 ? article.paragraphs : [article];
      const left = clauses.filter((clause) => !lined.has(clause));
      if (left.length === 0) return [];
      return [
        {
          id: article.id.replace('/', '-'),
          demand: undefined,
          title: article.title,
          // Recitals are read on the page of the preamble; here they would bury the articles.
          cells: cellsOf(article.number === undefined ? [article] : left),
          answers: [],
        },
      ];
    }),
  );
  return [...rows, ...rest];
}
