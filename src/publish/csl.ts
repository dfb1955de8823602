import { z } from 'astro/zod';
import type { Words } from '../words/words.ts';
import { isoDay, type When } from '../story/dates.ts';
import type { Absolute } from './json-ld-things.ts';
import type { SourceType } from '../story/kinds.ts';
import type { Source, Story } from '../story/story.ts';

/** The CSL type of each type of source; reference managers choose the citation style by it. */
const CSL_TYPES = {
  primary: 'document',
  official: 'document',
  reporting: 'article-newspaper',
  analysis: 'article',
  reference: 'webpage',
} as const satisfies Record<SourceType, string>;

const date = z.strictObject({
  'date-parts': z
    .array(z.array(z.number().int()).min(1).max(3))
    .min(1)
    .max(2)
    .describe('Year, month and day as far as known; two of them for a range'),
  circa: z.literal(true).optional(),
});

const schema = z
  .array(
    z.strictObject({
      id: z.string().describe('Its id, which never changes and is the last part of its address'),
      type: z.enum(['document', 'article-newspaper', 'article', 'webpage']),
      title: z.string(),
      publisher: z.string().optional(),
      'container-title': z.string().optional().describe('The newspaper or agency, for reporting'),
      issued: date.optional(),
      accessed: date.describe('The day on which it was read'),
      language: z.string(),
      URL: z.url().describe('The page that was read'),
      source: z.string().optional().describe('The partner or archive on whose page it was read'),
      archive: z.string().optional(),
      archive_location: z.url().optional(),
      note: z.string().describe('How much of it was read, and what to be careful about'),
      custom: z.strictObject({ address: z.url() }).describe('Its page on this site'),
    }),
  )
  .describe('The sources of the story as CSL-JSON (https://citationstyles.org), as reference managers read it');

/** The sources as CSL-JSON in the order of the site, with the schema of that data. */
export function sourcesData(
  { sources, words }: Story,
  absolute: Absolute,
): { schema: typeof schema; data: z.input<typeof schema> } {
  return { schema, data: sources.map((source) => toCsl(source, words, absolute)) };
}

function toCsl(
  { id, type, title, publisher, date, url, via, archived, accessed, language, read, note, address }: Source,
  words: Words,
  absolute: Absolute,
): z.input<typeof schema>[number] {
  return {
    id,
    type: CSL_TYPES[type],
    title,
    ...(type === 'reporting' ? { 'container-title': publisher.name } : { publisher: publisher.name }),
    ...(date && { issued: dateOf(date) }),
    accessed: dateOf(accessed),
    language,
    URL: asUri(url),
    source: via?.name,
    ...(archived !== undefined && { archive: 'Internet Archive', archive_location: asUri(archived) }),
    note: [words.kinds.read[read], note].filter(Boolean).join('. '),
    custom: { address: absolute(address) },
  };
}

/** An address as a URI of RFC 3986: letters beyond ASCII are percent-encoded. */
const asUri = (address: string) => new URL(address).href;

function dateOf({ from, to }: When) {
  const points = [from, ...(to ? [to] : [])];
  const vague = points.some(({ approximate, uncertain }) => approximate || uncertain);
  return {
    'date-parts': points.map((point) => isoDay(point).split('-').map(Number)),
    ...(vague && { circa: true as const }),
  };
}
