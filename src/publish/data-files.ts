import { z } from 'astro/zod';
import { sourcesData } from './csl.ts';
import { machineDate, type When } from '../story/dates.ts';
import { markdownAddress } from './markdown-copy.ts';
import { directory, nameOf, type SitePage } from '../story/directory.ts';
import type { Absolute } from './json-ld-things.ts';
import { kindOf } from '../story/page-kinds.ts';
import { CHANGE_KINDS, TERM_KINDS } from '../story/kinds.ts';
import { plainWordsOf } from '../story/lineup.ts';
import type { Change, Reply, Story } from '../story/story.ts';

/**
 * The files of `/data/` by name without `.json`: for each set of data (`timeline`) also its JSON Schema, draft 2020-12
 * (`timeline.schema`). All addresses in them are whole, as `absolute` makes them.
 */
export function dataFiles(story: Story, absolute: Absolute): Record<string, unknown> {
  const files = {
    timeline: { schema: timelineShape, data: timelineData(story, absolute) },
    glossary: { schema: glossaryShape, data: glossaryData(story, absolute) },
    drafts: { schema: draftsShape, data: draftsData(story, absolute) },
    addresses: { schema: addressesShape, data: addressesData(story, absolute) },
    sources: sourcesData(story, absolute),
  };
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, { schema, data }]) => [
      [name, data],
      [
        `${name}.schema`,
        { $id: absolute(`/data/${name}.schema.json`), ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) },
      ],
    ]),
  );
}

const address = z.url().describe('The address of its page on this site');
const id = z.string().describe('Its id, which never changes and is the last part of its address');
const date = z
  .strictObject({
    edtf: z
      .string()
      .describe('The date as it is known, in EDTF (ISO 8601-2): 2024-05, 2024-04-13~, 2024-05-08/2024-05-26'),
    start: z.string().describe('The day, month, year or moment it begins, in ISO 8601'),
    end: z.string().optional().describe('The end of a range'),
    approximate: z.literal(true).optional().describe('Present when the date is about right and no more'),
    words: z.string().describe('The date in English'),
  })
  .describe('A date, never more precise than known');
const head = {
  $schema: z.url(),
  title: z.string(),
  site: z.url().describe('The front page of the site'),
  license: z.url().optional().describe('The licence of the texts; without one all rights are reserved'),
  publisher: z.string().describe('Who publishes the site'),
  version: z.string().optional().describe('The day of the last change'),
};

const timelineShape = z
  .strictObject({
    ...head,
    strands: z
      .array(z.strictObject({ id: z.string(), name: z.string(), brief: z.string() }))
      .describe('The threads that events belong to'),
    events: z
      .array(
        z.strictObject({
          id,
          address,
          title: z.string(),
          date,
          place: z.string(),
          strand: z.string().describe('The id of its strand'),
          actors: z.array(z.url()).describe('The glossary pages of those who acted'),
          brief: z.string().describe('What happened'),
          later: z.boolean().describe('Whether it came after the key moment of the story'),
          sources: z.array(z.url()).describe('The pages of the sources that its text cites'),
        }),
      )
      .describe('In the order of time'),
  })
  .describe('The events of the story');

function timelineData(story: Story, absolute: Absolute): z.input<typeof timelineShape> {
  return {
    ...headOf('timeline', 'Timeline', story, absolute),
    strands: story.strands,
    events: story.events.map((event) => ({
      id: event.id,
      address: absolute(event.address),
      title: event.title,
      date: { ...dateOf(event.date), words: event.when },
      place: event.place,
      strand: event.strand.id,
      actors: event.actors.map((actor) => absolute(actor.address)),
      brief: event.brief,
      later: event.later,
      sources: event.cited.map((source) => absolute(source.address)),
    })),
  };
}

const glossaryShape = z
  .strictObject({
    ...head,
    entries: z.array(
      z.strictObject({
        id,
        address,
        title: z.string(),
        kind: z.enum(TERM_KINDS),
        aliases: z.array(z.string()).describe('Other spellings and names'),
        native: z
          .strictObject({ text: z.string(), lang: z.string() })
          .optional()
          .describe('The name in its own script, with its language'),
        definition: z.string(),
        offices: z
          .array(
            z.strictObject({
              title: z.string(),
              from: z.string().optional(),
              until: z.string().optional(),
              source: z.url(),
            }),
          )
          .describe('Offices held; dates in EDTF'),
        events: z.array(z.url()).describe('The pages of the events that it acted in'),
      }),
    ),
  })
  .describe('The people, organisations, states, places, documents and ideas of the story');

function glossaryData(story: Story, absolute: Absolute): z.input<typeof glossaryShape> {
  return {
    ...headOf('glossary', 'Glossary', story, absolute),
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

const answerShape = z
  .strictObject({
    status: z.string().describe('The answer in a word'),
    by: z.string().optional().describe('Who gave it'),
    date: z.string().optional().describe('The day, in EDTF'),
    text: z.string(),
    sources: z.array(z.url()),
  })
  .describe('What the other side answered');

const draftsShape = z
  .strictObject({
    ...head,
    documents: z.array(
      z.strictObject({
        id,
        address,
        title: z.string().describe('Its name on this site'),
        officialTitle: z.string().describe('The title of the document itself'),
        date: z.string().describe('The day of its publication, in EDTF'),
        source: z.url(),
        articles: z.array(
          z.strictObject({
            id,
            address,
            number: z.number().int().optional().describe('Its number in the document; a preamble has none'),
            title: z.string().describe('Our own short title'),
            brief: z.string().describe('What it would do'),
            answer: answerShape,
            paragraphs: z.array(
              z.strictObject({
                id,
                address,
                binds: z.array(z.string()).describe('Whom it binds; nobody, if empty'),
                demand: z.url().optional().describe('The demand that it belongs to'),
                words: z.array(z.string()).describe('Its operative words, exactly as they are in the document'),
                language: z.string().describe('The language of those words'),
                plain: z.string().describe('What it says, in plain words'),
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .describe('The documents of the story, paragraph by paragraph');

function draftsData(story: Story, absolute: Absolute): z.input<typeof draftsShape> {
  const answerOf = ({ word, by, date, text, sources }: Reply): z.input<typeof answerShape> => ({
    status: word,
    by,
    date: date?.edtf,
    text,
    sources: sources.map((source) => absolute(source.address)),
  });
  return {
    ...headOf('drafts', nameOf('drafts', story.words), story, absolute),
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
        })),
      })),
    })),
  };
}

const addressesShape = z
  .strictObject({
    ...head,
    pages: z.array(
      z.strictObject({
        address: z.url(),
        title: z.string(),
        kind: z.string().describe('What kind of page it is'),
        changed: z.string().optional().describe('The day of its last change'),
        change: z.enum(CHANGE_KINDS).optional().describe('What kind of change that was'),
        markdown: z.url().optional().describe('Its text as Markdown, of explainers and documents'),
        sections: z
          .array(
            z.strictObject({
              id: z.string(),
              title: z.string(),
              fragment: z.url().describe('Where it stands in the whole page'),
              page: z.url().describe('The page that holds it alone'),
            }),
          )
          .optional()
          .describe('The sections of an explainer'),
      }),
    ),
  })
  .describe('Every page of the site');

function addressesData(story: Story, absolute: Absolute): z.input<typeof addressesShape> {
  const pages = directory(story).filter(({ kind }) => !kindOf(kind).unlisted);
  return {
    ...headOf('addresses', 'Addresses', story, absolute),
    pages: pages.map((listed) => ({
      address: absolute(listed.address),
      title: listed.title,
      kind: listed.kind,
      ...lastOf(listed.changes),
      ...markdownOfPage(listed, absolute),
      ...(listed.kind === 'explainer' && {
        sections: listed.item.sections.map((section) => ({
          id: section.id,
          title: section.title,
          fragment: absolute(`${listed.address}#${section.id}`),
          page: absolute(section.address),
        })),
      }),
    })),
  };
}

function markdownOfPage(page: SitePage, absolute: Absolute): { markdown?: string } {
  const address = markdownAddress(page);
  return address === undefined ? {} : { markdown: absolute(address) };
}

function headOf(name: string, title: string, story: Story, absolute: Absolute) {
  return {
    $schema: absolute(`/data/${name}.schema.json`),
    title: `${title} · ${story.title}`,
    site: absolute('/'),
    license: story.licence?.address,
    publisher: story.publisher.name,
    version: story.changes[0]?.day,
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
