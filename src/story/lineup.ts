import type { Article, Demand, Draft, Position, Story } from './story.ts';

/** One row of the documents side by side: what each holds on one matter, and how it was answered. */
export interface LineupRow {
  id: string;
  /** The demand that the row is about; undefined for articles that belong to none. */
  demand: Demand | undefined;
  title: string;
  /** The articles of each document, in the order of the documents; an empty list is a gap. */
  cells: { draft: Draft; articles: Article[] }[];
  answers: Position[];
}

/**
 * Lines the documents up by demand, article against article; articles of no demand come last, each in its own row. The
 * answers are those of the parties on whom the documents would put duties, apart from the one that asks.
 */
export function lineUp({ demands, drafts, parties }: Pick<Story, 'demands' | 'drafts' | 'parties'>): LineupRow[] {
  const answering = new Set(demands.flatMap(({ positions }) => positions.map(({ party }) => party.id)));
  const bound = new Set(drafts.flatMap(({ articles }) => articles.flatMap(({ binds }) => binds.map(({ id }) => id))));
  const answerers = new Set(parties.map(({ id }) => id).filter((id) => answering.has(id) && bound.has(id)));
  const cellsOf = (articles: readonly Article[]) =>
    drafts.map((draft) => ({ draft, articles: articles.filter((article) => article.draft === draft) }));
  const rows = demands.map((demand): LineupRow => ({
    id: demand.id,
    demand,
    title: demand.title,
    cells: cellsOf(demand.articles),
    answers: demand.positions.filter(({ party }) => answerers.has(party.id)),
  }));
  const lined = new Set(demands.flatMap(({ articles }) => articles));
  const rest = drafts.flatMap(({ articles }) => articles).filter((article) => !lined.has(article));
  return [
    ...rows,
    ...rest.map((article): LineupRow => ({
      id: article.id.replace('/', '-'),
      demand: undefined,
      title: article.title,
      cells: cellsOf([article]),
      answers: [],
    })),
  ];
}
