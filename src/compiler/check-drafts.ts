import type { Target } from '../story/addresses.ts';
import type { Entries } from '../story/entries.ts';
import { isAfter, type When } from '../story/dates.ts';
import { hint, hintOrAll } from '../story/nearest.ts';
import type { Fields } from '../story/schema.ts';
import type { Report } from './checking.ts';

/** Checks the documents, their articles and paragraphs, and the demands made of these. */
export function checkDrafts(entries: Entries, parties: ReadonlySet<string>, report: Report): void {
  const moment = entries.timeline.find(({ id }) => id === entries.story.moment?.id)?.data.date;
  for (const entry of entries.articles) {
    checkArticle(entry, entries, report);
    checkThen(entry.data.answer, moment, { collection: 'articles', id: entry.id }, ['answer'], report);
  }
  for (const entry of entries.demands) {
    checkDemand(entry, entries, parties, report);
    for (const [party, position] of Object.entries(entry.data.positions))
      checkThen(position, moment, { collection: 'demands', id: entry.id }, ['positions', party], report);
  }
}

function checkArticle(
  { id, data, text }: Entries['articles'][number],
  { drafts, demands }: Entries,
  report: Report,
): void {
  const target: Target = { collection: 'articles', id };
  const [draftId = '', name = ''] = id.split('/');
  const draft = drafts.find((one) => one.id === draftId);
  if (!draft) report(target, [], `belongs to drafts/${draftId}.md, which does not exist`);
  const expected = data.number === undefined ? 'preamble' : `article-${data.number}`;
  if (name !== expected)
    report(
      target,
      ['number'],
      data.number === undefined
        ? 'is missing; only preamble.md has none'
        : `the file name says otherwise; article ${data.number} is article-${data.number}.md`,
    );
  const bound = Object.keys(draft?.data.bound ?? {});
  const checkBinds = (binds: readonly string[], path: readonly PropertyKey[]) => {
    for (const one of binds)
      if (draft && !bound.includes(one))
        report(target, path, `drafts/${draftId}.md has no “${one}” in bound${hintOrAll(one, bound)}`);
  };
  const paragraphs = Object.keys(data.paragraphs);
  const sections = text.sections.map((section) => section.id);
  if (paragraphs.length > 0 && data.binds.length > 0)
    report(target, ['binds'], 'this article has paragraphs; say with each whom it binds');
  checkBinds(data.binds, ['binds']);
  for (const [paragraph, { binds, demand: belongs }] of Object.entries(data.paragraphs)) {
    const path = ['paragraphs', paragraph];
    const demand = demands.find((one) => one.id === belongs?.id);
    const named = demand?.data.paragraphs.flatMap((clause) => (clause.id === id ? [clause.section ?? ''] : []));
    // A paragraph that the demand names and that is none may be this one, and is told of there.
    if (named && !named.includes(paragraph) && named.every((one) => Object.hasOwn(data.paragraphs, one)))
      report(
        target,
        [...path, 'demand'],
        `demands/${belongs?.id}.md does not name this paragraph; add ${id}#${paragraph} there`,
      );
    if (!sections.includes(paragraph))
      report(target, path, `the text has no section with this address${hint(paragraph, sections)}`);
    checkBinds(binds, [...path, 'binds']);
  }
  const stems = new Set(paragraphs.map(stemOf));
  const [unsaid] = sections.filter((one) => one !== stemOf(one) && stems.has(stemOf(one)) && !paragraphs.includes(one));
  if (unsaid !== undefined)
    report(
      target,
      ['paragraphs'],
      `says nothing of ${unsaid}, which the text has; add it, or call that section another`,
    );
  checkAnswer(data.answer, target, ['answer'], report);
}

/** The id of a section without its number, which paragraphs of one article have in common: `paragraph-1`. */
const stemOf = (id: string): string => id.replace(/\d+$/, '');

function checkDemand(
  { id, data }: Entries['demands'][number],
  { articles }: Entries,
  parties: ReadonlySet<string>,
  report: Report,
): void {
  const target: Target = { collection: 'demands', id };
  for (const [party, position] of Object.entries(data.positions)) {
    const path = ['positions', party];
    if (!parties.has(party)) report(target, path, `story.yaml names no party “${party}”${hintOrAll(party, parties)}`);
    checkAnswer(position, target, path, report);
  }
  data.paragraphs.forEach((clause, place) => {
    const article = articles.find((one) => one.id === clause.id);
    if (!article) return;
    const paragraphs = Object.keys(article.data.paragraphs);
    const path = ['paragraphs', place];
    const name = `drafts/${clause.id}.md`;
    if (clause.section === undefined && paragraphs.length > 0)
      report(target, path, `${name} has paragraphs; name one of them, such as ${clause.id}#${paragraphs[0]}`);
    const { section } = clause;
    if (data.paragraphs.slice(0, place).some((one) => one.id === clause.id && one.section === section))
      report(target, path, 'is there already');
    else if (section !== undefined && !paragraphs.includes(section))
      report(target, path, `${name} has no paragraph “${section}”${hint(section, paragraphs)}`);
    else if (section !== undefined && article.data.paragraphs[section]?.demand === undefined)
      report(target, path, `${name} says of ${section} that it belongs to no demand; add demand: ${id} there`);
  });
}

type AnswerFields = Pick<Fields<'articles'>['answer'], 'status' | 'date' | 'by' | 'sources'>;

/** An answer needs its day, its speaker and its sources; an answer with the status `none-found` has none of them. */
function checkAnswer(
  answer: AnswerFields & { then?: AnswerFields | undefined },
  target: Target,
  path: readonly PropertyKey[],
  report: Report,
): void {
  const { status, date, by, sources, then } = answer;
  const reportField = (field: string, reason: string) => report(target, [...path, field], reason);
  if (status === 'none-found') {
    if (date) reportField('date', 'an answer that is not known has no date');
    if (by !== undefined) reportField('by', 'an answer that is not known was given by nobody');
  } else {
    if (!date) reportField('date', 'the day of the answer is missing');
    if (by === undefined) reportField('by', 'who gave the answer is missing');
    if (sources.length === 0) reportField('sources', 'an answer needs its sources');
  }
  if (then) checkAnswer(then, target, [...path, 'then'], report);
}

/** The answer as it was at the key moment cannot have been given after it. */
function checkThen(
  { date, then }: Pick<AnswerFields, 'date'> & { then?: AnswerFields | undefined },
  moment: When | undefined,
  target: Target,
  path: readonly PropertyKey[],
  report: Report,
): void {
  if (!then?.date) return;
  const reportDate = (reason: string) => report(target, [...path, 'then', 'date'], reason);
  if (isAfter(then.date, moment)) reportDate('lies after the key moment, at which this answer was to stand');
  else if (isAfter(then.date, date)) reportDate(`lies after ${date?.edtf}, the day of the answer that took its place`);
}
