import { z } from 'astro/zod';
import type { Words } from '../words/words.ts';
import type { Absolute } from '../story/addresses.ts';
import { isoDay, type When } from '../story/dates.ts';
import { FIELDS } from './data-fields.ts';
import { versionOf } from './data-version.ts';
import { datesPages, type SourceType } from '../story/kinds.ts';
import type { Source, Story } from '../story/story.ts';

/** The CSL type of each type of source; reference managers choose the citation style by it. */
const CSL_TYPES = {
  primary: 'document',
  official: 'document',
  reporting: 'article-newspaper',
  analysis: 'article',
  reference: 'webpage',
} as const satisfies Record<SourceType, string>;

function schemaOf() {
  const { sources, id, head } = FIELDS;
  const dateParts = z.array(z.array(z.number().int()).min(1).max(3)).min(1).max(2);
  const date = z.strictObject({
    'date-parts': dateParts.describe(sources.dateParts),
    circa: z.literal(true).optional(),
  });
  const source = z.strictObject({
    id: z.string().describe(id),
    type: z.enum(['document', 'article-newspaper', 'article', 'webpage']),
    title: z.string(),
    publisher: z.string().optional(),
    'container-title': z.string().optional().describe(sources.container),
    issued: date.optional(),
    accessed: date.describe(sources.accessed),
    language: z.string(),
    URL: z.url().describe(sources.url),
    source: z.string().optional().describe(sources.via),
    archive: z.string().optional(),
    archive_location: z.url().optional(),
    note: z.string().describe(sources.note),
    custom: z
      .strictObject({
        address: z.url().describe(sources.address),
        license: z.url().optional().describe(head.licence),
        version: z.string().describe(head.version),
        changed: z.string().optional().describe(head.changed),
      })
      .describe(sources.custom),
  });
  return z.array(source).describe(sources.meaning);
}

type Schema = ReturnType<typeof schemaOf>;

/**
 * The sources for reference managers, in the order of the site, and the shape of that. CSL-JSON is a list and has no
 * head, so each source names the licence, version and day of the file.
 */
export function sourcesData(story: Story, absolute: Absolute): { schema: Schema; data: z.input<Schema> } {
  const { sources, words, licence, changes } = story;
  const records = sources.map((source) => toCsl(source, words, absolute));
  const file = { license: licence?.address, version: versionOf(records), changed: changes.find(datesPages)?.day };
  return {
    schema: schemaOf(),
    data: records.map((record) => ({ ...record, custom: { ...record.custom, ...file } })),
  };
}

type SourceRecord = Omit<z.input<Schema>[number], 'custom'> & { custom: { address: string } };

function toCsl(
  { id, type, title, publisher, date, url, via, archived, accessed, language, read, note, address }: Source,
  words: Words,
  absolute: Absolute,
): SourceRecord {
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
    ...(archived !== undefined && { archive: archiveOf(archived), archive_location: asUri(archived) }),
    note: [words.kinds.read[read], note].filter(Boolean).join(words.punctuation.stop),
    custom: { address: absolute(address) },
  };
}

/** The name of the archive that has a copy: a reference manager prints it. */
function archiveOf(address: string): string {
  const { host } = new URL(address);
  return host === 'web.archive.org' ? 'Internet Archive' : host;
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
