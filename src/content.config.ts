/**
 * The shape of every content file: the writer's manual. Each field says what goes in. Unknown fields are faults.
 * Text is plain text without Markdown. Dates are EDTF: `2024`, `2024-05`, `2024-05-17`, `2024-04-13~` (about),
 * `2024-05-08/2024-05-26`, `2024-05-17T15:35-04:00`. An id is a file's name without `.md`.
 */
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { storyLoader } from './markdown/loader.ts';
import { idOf, language, line, partyId, timeZone, webAddress, when, words } from './story/fields.ts';
import { ANSWERS, CHANGE_KINDS, PARTY_COLOURS, READ, SOURCE_TYPES, TERM_KINDS } from './story/kinds.ts';

/** How a party answered: to an article, or to a demand. */
const answer = {
  /** One of the answers of story/kinds.ts; `none-found` when no public answer was found. */
  status: z.enum(ANSWERS),
  /** The day of the statement that decides it; left out with `none-found`. */
  date: when.optional(),
};

/**
 * Sections that got another heading or went elsewhere: the old id, and where it is now, an id of this file or
 * `explainers/page.md#id`. The old link then still lands. Whole files that moved stand in `moved.yaml`, old path to new.
 */
const moved = z.record(z.string(), z.string()).default({});

export const schemas = {
  /** `story.yaml`: what the whole site is about. */
  story: z.strictObject({
    /** The name of the site. */
    title: line,
    /** What follows the name on the front page. */
    tagline: words(14),
    /** What a search engine or a shared link shows for the front page. */
    description: words(30),
    /** The language of the texts, as a BCP 47 tag. */
    language,
    /** The id of the event that everything turns on: what lies after it is hindsight. */
    moment: idOf('timeline'),
    /** Places whose clock is told when a clock time is known. `zone` is an IANA time zone. */
    clocks: z.array(z.strictObject({ place: line, zone: timeZone })).default([]),
    /** The threads that events belong to. */
    strands: z.array(z.strictObject({ id: z.string(), name: line, brief: words(15) })).min(1),
    /** The sides of the story. `short` fits a table head, `term` is their glossary entry, `colour` their colour on the site. */
    parties: z
      .array(z.strictObject({ id: z.string(), name: line, short: line, term: idOf('glossary'), colour: z.enum(PARTY_COLOURS) }))
      .min(1),
  }),

  /** `explainers/`: a page that answers one question. */
  explainers: z.strictObject({
    /** The heading of the page. */
    title: words(12),
    /** The question that the page answers, as a reader would ask it. */
    question: words(30),
    /** The answer, in at most 60 words. */
    brief: words(60),
    /** Its place among the explainers, from 1. */
    order: z.number().int().positive(),
    /** True when the whole page tells what came after the key moment. */
    later: z.boolean().default(false),
    moved,
  }),

  /** `drafts/<draft>.md`: one of the documents whose articles the story explains. */
  drafts: z.strictObject({
    /** Its name on the site. */
    title: words(8),
    /** The title that stands on the document. */
    official_title: line,
    /** Its name in a table head. */
    short: words(3),
    /** Its place among the documents, from 1. */
    order: z.number().int().positive(),
    /** The day it was published. */
    date: when,
    /** Between whom it is. */
    parties: z.array(partyId).min(1),
    /** The document itself. */
    source: idOf('sources'),
    /** What it is, in at most 60 words. */
    brief: words(60),
    moved,
  }),

  /** `drafts/<draft>/article-<n>.md`: one article of a document. */
  articles: z.strictObject({
    /** Our own short title, without the number. */
    title: words(14),
    /** Its number in the document. */
    number: z.number().int().positive(),
    /** The parties on whom it puts a duty. */
    binds: z.array(partyId).min(1),
    /** The demands that it is part of. */
    demands: z.array(idOf('demands')).default([]),
    /** What it would do, in at most 40 words. */
    brief: words(40),
    /** How the other side answered, in at most 40 words. */
    answer: z.strictObject({ ...answer, brief: words(40) }),
    moved,
  }),

  /** `demands/`: one demand, lined up across the documents. */
  demands: z.strictObject({
    /** Its name. */
    title: words(12),
    /** Its place among the demands, from 1. */
    order: z.number().int().positive(),
    /** What was asked, in one sentence. */
    asks: words(35),
    /** The articles that hold it: `us-treaty/article-4`. */
    articles: z.array(idOf('articles')).default([]),
    /** What each party said to it, by the id of the party. */
    positions: z.record(
      z.string(),
      z.strictObject({
        ...answer,
        /** The position in at most 40 words, attributed. */
        text: words(40),
        /** Where it is said; may be empty only with `none-found`. */
        sources: z.array(idOf('sources')).default([]),
      }),
    ),
  }),

  /** `timeline/`: one event. */
  timeline: z.strictObject({
    /** A headline in the present tense. */
    title: words(16),
    /** When it was: never more precise than known. */
    date: when,
    /** Where it was. */
    place: line,
    /** The id of a strand of `story.yaml`. */
    strand: z.string(),
    /** Who acted: ids of glossary entries. */
    actors: z.array(idOf('glossary')).default([]),
    /** What happened, in at most 30 words. */
    brief: words(30),
  }),

  /** `glossary/`: one actor or term. */
  glossary: z.strictObject({
    /** The name as the texts write it. */
    title: line,
    /** What it is. */
    kind: z.enum(TERM_KINDS),
    /** What it is sorted by, if not by its name: `Brook, Ada`. */
    sort: line.optional(),
    /** Other spellings and names. */
    aliases: z.array(line).default([]),
    /** The name in its own script, with the language as a BCP 47 tag. */
    native: z.strictObject({ text: line, lang: language }).optional(),
    /** The party that a person or body speaks for. */
    party: partyId.optional(),
    /** Offices held, with the days they began and ended as far as known, and where that is said. */
    offices: z
      .array(z.strictObject({ title: line, from: when.optional(), until: when.optional(), source: idOf('sources') }))
      .default([]),
    /** What it is, in at most 40 words that stand alone. */
    definition: words(40),
  }),

  /** `sources/`: one source. */
  sources: z.strictObject({
    /** Its title, in its own language. */
    title: line,
    /** Who published it. */
    publisher: line,
    /** When it was published; left out when it bears no date. */
    date: when.optional(),
    /** Where the original stands; left out when it is on no page that could be opened. */
    address: webAddress.optional(),
    /** The page where it was read, if that is another one. */
    copy: webAddress.optional(),
    /** Whose page that is. */
    via: line.optional(),
    /** What kind of source it is: see story/kinds.ts. */
    type: z.enum(SOURCE_TYPES),
    /** The language it is in, as a BCP 47 tag. */
    language,
    /** How much of it was read. */
    read: z.enum(READ),
    /** What exactly was read, or what to be careful about. */
    note: words(40).optional(),
    /** The party whose word it is, for official texts and state media. */
    party: partyId.optional(),
  }),

  /** `pages/`: the words of the front page (`home`), of `about`, and the leads of the index pages. */
  pages: z.strictObject({
    /** The heading of the page. */
    title: words(12),
    /** What a search engine or a shared link shows. */
    description: words(30),
    moved,
  }),

  /** `changes/`: one change after publication; its text says why. */
  changes: z.strictObject({
    /** What changed, in a few words. */
    title: words(16),
    /** The day. */
    date: when,
    /** Whether it was new, an update, or a correction of an error. */
    kind: z.enum(CHANGE_KINDS),
    /** The files it touches, from the story's folder, with a section if it is only one: `explainers/the-call.md#agreed`; or `all`. */
    touches: z.union([z.literal('all'), z.array(line).min(1)]),
  }),
} as const;

export type Schemas = typeof schemas;
/** The front matter of a collection as written and checked. */
export type Fields<Name extends keyof Schemas> = z.output<Schemas[Name]>;

const collection = <Name extends keyof Schemas>(name: Name) =>
  defineCollection({ loader: storyLoader(name, schemas), schema: schemas[name] });

export const collections = {
  story: collection('story'),
  explainers: collection('explainers'),
  drafts: collection('drafts'),
  articles: collection('articles'),
  demands: collection('demands'),
  timeline: collection('timeline'),
  glossary: collection('glossary'),
  sources: collection('sources'),
  pages: collection('pages'),
  changes: collection('changes'),
};
