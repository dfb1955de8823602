import type { Target } from '../story/addresses.ts';
import type { Entries } from '../story/entries.ts';
import { hint } from '../story/nearest.ts';
import type { Fields } from '../story/schema.ts';
import type { Report } from './checking.ts';

/** Checks the documents, their articles and paragraphs, and the demands made of these. */
export function checkDrafts(entries: Entries, parties: ReadonlySet<string>, at: Report): void {
  for (const entry of entries.articles) checkArticle(entry, entries, at);
  for (const entry of entries.demands) checkDemand(entry, entries, parties, at);
}

function checkArticle({ id, data, text }: Entries['articles'][number], { drafts, demands }: Entries, at: Report): void {
  const target: Target = { collection: 'articles', id };
  const [draftId = '', name = ''] = id.split('/');
  const draft = drafts.find((one) => one.id === draftId);
  if (!draft) at(target, [], `belongs to drafts/${draftId}.md, which does not exist`);
  const expected = data.number === undefined ? 'preamble' : `article-${data.number}`;
  if (name !== expected)
    at(
      target,
      ['number'],
      data.number === undefined
        ? 'number: is missing; only preamble.md has none'
        : `number: the file name says otherwise; article ${data.number} is article-${data.number}.md`,
    );
  const bound = Object.keys(draft?.data.bound ?? {});
  const checkBinds = (binds: readonly string[], path: readonly PropertyKey[]) => {
    for (const one of binds)
      if (draft && !bound.includes(one))
        at(target, path, `${path.join('.')}: drafts/${draftId}.md has no “${one}” in bound${hint(one, bound)}`);
  };
  const paragraphs = Object.keys(data.paragraphs);
  const sections = text.sections.map((section) => section.id);
  if (paragraphs.length > 0 && data.binds.length > 0)
    at(target, ['binds'], 'binds: this article has paragraphs; say with each whom it binds');
  checkBinds(data.binds, ['binds']);
  for (const [paragraph, { binds, demand: belongs }] of Object.entries(data.paragraphs)) {
    const path = ['paragraphs', paragraph];
    const demand = demands.find((one) => one.id === belongs?.id);
    if (demand && !demand.data.paragraphs.some((clause) => clause.id === id && clause.section === paragraph))
      at(
        target,
        [...path, 'demand'],
        `paragraphs.${paragraph}.demand: demands/${demand.id}.md does not name this paragraph; add ${id}#${paragraph} there`,
      );
    if (!sections.includes(paragraph))
      at(
        target,
        path,
        `paragraphs.${paragraph}: the text has no section with this address${hint(paragraph, sections)}`,
      );
    checkBinds(binds, [...path, 'binds']);
  }
  checkAnswer(data.answer, target, ['answer'], at);
}

function checkDemand(
  { id, data }: Entries['demands'][number],
  { articles }: Entries,
  parties: ReadonlySet<string>,
  at: Report,
): void {
  const target: Target = { collection: 'demands', id };
  for (const [party, position] of Object.entries(data.positions)) {
    const path = ['positions', party];
    if (!parties.has(party))
      at(target, path, `${path.join('.')}: story.yaml names no party “${party}”${hint(party, parties)}`);
    checkAnswer(position, target, path, at);
  }
  data.paragraphs.forEach((clause, place) => {
    const article = articles.find((one) => one.id === clause.id);
    if (!article) return;
    const paragraphs = Object.keys(article.data.paragraphs);
    const path = ['paragraphs', place];
    const name = `paragraphs.${place}: drafts/${clause.id}.md`;
    if (clause.section === undefined && paragraphs.length > 0)
      at(target, path, `${name} has paragraphs; name one of them, such as ${clause.id}#${paragraphs[0]}`);
    if (clause.section !== undefined && !paragraphs.includes(clause.section))
      at(target, path, `${name} has no paragraph “${clause.section}”${hint(clause.section, paragraphs)}`);
  });
}

type Answer = Pick<Fields<'articles'>['answer'], 'status' | 'date' | 'by' | 'sources'>;

/** An answer says when, by whom and where; one that is not known says nothing of that. */
function checkAnswer(
  answer: Answer & { then?: Answer | undefined },
  target: Target,
  path: readonly PropertyKey[],
  at: Report,
): void {
  const { status, date, by, sources, then } = answer;
  const report = (field: string, reason: string) =>
    at(target, [...path, field], `${[...path, field].join('.')}: ${reason}`);
  if (status === 'none-found') {
    if (date) report('date', 'an answer that is not known has no date');
    if (by !== undefined) report('by', 'an answer that is not known was given by nobody');
  } else {
    if (!date) report('date', 'the day of the answer is missing');
    if (by === undefined) report('by', 'who gave the answer is missing');
    if (sources.length === 0) report('sources', 'an answer needs its sources');
  }
  if (then) checkAnswer(then, target, [...path, 'then'], at);
}
