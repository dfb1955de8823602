import { z } from 'astro/zod';
import { sourcesData } from './csl.ts';
import { FIELDS } from './data-fields.ts';
import { versionOf } from './data-version.ts';
import type { DATA_SETS, Absolute } from '../story/addresses.ts';
import { machineDate, type When } from '../story/dates.ts';
import { markdownAddress } from './markdown-copy.ts';
import { dataSets, directory, nameOf, ownPagesOf, type SitePage } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import { CHANGE_KINDS, datesPages, TERM_KINDS } from '../story/kinds.ts';
import { answerTo, plainWordsOf } from '../story/lineup.ts';
import type { Answer, Change, Paragraph, Story } from '../story/story.ts';

/**
 * The files of `/data/` by name without `.json`: each set of data that the story has something for (`timeline`), and
 * its JSON Schema, draft 2020-12 (`timeline.schema`). All addresses in them are whole, as `absolute` makes them.
 */
export function dataFiles(story: Story, absolute: Absolute): Record<string, unknown> {
  const files: Record<DataSet, { schema: z.ZodType; data: object }> = {
    timeline: { schema: timelineShape(), data: timelineData(story, absolute) },
    glossary: { schema: glossaryShape(), data: glossaryData(story, absolute) },
    drafts: { schema: draftsShape(), data: draftsData(story, absolute) },
    addresses: { schema: addressesShape(), data: addressesData(story, absolute) },
    sources: sourcesData(story, absolute),
  };
  return Object.fromEntries(
    dataSets(story).flatMap((name) => {
      const { schema, data } = files[name];
      return [
        [name, 'version' in data ? { ...data, version: versionOf(data) } : data],
        [
          `${name}.schema`,
          { $id: absolute(`/data/${name}.schema.json`), ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) },
        ],
      ];
    }),
  );
}

type DataSet = (typeof DATA_SETS)[number];

/** The data of which a schema is the shape. */
type DataOf<Shape extends () => z.ZodType> = z.input<ReturnType<Shape>>;

/** What every file begins with. */
const HEAD = {
  $schema: z.url(),
  title: z.string(),
  site: z.url().describe(FIELDS.head.site),
  license: z.url().optional().describe(FIELDS.head.licence),
  publisher: z.string().describe(FIELDS.head.publisher),
  version: z.string().describe(FIELDS.head.version),
  changed: z.string().optional().describe(FIELDS.head.changed),
};

/** What everything with a page of its own begins with. */
const OWN_PAGE = {
  id: z.string().describe(FIELDS.id),
  address: z.url().describe(FIELDS.address),
};

const DATE = z
  .strictObject({
    edtf: z.string().describe(FIELDS.date.edtf),
    start: z.string().describe(FIELDS.date.start),
    end: z.string().optional().describe(FIELDS.date.end),
    approximate: z.literal(true).optional().describe(FIELDS.date.approximate),
    words: z.string().describe(FIELDS.date.words),
  })
  .describe(FIELDS.date.meaning);

function timelineShape() {
  const { timeline } = FIELDS;
  const event = z.strictObject({
    ...OWN_PAGE,
    title: z.string(),
    date: DATE,
    place: z.string(),
    strand: z.string().optional().describe(timeline.strand),
    actors: z.array(z.url()).describe(timeline.actors),
    brief: z.string().describe(timeline.brief),
    later: z.boolean().describe(timeline.later),
    sources: z.array(z.url()).describe(timeline.sources),
  });
  const strand = z.strictObject({ id: z.string(), name: z.string(), brief: z.string() });
  return z
    .strictObject({
      ...HEAD,
      strands: z.array(strand).describe(timeline.strands),
      events: z.array(event).describe(timeline.events),
    })
    .describe(timeline.meaning);
}

function timelineData(story: Story, absolute: Absolute): DataOf<typeof timelineShape> {
  return {
    ...headOf('timeline', story, absolute),
    strands: story.strands,
    events: story.events.map((event) => ({
      id: event.id,
      address: absolute(event.address),
      title: event.title,
      date: { ...dateOf(event.date), words: event.when },
      place: event.place,
      strand: event.strand?.id,
      actors: event.actors.map((actor) => absolute(actor.address)),
      brief: event.brief,
      later: event.later,
      sources: event.cited.map((source) => absolute(source.address)),
    })),
  };
}

function glossaryShape() {
  const { glossary } = FIELDS;
  const office = z.strictObject({
    title: z.string(),
    from: z.string().optional(),
    until: z.string().optional(),
    source: z.url(),
  });
  const entry = z.strictObject({
    ...OWN_PAGE,
    title: z.string(),
    kind: z.enum(TERM_KINDS),
    aliases: z.array(z.string()).describe(glossary.aliases),
    native: z.strictObject({ text: z.string(), lang: z.string() }).optional().describe(glossary.native),
    definition: z.string(),
    offices: z.array(office).describe(glossary.offices),
    events: z.array(z.url()).describe(glossary.events),
  });
  return z.strictObject({ ...HEAD, entries: z.array(entry) }).describe(glossary.meaning);
}

function glossaryData(story: Story, absolute: Absolute): DataOf<typeof glossaryShape> {
  return {
    ...headOf('glossary', story, absolute),
    entries: story.terms.map((term) => ({
      id: term.id,
      address: absolute(term.address),
      title: term.title,
      kind: term.kind,
      aliases: term.aliases,
      native: term.native,
      definition: term.definition,
      offices: term.offices.map(({ title, from, until, source }) => ({
        title,
        from: from?.edtf,
        until: until?.edtf,
        source: absolute(source.address),
      })),
      events: term.events.map((event) => absolute(event.address)),
    })),
  };
}

const ANSWER = z
  .strictObject({
    status: z.string().describe(FIELDS.drafts.answer.status),
    by: z.string().optional().describe(FIELDS.drafts.answer.by),
    date: z.string().optional().describe(FIELDS.drafts.answer.date),
    text: z.string(),
    sources: z.array(z.url()),
  })
  .describe(FIELDS.drafts.answer.meaning);

function draftsShape() {
  const { drafts } = FIELDS;
  const paragraph = z.strictObject({
    ...OWN_PAGE,
    binds: z.array(z.string()).describe(drafts.binds),
    demand: z.url().optional().describe(drafts.demand),
    words: z.array(z.string()).describe(drafts.words),
    language: z.string().describe(drafts.language),
    plain: z.string().describe(drafts.plain),
    answer: ANSWER.optional(),
  });
  const article = z.strictObject({
    ...OWN_PAGE,
    number: z.number().int().optional().describe(drafts.number),
    title: z.string().describe(drafts.ownTitle),
    brief: z.string().describe(drafts.brief),
    answer: ANSWER,
    paragraphs: z.array(paragraph),
  });
  const document = z.strictObject({
    ...OWN_PAGE,
    title: z.string().describe(drafts.title),
    officialTitle: z.string().describe(drafts.officialTitle),
    date: z.string().describe(drafts.date),
    source: z.url(),
    articles: z.array(article),
  });
  return z.strictObject({ ...HEAD, documents: z.array(document) }).describe(drafts.meaning);
}

function draftsData(story: Story, absolute: Absolute): DataOf<typeof draftsShape> {
  const answerOf = ({ word, by, date, text, sources }: Answer): z.input<typeof ANSWER> => ({
    status: word,
    by,
    date: date?.edtf,
    text,
    sources: sources.map((source) => absolute(source.address)),
  });
  const answerOfParagraph = (paragraph: Paragraph) => {
    const answer = answerTo(paragraph);
    return answer && answerOf(answer);
  };
  return {
    ...headOf('drafts', story, absolute),
    documents: story.drafts.map((draft) => ({
      id: draft.id,
      address: absolute(draft.address),
      title: draft.title,
      officialTitle: draft.officialTitle,
      date: draft.date.edtf,
      source: absolute(draft.source.address),
      articles: draft.articles.map((article) => ({
        id: article.id,
        address: absolute(article.address),
        number: article.number,
        title: article.title,
        brief: article.brief,
        answer: answerOf(article.answer),
        paragraphs: article.paragraphs.map((paragraph) => ({
          id: paragraph.id,
          address: absolute(paragraph.address),
          binds: paragraph.binds.map(({ name }) => name),
          demand: paragraph.demand && absolute(paragraph.demand.address),
          words: paragraph.words,
          language: paragraph.language,
          plain: plainWordsOf(paragraph).join(' '),
          answer: answerOfParagraph(paragraph),
        })),
      })),
    })),
  };
}

function addressesShape() {
  const { addresses } = FIELDS;
  const section = z.strictObject({
    id: z.string(),
    title: z.string(),
    fragment: z.url().describe(addresses.fragment),
    page: z.url().describe(addresses.page),
  });
  const page = z.strictObject({
    address: z.url(),
    title: z.string(),
    kind: z.string().describe(addresses.kind),
    changed: z.string().optional().describe(addresses.changed),
    change: z.enum(CHANGE_KINDS).optional().describe(addresses.change),
    markdown: z.url().optional().describe(addresses.markdown),
    sections: z.array(section).optional().describe(addresses.sections),
  });
  return z.strictObject({ ...HEAD, pages: z.array(page) }).describe(addresses.meaning);
}

function addressesData(story: Story, absolute: Absolute): DataOf<typeof addressesShape> {
  const pages = directory(story).filter(({ kind }) => !kindOf(kind).unlisted);
  return {
    ...headOf('addresses', story, absolute),
    pages: pages.map((listed) => ({
      address: absolute(listed.address),
      title: listed.title,
      kind: listed.kind,
      ...lastOf(listed.changes),
      ...markdownOfPage(listed, absolute),
      ...sectionsOfPage(listed, absolute),
    })),
  };
}

/** The parts of a page that have a page of their own. */
function sectionsOfPage(page: SitePage, absolute: Absolute) {
  const own = ownPagesOf(page);
  if (own.length === 0) return {};
  return {
    sections: own.map((section) => ({
      id: section.id,
      title: section.title,
      fragment: absolute(`${page.address}#${section.id}`),
      page: absolute(section.address),
    })),
  };
}

function markdownOfPage(page: SitePage, absolute: Absolute): { markdown?: string } {
  const address = markdownAddress(page);
  return address === undefined ? {} : { markdown: absolute(address) };
}

function headOf(name: Exclude<DataSet, 'sources'>, story: Story, absolute: Absolute) {
  const title = name === 'addresses' ? FIELDS.addresses.title : nameOf(name, story.words);
  return {
    $schema: absolute(`/data/${name}.schema.json`),
    title: `${title} · ${story.title}`,
    site: absolute('/'),
    license: story.licence?.address,
    publisher: story.publisher.name,
    // Made of the rest of the file, when that is whole.
    version: '',
    changed: story.changes.find(datesPages)?.day,
  };
}

function lastOf([last]: readonly Change[]): { changed?: string; change?: Change['kind'] } {
  return last ? { changed: last.day, change: last.kind } : {};
}

function dateOf({ edtf, from, to }: When) {
  const vague = [from, to].some((point) => point?.approximate || point?.uncertain);
  return {
    edtf,
    start: machineDate(from),
    ...(to && { end: machineDate(to) }),
    ...(vague && { approximate: true as const }),
  };
}
