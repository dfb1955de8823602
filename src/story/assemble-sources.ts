import type { Words } from '../words/words.ts';
import { archivedCopy } from './addresses.ts';
import { allUsed, byId } from './assembling.ts';
import { compareWhen, inWords, isAfter, isoDay, type When } from './dates.ts';
import type { Entries } from './entries.ts';
import type { MakePage } from './make-page.ts';
import type { Party, Publisher, Source } from './story.ts';

/** The sources of a story, by publisher, date and title, and how to find one. */
export function assembleSources(
  entries: Entries,
  {
    page,
    partyOf,
    momentDate,
    words,
  }: { page: MakePage; partyOf: (id: string) => Party; momentDate: When | undefined; words: Words },
): { sources: Source[]; sourceOf: (id: string) => Source } {
  const publishers = Object.entries(entries.publishers).map(
    ([id, { name, kind, country, voice, ...rest }]): Publisher => {
      allUsed(rest);
      return { id, name, kind, country, voice: voice && partyOf(voice.party) };
    },
  );
  const publisherOf = byId(publishers, 'publisher');
  const { language: site } = entries.story;
  const sources = entries.sources
    .map((entry): Source => {
      const { title, publisher: publisherId, via: viaId, date, address, archived, accessed, ...data } = entry.data;
      const { type, language, read, note, ...rest } = data;
      allUsed(rest);
      const publisher = publisherOf(publisherId);
      const via = viaId === undefined ? undefined : publisherOf(viaId);
      const credit = [publisher.name, ...(date ? [inWords(date, words)] : [])].join(words.punctuation.comma);
      return {
        ...page('sources', entry, words.sources.described(credit, title), words.sources.title(credit)),
        later: date !== undefined && isAfter(date, momentDate),
        publisher,
        via,
        date,
        url: address,
        archived: archived ?? archivedCopy(address, isoDay(accessed.from)),
        accessed,
        type,
        language,
        read,
        note,
      };
    })
    .sort(
      (a, b) =>
        a.publisher.name.localeCompare(b.publisher.name, site) ||
        compareDated(a, b) ||
        a.title.localeCompare(b.title, site),
    );
  return { sources, sourceOf: byId(sources, 'source') };
}

/** Those without a date come last. */
function compareDated(a: { date: When | undefined }, b: { date: When | undefined }): number {
  if (!a.date || !b.date) return Number(!a.date) - Number(!b.date);
  return compareWhen(a.date, b.date);
}
