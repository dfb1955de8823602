import { describe, expect, test } from 'vitest';
import { wordsOf } from '../words/words.ts';
import { answerTo, between, lineUp, partiesByAnswer } from './lineup.ts';
import type { Article, Demand, Draft, Paragraph, Party, Answer } from './story.ts';

const party = (id: string) => ({ id, name: id }) as Party;
const [asker, one, other, bystander] = [party('asker'), party('one'), party('other'), party('bystander')];
const draft = (id: string, bound: Party[]) =>
  ({ id, articles: [] as Article[], bound: bound.map((one) => ({ id: one.id, party: one })) }) as unknown as Draft;
const [left, right] = [draft('left', [asker, one]), draft('right', [asker, other])];
const article = (of: Draft, number: number): Article => {
  const id = `${of.id}/article-${number}`;
  const made = { id, number, draft: of, paragraphs: [], title: `${of.id} ${number}` } as unknown as Article;
  of.articles.push(made);
  return made;
};
const demand = (id: string, articles: Article[]) =>
  ({
    id,
    title: id,
    clauses: articles,
    positions: [one, other, bystander].map((who) => ({ party: who })),
  }) as unknown as Demand;

const both = [article(left, 1), article(right, 1)];
const alone = article(left, 2);
const none = article(right, 2);
const rows = lineUp({
  demands: [demand('shared', both), demand('lone', [alone]), demand('form', [])],
  drafts: [left, right],
  parties: [asker, one, other, bystander],
});
const shown = rows.map(({ id, cells, answers }) => [
  id,
  cells.map(({ clauses }) => clauses.map((clause) => (clause as Article).number)),
  answers.map(({ party: { id: who } }) => who),
]);

test('articles are opposite each other, and what one document lacks is a gap', () => {
  expect(shown[0]).toEqual(['shared', [[1], [1]], ['one', 'other']]);
  expect(shown[1]).toEqual(['lone', [[2], []], ['one', 'other']]);
});

test('a demand in no article keeps the answers of those whom the documents would bind', () =>
  expect(shown[2]).toEqual(['form', [[], []], ['one', 'other']]));

test('an article of no demand has a row of its own', () => {
  expect(shown[3]).toEqual(['right-article-2', [[], [2]], []]);
  expect(rows[3]?.title).toBe(none.title);
});

describe('the answer to a paragraph', () => {
  const answered = { status: 'stated' } as Answer;
  const asked = (id: string) => ({ ...demand(id, []), positions: [{ party: one, status: 'rejected' }] }) as Demand;
  /** An article of the left document with a paragraph for each demand. */
  const paragraphs = (answer: Answer, demands: (Demand | undefined)[]): Paragraph[] => {
    const of = { draft: left, answer, paragraphs: [] as Paragraph[] } as unknown as Article;
    of.paragraphs = demands.map((belongs) => ({ article: of, demand: belongs }) as Paragraph);
    return of.paragraphs;
  };
  const answers = (answer: Answer, demands: (Demand | undefined)[]) =>
    paragraphs(answer, demands).map((paragraph) => answerTo(paragraph)?.status);

  test('is that of the article, whose paragraphs all belong to one demand', () => {
    const shared = asked('a');
    expect(answers(answered, [shared, shared])).toEqual(['stated', 'stated']);
  });

  test('is what the party that the document would bind said to its demand, where there are several', () =>
    expect(answers(answered, [asked('a'), asked('b')])).toEqual(['rejected', 'rejected']));

  test('is unknown where only the other paragraphs of the article were answered', () =>
    expect(answers(answered, [asked('a'), undefined])).toEqual(['stated', undefined]));

  test('is that of the article where nothing in it belongs to a demand, or where it drew none', () => {
    expect(answers(answered, [undefined])).toEqual(['stated']);
    expect(answers({ status: 'none-found', then: undefined } as Answer, [asked('a')])).toEqual(['none-found']);
  });

  test('is not that of a party which the document does not bind', () => {
    const elsewhere = {
      ...demand('c', []),
      positions: [{ party: bystander, status: 'rejected' }],
    } as unknown as Demand;
    expect(answers(answered, [elsewhere, asked('a')])).toEqual([undefined, 'rejected']);
  });
});

test('a party without a position on any demand is not left out in silence, unless it is the one that asks', () => {
  const parties = [asker, one, other, bystander, party('fifth')];
  const demands = [demand('lone', [alone])];
  const drafts = [{ ...left, source: { publisher: { voice: asker } } } as Draft];
  const ids = ({ answering, silent }: ReturnType<typeof partiesByAnswer>) =>
    [answering, silent].map((some) => some.map(({ id }) => id));
  expect(ids(partiesByAnswer({ demands, drafts, parties }))).toEqual([['one', 'other', 'bystander'], ['fifth']]);
  expect(ids(partiesByAnswer({ demands: [], drafts: [], parties: [one] }))).toEqual([[], ['one']]);
});

test('a document is between those whom it binds, and one that binds nobody is between nobody', () => {
  const named = { ...left, bound: left.bound.map((one) => ({ ...one, name: one.party.id })) };
  expect(between(named, wordsOf('en'))).toEqual(['Between asker and one']);
  expect(between({ ...named, bound: [] }, wordsOf('en'))).toEqual([]);
});
