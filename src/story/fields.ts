import { z } from 'astro/zod';
import type { Collection, Target } from './addresses.ts';
import { parseWhen, type When } from './dates.ts';

/** A date in EDTF; YAML reads a bare year as a number. */
export const when = z.union([z.string(), z.number().int()]).transform((written, context): When => {
  try {
    return parseWhen(String(written));
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

/** One line of plain text. */
export const line = z.string().trim().min(1, 'is empty').refine((text) => !text.includes('\n'), 'must stand on one line');

/** Plain text of at most `most` words. */
export const words = (most: number) =>
  line.superRefine((text, context) => {
    const count = countWords(text);
    if (count > most) context.addIssue({ code: 'custom', message: `has ${count} words; at most ${most} are allowed` });
  });

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The id of a file of another collection. That the file exists is checked when all files are read. */
export const idOf = (collection: Collection) => z.string().transform((id): Target => ({ collection, id }));

/** The id of one of the parties in `story.yaml`, likewise. */
export const partyId = z.string().transform((party) => ({ party }));

/** The address of a page on the web. */
export const webAddress = z.url({ protocol: /^https?$/, error: 'is not an address that begins with https:// or http://' });

/** A language as a BCP 47 tag: `en`, `ru`, `uk`. */
export const language = z.string().refine(isLanguage, 'is not a language tag such as en, ru or uk');

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** An IANA time zone such as `Europe/Istanbul`. */
export const timeZone = z.string().refine(isTimeZone, 'is not a time zone such as Europe/Istanbul');

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/** A number of things, or the two ends of a range; as shown always both ends, which are the same for a single number. */
export const figure = z
  .union([z.number().nonnegative(), z.tuple([z.number().nonnegative(), z.number().nonnegative()])], { error: 'is neither a number nor two: 900 or [800, 900]' })
  .transform((written) => (typeof written === 'number' ? ([written, written] as const) : written))
  .refine(([low, high]) => low <= high, 'ends below its beginning');

/** A place on the globe: longitude (east) and latitude (north) in degrees. */
export const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** A state by its three digits in ISO 3166-1. That the map knows it is checked when all files are read. */
export const stateCode = z.string().regex(/^\d{3}$/, 'is not a code of three digits in quotes, such as "380"');
