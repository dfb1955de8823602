/**
 * The shape of every content file: the writer's manual. Each field says what goes in. Unknown fields are faults.
 * Text is plain text without Markdown. Dates are EDTF: `2024`, `2024-05`, `2024-05-17`, `2024-04-13~` (about),
 * `2024-05-08/2024-05-26`, `2024-05-17T15:35-04:00`. An id is a file's name without `.md`. Examples are YAML.
 */
import { z } from 'astro/zod';
import { languageFor, languages } from '../words/words.ts';
import {
  contact,
  countryCode,
  distinct,
  figure,
  frame,
  idOf,
  isLanguage,
  language,
  line,
  placeInStory,
  listId,
  ownId,
  paragraphOf,
  partyId,
  position,
  stateCode,
  timeZone,
  webAddress,
  when,
  words,
} from './fields.ts';
import {
  ANSWER_STATUSES,
  CHANGE_KINDS,
  NAMED,
  NATURES,
  PARTY_COLOURS,
  PUBLISHER_KINDS,
  READ_EXTENTS,
  SIDES,
  SOURCE_TYPES,
  TERM_KINDS,
  type PictureKind,
} from './kinds.ts';
import type { Collection } from './page-kinds.ts';

/** How a party answered: to an article, or to a demand. */
const answer = {
  /** How they answered; `none-found` when no public answer is known. */
  status: z.enum(ANSWER_STATUSES),
  /** The day of the statement that decides it; left out with `none-found`. */
  date: when.optional(),
  /** Who said it: a person, with the office if that is not plain. Left out with `none-found`; never who reported it. */
  by: line.optional(),
  /** Where it is said; may be empty only with `none-found`. */
  sources: z.array(idOf('sources')).default([]),
};

/** An answer in words, and how it was on the day of the key moment, if the answer came or changed after it. */
const answerIn = <Key extends string>(text: Record<Key, z.ZodString>) =>
  z.strictObject({ ...answer, ...text, then: z.strictObject({ ...answer, ...text }).optional() });

/**
 * Sections that got another heading or went elsewhere: the old id, and where it is now, an id of this file or
 * `explainers/page.md#id`. The old link then still lands. Whole files that moved are listed in `moved.yaml`, old path
 * to new.
 * @example { what-was-said: what-the-mayor-said, the-end: explainers/the-fall.md#how-it-ended }
 */
const moved = z.record(z.string(), z.string()).default({});

/**
 * What else readers call the page when they search for it: other names, spellings, questions. It is not shown.
 * @example [the toll bridge, who broke the bridge]
 */
const also = z.array(words(12)).default([]);

/** A paragraph of an article. */
const paragraph = {
  /** Whom it binds: ids of `bound` of its document; empty if it binds nobody, as recitals do. */
  binds: z.array(z.string()),
  /** The demand that it belongs to. */
  demand: idOf('demands').optional(),
  /** Its operative words, each exactly as they are in the document; empty where they were not seen. */
  words: z.array(words(40)).default([]),
  /** The language of those words, as a BCP 47 tag. */
  language,
  /** Where they are: the document itself. */
  source: idOf('sources'),
};

/** What every picture has; its text is the caption, in 40 to 120 words with notes. */
const picture = {
  /** The heading above it. */
  title: words(12),
  /** What it shows, in at most 40 words: read to those who cannot see it. */
  brief: words(40),
  /** Its place among the pictures, from 1. */
  order: z.number().int().positive(),
};

const side = z.enum(SIDES);

/** What a map names, and where the name goes. */
const named = {
  name: line,
  /** A place for the middle of the name, where the middle of the land will not do. */
  label: position.optional(),
  /**
   * On which side of the land the name goes; with `label`, on which side of that place, and a line leads to the land.
   */
  side: side.optional(),
  /** Whether it is named on the narrow map too. */
  narrow: z.boolean().default(true),
};

/**
 * A state on a map, by its three digits in ISO 3166-1. Without `label` and `side` its name is near the middle of
 * its land, where it fits; the words below the map name it in any case.
 */
const state = z.strictObject({ code: stateCode, ...named });

/** The schema of each collection, `story.yaml` and `publishers.yaml`; a collection without one does not compile. */
export const schemas = {
  /** `story.yaml`: what the whole site is about. */
  story: z.strictObject({
    /** The name of the site. */
    title: line,
    /** What follows the name on the front page. */
    tagline: words(14),
    /** What a search engine or a shared link shows for the front page. */
    description: words(30),
    /** The language of the texts, as a BCP 47 tag. The site has words of its own in it. */
    language: z
      .string()
      .refine(
        (tag) => isLanguage(tag) && languageFor(tag) !== undefined,
        `is not a language that the site has words in; it has ${languages.join(', ')}. ` +
          'To add one, copy src/words/de.ts and name it in src/words/words.ts',
      ),
    /** The id of the event that everything turns on: what lies after it is hindsight. Left out where nothing is. */
    moment: idOf('timeline').optional(),
    /**
     * Places in whose time clock times are also shown. `zone` is an IANA time zone.
     * @example [{ place: Aldmoor, zone: Europe/London }, { place: Brack, zone: Europe/Warsaw }]
     */
    clocks: z.array(z.strictObject({ place: line, zone: timeZone })).default([]),
    /**
     * The threads that events belong to, if there are several.
     * @example [{ id: talks, name: Talks, brief: What the two towns said to each other }]
     */
    strands: z
      .array(z.strictObject({ id: ownId, name: line, brief: words(15) }))
      .default([])
      .superRefine(distinct('id', 'name')),
    /**
     * The sides of the story. `in_text` is the name within a sentence, where that is longer: `the United States`.
     * `short` fits a table head, `colour` is their colour on the site, `also` are other names. `term` is their entry in
     * the glossary, which must be there: `aldmoor` is `glossary/aldmoor.md`. `npm run new -- term "Aldmoor"` begins it.
     * @example
     * - { id: aldmoor, name: Town of Aldmoor, in_text: the town, short: Aldmoor, term: aldmoor, colour: first }
     * - { id: brack, name: Brack, short: Brack, term: brack, colour: second, also: [Brackers] }
     */
    parties: z
      .array(
        z.strictObject({
          id: ownId,
          name: line,
          in_text: line.optional(),
          short: line,
          term: idOf('glossary'),
          colour: z.enum(PARTY_COLOURS),
          also: z.array(line).default([]),
        }),
      )
      .default([])
      .superRefine(distinct('id', 'name', 'short')),
    /**
     * What the story calls its parts, and the kinds of its glossary entries, where another name says more. `title`
     * stands in the navigation and above the list, `one` with a single one of them; of `glossary`, `sources` and
     * `pictures` nothing shows one.
     * @example { drafts: { title: Rulings, one: Ruling }, region: { title: Towns, one: Town } }
     */
    names: z
      .partialRecord(z.enum(NAMED), z.strictObject({ title: words(4), one: words(4).optional() }))
      .superRefine((names, context) => {
        for (const part of ['glossary', 'sources', 'pictures'] as const)
          if (names[part]?.one !== undefined)
            context.addIssue({ code: 'custom', path: [part, 'one'], message: 'is shown nowhere; take it out' });
      })
      .default({}),
    /**
     * Who publishes the site: named in the foot, in citations, in the feed and for machines.
     * @example { name: The Two Towns Press, address: https://example.org/, contact: mailto:desk@example.org }
     */
    publisher: z.strictObject({
      name: line,
      /** The publisher's own site, if that is another one. */
      address: webAddress.optional(),
      /**
       * Where readers report mistakes: an address of a page, or `mailto:` with an address. Without it none is promised.
       */
      contact: contact.optional(),
    }),
    /**
     * The licence under which the texts may be used; without one all rights are reserved.
     * @example { name: CC BY 4.0, address: https://creativecommons.org/licenses/by/4.0/ }
     */
    licence: z.strictObject({ name: line, address: webAddress }).optional(),
    /**
     * An npm package of fonts, such as those of Fontsource, whose letters cards use where Source Serif has none: it has
     * Latin, Greek and Cyrillic.
     * @example { cards: "@fontsource/noto-naskh-arabic" }
     */
    fonts: z
      .strictObject({ cards: z.string().regex(/^(@[\w.-]+\/)?[\w.-]+$/, 'is not the name of an npm package') })
      .optional(),
    /**
     * Words, names and questions that mean the same to a reader who searches: each finds what the others find. Names of
     * parties and of glossary entries are such without being written here.
     * @example [[toll, fee, charge]]
     */
    synonyms: z.array(z.array(words(5)).min(2)).default([]),
  }),

  /** `publishers.yaml`: everyone who is cited, by an id that sources name. */
  publishers: z.record(
    listId,
    z.strictObject({
      name: line,
      /** What it is. What it publishes carries a claim by itself, or not, by this. */
      kind: z.enum(PUBLISHER_KINDS),
      /** Its country by ISO 3166-1, two capital letters; left out for bodies of many states. */
      country: countryCode.optional(),
      /**
       * The party whose voice it is, for its ministries, town hall or own media: it proves what that party said, and no
       * more.
       */
      voice: partyId.optional(),
    }),
  ),

  /** `explainers/`: a page that answers one question. */
  explainers: z.strictObject({
    /** The heading of the page. */
    title: words(12),
    /** The question that the page answers, as a reader would ask it. */
    question: words(30),
    /** The answer, in at most 60 words. */
    brief: words(60),
    /** The answer as it was on the day of the key moment, where `brief` mentions anything later. */
    brief_then: words(60).optional(),
    /** Its place among the explainers, from 1. */
    order: z.number().int().positive(),
    /** True when the whole page is about what came after the key moment. */
    later: z.boolean().default(false),
    also,
    moved,
  }),

  /** `drafts/<draft>.md`: one of the documents whose articles the story explains. */
  drafts: z.strictObject({
    /** Its name on the site. */
    title: words(8),
    /** The title on the document itself. */
    official_title: line,
    /** Its name in a table head. */
    short: words(3),
    /** Its place among the documents, from 1. */
    order: z.number().int().positive(),
    /** The day it was published. */
    date: when,
    /**
     * Everyone whom one of its paragraphs can bind, by an id: the name in the text, and the party whose side that is.
     * @example { ferrymen: { name: the ferrymen of Brack, party: brack } }
     */
    bound: z.record(ownId, z.strictObject({ name: line, party: partyId })),
    /** How it was to enter into force, in a sentence. */
    force: words(30).optional(),
    /** The document itself. */
    source: idOf('sources'),
    /** What it is, in at most 60 words. */
    brief: words(60),
    also,
    moved,
  }),

  /** `drafts/<draft>/article-<n>.md`: one article of a document. */
  articles: z.strictObject({
    /** Our own short title, without the number. */
    title: words(14),
    /** Its number in the document; left out in `preamble.md`. */
    number: z.number().int().positive().optional(),
    /** What it would do, in at most 40 words. */
    brief: words(40),
    /**
     * Its paragraphs, by the id of the heading in the text below that says each in plain words: `paragraph-1` for
     * `## Paragraph 1`. Left out where an article is one whole.
     * @example
     * paragraph-1:
     *   binds: [ferrymen]
     *   demand: free-bridge
     *   words: ["no ferry shall cross"]
     *   language: en
     *   source: toll-pact
     */
    paragraphs: z.record(z.string(), z.strictObject(paragraph)).default({}),
    /** Of an article without paragraphs: whom it binds, ids of `bound` of its document; none if it binds nobody. */
    binds: z.array(z.string()).default([]),
    /**
     * How the other side answered, in at most 40 words.
     * @example
     * status: accepted
     * date: 1905
     * by: The ferrymen
     * brief: They sold their boats.
     * sources: [gazette-1905]
     * then: { status: stated, date: 1904-05-02, by: Ada Brook, brief: She would ask them., sources: [minutes-1904] }
     */
    answer: answerIn({ brief: words(40) }),
    also,
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
    /**
     * The paragraphs that hold it, `us-treaty/article-4#paragraph-1`, or whole articles without paragraphs.
     * @example [toll-pact/article-1, "toll-pact/article-2#paragraph-1"]
     */
    paragraphs: z.array(paragraphOf).default([]),
    /**
     * What each party said to it, by the id of the party, each position in at most 40 words.
     * @example
     * aldmoor:
     *   status: rejected
     *   date: 1904-05-02
     *   by: The mayor of Aldmoor
     *   text: The mayor said no.
     *   sources: [minutes-1904]
     *   then: { status: none-found, text: No answer was known. }
     */
    positions: z.record(z.string(), answerIn({ text: words(40) })),
    also,
  }),

  /** `timeline/`: one event. */
  timeline: z.strictObject({
    /** A headline in the present tense. */
    title: words(16),
    /** When it was: no more precise than the sources say. */
    date: when,
    /** Where it was. */
    place: line,
    /** The id of a strand of `story.yaml`, if that names any. */
    strand: z.string().optional(),
    /**
     * Who acted: ids of glossary entries.
     * @example [ada-brook, aldmoor]
     */
    actors: z.array(idOf('glossary')).default([]),
    /** What happened, in at most 30 words. */
    brief: words(30),
    also,
  }),

  /** `glossary/`: one actor or term. */
  glossary: z.strictObject({
    /** The name as the texts write it. */
    title: line,
    /** What it is. A region is a part of a state that acts, such as a town; its council is an organisation. */
    kind: z.enum(TERM_KINDS),
    /** What it is sorted by, if not by its name: `Brook, Ada`. */
    sort: line.optional(),
    /**
     * Other spellings and names, which its page shows.
     * @example [Ada of Brack]
     */
    aliases: z.array(line).default([]),
    also,
    /**
     * The name in its own script, with the language as a BCP 47 tag.
     * @example { text: Άντα, lang: el }
     */
    native: z.strictObject({ text: line, lang: language }).optional(),
    /** The party that a person or body speaks for. */
    party: partyId.optional(),
    /**
     * Offices held, with the source, and the days they began and ended; a day that no source gives is left out.
     * @example [{ title: Mayor of Brack, from: 1901, until: 1906-03, source: gazette-1904 }]
     */
    offices: z
      .array(z.strictObject({ title: line, from: when.optional(), until: when.optional(), source: idOf('sources') }))
      .default([]),
    /** What it is, in at most 40 words that can be read alone. */
    definition: words(40),
    /** The definition as it was on the day of the key moment, where `definition` mentions anything later. */
    definition_then: words(40).optional(),
    /**
     * Of those who act in the story: where they come in the list of who is who.
     * @example { order: 1, office: Mayor of Brack, did: Asked that nobody pay. }
     */
    cast: z
      .strictObject({
        /** Their weight in the story, from 1; no two have the same. */
        order: z.number().int().positive(),
        /** The office held at the key moment, without dates. */
        office: words(10),
        /** What they did in this story until then, in at most 25 words. */
        did: words(25),
      })
      .optional(),
  }),

  /** `sources/`: one source. */
  sources: z.strictObject({
    /** Its title, in its own language. */
    title: line,
    /** Who published it: an id of `publishers.yaml`. */
    publisher: z.string(),
    /** The partner or archive on whose page it was read, if that is not the publisher's own: likewise. */
    via: z.string().optional(),
    /** When it was published; left out when it bears no date. */
    date: when.optional(),
    /** Its page: the publisher's own, or that of the partner. */
    address: webAddress,
    /** A copy of that page in an archive; without one, the copy of the day on which it was read is linked. */
    archived: webAddress.optional(),
    /** The day on which it was read. */
    accessed: when,
    /** What kind of source it is. */
    type: z.enum(SOURCE_TYPES),
    /** The language it is in, as a BCP 47 tag. */
    language,
    /** How much of it was read. */
    read: z.enum(READ_EXTENTS),
    /** How far it was read and through which copies, or what to be careful about: one plain sentence. */
    note: words(40).optional(),
  }),

  /** `pages/`: the words of the front page (`home`), of `about`, and the leads of the index pages. */
  pages: z.strictObject({
    /** The heading of the page. */
    title: words(12),
    /** What a search engine or a shared link shows. */
    description: words(30),
    also,
    moved,
  }),

  /** `pictures/`: a picture that is drawn from this data. Its `kind` says which fields it has. */
  pictures: z.discriminatedUnion('kind', [
    /** A chart of what was counted, by whom and when: one row for each count, never joined into a line. */
    z.strictObject({
      kind: z.literal('counts'),
      ...picture,
      /** What is counted: `soldiers`. */
      unit: words(3),
      entries: z
        .array(
          z.strictObject({
            /** The day of the count, or of the report of it. What lies after the key moment is marked as later. */
            date: when,
            /** Who counted. */
            counter: words(10),
            /** The party that the counter speaks for; left out for the press and others. */
            party: partyId.optional(),
            /** A number, or the two ends of a range. */
            figure,
            /** The figure in words, where it is not the bare number: `nearly 1,000`. */
            said: words(5).optional(),
            /** What is counted, and how far out. */
            counted: words(14),
            /** Whether they were counted as there, planned, or said to be leaving. */
            nature: z.enum(NATURES).default('present'),
            /** The timeline event that it was. */
            event: idOf('timeline').optional(),
            /** Where it is said. */
            sources: z.array(idOf('sources')).min(1),
          }),
        )
        .min(1),
    }),
    /**
     * The days around the key moment, hour by hour, on the clocks of `story.yaml`. Entries are in the order of time.
     */
    z.strictObject({
      kind: z.literal('hours'),
      ...picture,
      entries: z
        .array(
          z.strictObject({
            /** When: a moment or a range of moments with its offset, or a day without a clock time. */
            date: when,
            /** What happened, in at most 12 words. */
            what: words(12),
            /** The timeline event that it was. */
            event: idOf('timeline').optional(),
            /** Where it is said; may be left out if the event is named. */
            sources: z.array(idOf('sources')).default([]),
          }),
        )
        .min(1),
    }),
    /** A map: of states by what is so of them, of the members of an alliance by the day they joined, or of places. */
    z.strictObject({
      kind: z.literal('map'),
      ...picture,
      /**
       * What it shows on a wide screen: between two meridians on its middle parallel, and two parallels on its middle
       * meridian.
       */
      frame,
      /** What it shows on a narrow one, within the first. */
      narrow: frame,
      /**
       * States by what is so of them, each group in the colour of its `party`, or in grey. `event` is what made it so.
       * @example
       * - { what: Took the toll, states: [{ code: "208", name: Denmark }], party: brack, sources: [gazette-1904] }
       */
      groups: z
        .array(
          z.strictObject({
            /** What is so, in at most 8 words. */
            what: words(8),
            states: z.array(state).min(1),
            party: partyId.optional(),
            event: idOf('timeline').optional(),
            sources: z.array(idOf('sources')).min(1),
          }),
        )
        .default([]),
      /**
       * Of the map of an alliance: the party that it is. It needs `baseline` and `joined`.
       * @example aldmoor
       */
      alliance: partyId.optional(),
      /**
       * The day that divides older members from newer ones.
       * @example 1904-05-02
       */
      baseline: when.optional(),
      /**
       * The members, by the day they joined. A range of years means several days in them.
       * @example [{ date: 1890/1904, states: [{ code: "578", name: Norway }], sources: [minutes-1904] }]
       */
      joined: z
        .array(
          z.strictObject({
            date: when,
            states: z.array(state).min(1),
            /** The timeline event that it was. */
            event: idOf('timeline').optional(),
            sources: z.array(idOf('sources')).min(1),
          }),
        )
        .default([]),
      /**
       * The states that the story is about, each in the colour of its party.
       * @example [{ code: "246", name: Finland, party: brack }]
       */
      highlighted: z.array(state.extend({ party: partyId })).default([]),
      /**
       * Names of other states and of seas, each with the place for its middle.
       * @example [{ name: Baltic Sea, at: [19.4, 58.7] }]
       */
      names: z.array(z.strictObject({ name: line, at: position, narrow: z.boolean().default(true) })).default([]),
      /**
       * Lands that the map's data gives to another state than the one that `counted_with` names; they are hatched.
       * @example
       * - { name: Gotland, at: [18.5, 57.5], counted_with: "246", text: Both towns claim it., sources: [gazette-1904] }
       */
      disputed: z
        .array(
          z.strictObject({
            ...named,
            /** A point in it. */
            at: position,
            /** The state that it is counted with here. */
            counted_with: stateCode,
            /** What is disputed and who says so, in at most 20 words. */
            text: words(20),
            sources: z.array(idOf('sources')).min(1),
          }),
        )
        .default([]),
      /**
       * The places of the story.
       * @example [{ name: Aldmoor, at: [10.7, 59.9], side: left, event: 1904-05-02-meeting }]
       */
      places: z
        .array(
          z.strictObject({
            name: line,
            at: position,
            /** On which side of its dot the name is written. */
            side: side.default('right'),
            /** What happened there, for the story. */
            event: idOf('timeline').optional(),
            /** Whether it is shown on the narrow map too. */
            narrow: z.boolean().default(true),
          }),
        )
        .default([]),
      /** Whether a line leads from each place to the next. */
      route: z.boolean().default(false),
    }),
    /**
     * What was in force from when to when: a row for each treaty, measure or office, with a bar for each span of time.
     */
    z.strictObject({
      kind: z.literal('spans'),
      ...picture,
      rows: z
        .array(
          z.strictObject({
            /** What it is: `Toll Pact`. */
            name: words(6),
            /** What it did, in at most 8 words. */
            about: words(8).optional(),
            /** Its spans of time, in their order. */
            spans: z
              .array(
                z.strictObject({
                  from: when,
                  /**
                   * When it ended. Left out where nothing is said of an end: then the bar is open at the key moment,
                   * and goes no further.
                   */
                  until: when.optional(),
                  /** What was so, in at most 5 words: `in force`. Without it the years stand alone. */
                  what: words(5).optional(),
                  /** Whether it held only in part, or for some: then the bar is faint. */
                  partly: z.boolean().default(false),
                  /** The timeline event that ended it, or that began it if it has not ended. */
                  event: idOf('timeline').optional(),
                  /** Where it is said. */
                  sources: z.array(idOf('sources')).min(1),
                }),
              )
              .min(1),
          }),
        )
        .min(1),
    }),
    /** A stretch of the timeline: some of its events on one even axis of time. */
    z.strictObject({
      kind: z.literal('events'),
      ...picture,
      /** The events, in any order. */
      events: z.array(idOf('timeline')).min(2),
    }),
    /** How each party answered each demand, as the files of the demands say. */
    z.strictObject({
      kind: z.literal('answers'),
      ...picture,
      /** The demands, in the order of their own files. */
      demands: z.array(idOf('demands')).min(1),
      /** The parties, each a column, at most three. */
      parties: z.array(partyId).min(1).max(3),
    }),
  ]),

  /** `images/bridge.yaml`: what there is to say of `images/bridge.jpg`, beside what a text says of it. */
  images: z.strictObject({
    /** Who made it, as the maker wants to be named. */
    credit: line,
    /** Under what it may be shown: a name, `CC BY 4.0` or `with permission`, or a name with an address. */
    licence: z
      .union([line, z.strictObject({ name: line, address: webAddress })], {
        error: 'is neither a name, CC BY 4.0, nor { name: CC BY 4.0, address: https://… }',
      })
      .transform((written): { name: string; address?: string } =>
        typeof written === 'string' ? { name: written } : written,
      ),
    /** The page that it is from. */
    source: webAddress.optional(),
  }),

  /** `changes/`: one change after publication; its text says why. */
  changes: z.strictObject({
    /** What changed, in a few words. */
    title: words(16),
    /** The day. */
    date: when,
    /** Whether it was new, an update, or a correction of an error. */
    kind: z.enum(CHANGE_KINDS),
    /**
     * The files it touches, from the story's folder, with a section if it is only one: `explainers/the-call.md#agreed`;
     * or `all`.
     * @example [explainers/the-meeting.md, "timeline/1904-05-02-meeting.md#what-was-said"]
     */
    touches: z.union([z.literal('all'), z.array(placeInStory).min(1)]),
  }),
} as const satisfies Record<Collection | 'story' | 'publishers' | 'images', z.ZodType>;

type Schemas = typeof schemas;
/** The front matter of a collection after its check: dates are read, ids are targets, defaults are filled in. */
export type Fields<Name extends keyof Schemas> = z.output<Schemas[Name]>;

/** A type that compiles only if every kind of picture has its fields above. */
export type CheckedPictures = Complete<Fields<'pictures'>['kind'], PictureKind>;
type Complete<Given, Wanted extends Given> = Wanted;

/** The collections whose files have a field, such as `order`. */
export type CollectionWith<Field extends string> = {
  [Name in Collection]: Fields<Name> extends Record<Field, unknown> ? Name : never;
}[Collection];
