import type { Words } from '../words/words.ts';
import { allUsed, byId, byOrder } from './assembling.ts';
import { isAfter } from './dates.ts';
import type { Entries } from './entries.ts';
import { paragraphPage, type MakePage } from './make-page.ts';
import type { Fields } from './schema.ts';
import type { Article, Bound, Clause, Demand, Draft, Event, Paragraph, Party, Answer, Source } from './story.ts';
import type { TitleDocument } from './typography.ts';

/** What the documents take from the rest of the story. */
interface DraftReferences {
  page: MakePage;
  parties: readonly Party[];
  sourceOf: (id: string) => Source;
  words: Words;
  /** The name of the site. */
  site: string;
  titleDocument: TitleDocument;
  moment: Event | undefined;
}

/** The documents with their articles and paragraphs, and the demands that these belong to. */
export function assembleDrafts(entries: Entries, references: DraftReferences): { drafts: Draft[]; demands: Demand[] } {
  const demands = entries.demands.toSorted(byOrder).map((entry) => toDemand(entry, references));
  const drafts = entries.drafts.toSorted(byOrder).map((entry) => toDraft(entry, references));
  const demandOf = byId(demands, 'demand');
  for (const entry of entries.articles) {
    const draft = byId(drafts, 'draft')(entry.id.split('/')[0] ?? '');
    draft.articles.push(toArticle(entry, draft, demandOf, references));
  }
  for (const { articles } of drafts) articles.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));

  const articleOf = byId(
    drafts.flatMap(({ articles }) => articles),
    'article',
  );
  for (const { id, data } of entries.demands)
    demandOf(id).clauses.push(
      ...data.paragraphs.map((target): Clause => {
        const article = articleOf(target.id);
        return target.section === undefined ? article : byId(article.paragraphs, 'paragraph')(target.section);
      }),
    );
  for (const demand of demands)
    for (const article of new Set(demand.clauses.map((clause) => ('article' in clause ? clause.article : clause))))
      article.demands.push(demand);
  return { drafts, demands };
}

function toDemand(entry: Entries['demands'][number], references: DraftReferences): Demand {
  const { page, parties, words } = references;
  const { title: _title, order: _order, also: _also, asks, paragraphs: _clauses, positions, ...rest } = entry.data;
  allUsed(rest);
  return {
    ...page('demands', entry, asks, words.pageKinds.demand.name),
    asks,
    clauses: [],
    positions: parties.flatMap((party) => {
      const position = Object.hasOwn(positions, party.id) ? positions[party.id] : undefined;
      return position ? [{ ...toAnswer(position, (one) => one.text, references), party }] : [];
    }),
  };
}

function toDraft(entry: Entries['drafts'][number], references: DraftReferences): Draft {
  const { page, parties, sourceOf, words, moment } = references;
  const { title: _title, order: _order, moved: _moved, also: _also, official_title, ...data } = entry.data;
  const { short, date, bound, force, source, brief, ...rest } = data;
  allUsed(rest);
  return {
    ...page('drafts', entry, brief, words.pageKinds.draft.name),
    later: isAfter(date, moment?.date),
    officialTitle: official_title,
    short,
    date,
    bound: Object.entries(bound).map(([id, { name, party, ...more }]) => {
      allUsed(more);
      return { id, name, party: byId(parties, 'party')(party.party) };
    }),
    force,
    source: sourceOf(source.id),
    brief,
    articles: [],
  };
}

function toArticle(
  entry: Entries['articles'][number],
  draft: Draft,
  demandOf: (id: string) => Demand,
  references: DraftReferences,
): Article {
  const { page, sourceOf, words, site, titleDocument } = references;
  const { title: _title, number, brief, paragraphs, binds, answer, ...data } = entry.data;
  const { moved: _moved, also: _also, ...rest } = data;
  allUsed(rest);
  const name = words.drafts.article(number);
  const boundOf = byId(draft.bound, 'bound');
  const article: Article = {
    ...page('articles', entry, brief, words.drafts.articleOf(number, draft.short)),
    later: draft.later,
    number,
    draft,
    paragraphs: [],
    binds: [],
    demands: [],
    brief,
    answer: toAnswer(answer, (one) => one.brief, references),
  };
  article.paragraphs = article.text.sections.flatMap((section): Paragraph[] => {
    const paragraph = Object.hasOwn(paragraphs, section.id) ? paragraphs[section.id] : undefined;
    if (!paragraph) return [];
    const { binds: bound, demand, words: operative, language, source, ...more } = paragraph;
    allUsed(more);
    const pageTitle = words.drafts.paragraphOf(name, section.title);
    section.paragraph = {
      ...paragraphPage(article, section, { title: pageTitle, site, titleDocument }),
      article,
      binds: bound.map(boundOf),
      demand: demand && demandOf(demand.id),
      words: operative,
      language,
      source: sourceOf(source.id),
    };
    return [section.paragraph];
  });
  const all = new Set<Bound>([...binds.map(boundOf), ...article.paragraphs.flatMap((one) => one.binds)]);
  article.binds = draft.bound.filter((one) => all.has(one));
  return article;
}

/** An answer as it is in front matter, without its text. */
type AnswerFields = Omit<Fields<'articles'>['answer'], 'brief' | 'then'>;

/** An answer as pages show it, with the answer at the key moment where that was a different one. */
function toAnswer<One extends AnswerFields>(
  answer: One & { then?: One | undefined },
  textOf: (one: One) => string,
  { sourceOf, moment, words }: DraftReferences,
): Answer {
  const read = (one: One): Answer => {
    const { status, date, by, sources, ...rest }: AnswerFields = one;
    allUsed(rest);
    return {
      status,
      word: words.kinds.answers[status],
      date,
      by,
      text: textOf(one),
      sources: sources.map(({ id }) => sourceOf(id)),
      then: undefined,
      later: date !== undefined && isAfter(date, moment?.date),
    };
  };
  const now = read(answer);
  const notYet = {
    status: 'none-found',
    word: words.answers.notYet,
    date: undefined,
    by: undefined,
    text: '',
  } as const;
  const then = answer.then
    ? read(answer.then)
    : now.later
      ? { ...now, ...notYet, sources: [], later: false }
      : undefined;
  return { ...now, then };
}
