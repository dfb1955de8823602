import { z } from 'astro/zod';
import type { Target } from './addresses.ts';
import { ALLOWED, parseWhen, type When } from './dates.ts';
import type { Collection } from './page-kinds.ts';
import { countWords, placedWords } from './counting.ts';
import { hint } from './nearest.ts';

/** A date in EDTF; YAML reads a bare year as a number, without the noughts that begin an early one. */
export const when = z
  .union([z.string(), z.number().int()], { error: `is not a date; ${ALLOWED}` })
  .transform((written, context): When => {
    try {
      return parseWhen(String(written).padStart(4, '0'));
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });

/** How many characters a line of plain text may have, and a word in it. */
const MAX_LENGTH = { line: 500, word: 80 };

/** A place in the story: a path with an id, which may be as long as a heading. */
export const placeInStory = z
  .string()
  .trim()
  .min(1, 'is empty')
  .refine((text) => !/[\n\t]/.test(text), 'must be on one line, without tabs')
  .refine((text) => text.length <= MAX_LENGTH.line, {
    error: ({ input }) => `has ${String(input).length} characters; at most ${MAX_LENGTH.line} are allowed`,
  });

/** One line of plain text. */
export const line = placeInStory.refine(
  (text) => placedWords(text).every(({ word }) => word.length <= MAX_LENGTH.word),
  `has a word of more than ${MAX_LENGTH.word} characters, which fits on no screen`,
);

/** An id that a writer makes up: of a party or a strand. Like the name of a file, it becomes part of addresses. */
export const ownId = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'is not an id: a letter, then lower-case letters a to z, digits and single hyphens',
  )
  .max(60, 'is longer than 60 characters');

/** An id of a list that becomes no address: small letters, digits and single hyphens. */
export const listId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: lower-case letters a to z, digits and single hyphens');

/** Refuses a list in which two items have the same value in one of `keys`. */
export const distinct =
  <Key extends string>(...keys: Key[]) =>
  (items: readonly Record<Key, string>[], context: z.RefinementCtx): void => {
    for (const key of keys) {
      items.forEach((item, at) => {
        const other = items.findIndex((one) => one[key] === item[key]);
        if (other !== at)
          context.addIssue({ code: 'custom', path: [at, key], message: `“${item[key]}” is there twice` });
      });
    }
  };

/** Plain text of at most `most` words. */
export const words = (most: number) =>
  line.superRefine((text, context) => {
    const count = countWords(text);
    if (count > most) context.addIssue({ code: 'custom', message: `has ${count} words; at most ${most} are allowed` });
  });

/** The id of a file of another collection. That the file exists is checked when all files are read. */
export const idOf = (collection: Collection) => z.string().transform((id): Target => ({ collection, id }));

/** A paragraph of an article, `us-treaty/article-4#paragraph-1`, or an article without paragraphs. */
export const paragraphOf = z.string().transform((written): Target => {
  const [id = '', section] = written.split('#');
  return { collection: 'articles', id, ...(section !== undefined && { section }) };
});

/** The id of one of the parties in `story.yaml`. That the party exists is checked when all files are read. */
export const partyId = z.string().transform((party) => ({ party }));

/** Where readers can write to: a page, or an address for mail. */
export const contact = z.string().regex(/^(https?:\/\/[^\s<>"]+|mailto:[^@\s<>"?]+@[^@\s<>"?]+)$/, {
  error: ({ input }) =>
    'is neither an address that begins with https:// nor mailto: with an address' +
    (/^[^@\s<>"?:]+@[^@\s<>"?]+$/.test(String(input)) ? `; did you mean “mailto:${String(input)}”?` : ''),
});

/** A country by ISO 3166-1: two capital letters. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/, {
  error: ({ input }) => {
    const capitals = String(input).toUpperCase();
    return `is not a country of two capital letters, such as ${/^[A-Z]{2}$/.test(capitals) ? capitals : 'UA'}`;
  },
});

/** The address of a page on the web, as a link has it: spaces and quotation marks are written as %20 and %22. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'is not an address that begins with https:// or http://' })
  .refine(
    (address) => /^https?:\/\/[^/?#@\\\s]+([/?#][^\s<>"\\]*)?$/iu.test(address),
    'is not a plain address: no name before the host, no spaces, quotation marks, angles or backslashes',
  )
  .max(2000, 'is longer than 2000 characters');

/** A language as a BCP 47 tag: `en`, `ru`, `uk`. */
export const language = z.string().refine(isLanguage, 'is not a language tag such as en, ru or uk');

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Whether a text is a language tag that has a name; tags with extensions, such as `en-u-ca-buddhist`, have none. */
export function isLanguage(tag: string): boolean {
  try {
    return LANGUAGES.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** An IANA time zone such as `Europe/Istanbul`. */
export const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) =>
    'is not a time zone such as Europe/Istanbul' + hint(String(input), Intl.supportedValuesOf('timeZone')),
});

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A number, or the two ends of a range. The result always has two ends, which are equal for a single number. */
export const figure = z
  .union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().nonnegative()])], {
    error: 'is neither a number nor two: 900 or [800, 900]',
  })
  .transform((written) => (typeof written === 'number' ? ([written, written] as const) : written))
  .refine(([low, high]) => low <= high, 'ends below its beginning')
  .refine(([low, high]) => ![low, high].some((end) => /\.\d{3}$/.test(String(end))), {
    error: 'has three digits behind its point; thousands are written without one: 9500, and decimals with less: 9.5',
  });

/** The part of the globe between two meridians and two parallels, in degrees. */
export const frame = z.strictObject({
  west: z.number().min(-180).max(180),
  south: z.number().min(-90).max(90),
  east: z.number().min(-180).max(180),
  north: z.number().min(-90).max(90),
});

/** A place on the globe: longitude (east) and latitude (north) in degrees. */
export const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** A state by its three digits in ISO 3166-1. That the map data has it is checked when all files are read. */
export const stateCode = z.string().regex(/^\d{3}$/, 'is not a code of three digits in quotes, such as "380"');
