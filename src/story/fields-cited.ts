import type { Words } from '../words/words.ts';
import { inWords, isAfter } from './dates.ts';
import type { Demand, Event, Page, Picture, Source, Story, Term } from './story.ts';

type FieldsCited = Pick<Story, 'pictures' | 'terms' | 'demands' | 'moment' | 'words'>;

/** What a field of a page says on sources, beside the page's text. */
interface FieldCitation {
  page: Page;
  sources: readonly Source[];
  /** What they are cited for. */
  sentence: string;
  later: boolean;
}

/**
 * Tells sources where they are cited in fields: in the rows of pictures, for offices and for answers. A page whose text
 * cites a source already is not named again.
 */
export function joinFieldsCited({ pictures, terms, demands, moment, words }: FieldsCited): void {
  const all = [
    ...pictures.flatMap((picture) => inPicture(picture, words)),
    ...terms.flatMap((term) => inTerm(term, moment)),
    ...demands.flatMap((demand) => inDemand(demand, words)),
  ];
  for (const { page, sources, sentence, later } of all)
    for (const { mentions } of sources)
      if (!mentions.some((mention) => mention.page === page))
        mentions.push({ page, address: page.address, section: undefined, sentence, later: page.later || later });
}

function inPicture(picture: Picture, words: Words): FieldCitation[] {
  const { colon, comma } = words.punctuation;
  type Row = Omit<FieldCitation, 'page'>;
  const names = (states: readonly { name: string }[]) => states.map(({ name }) => name).join(comma);
  const rows = (): Row[] => {
    switch (picture.kind) {
      case 'counts':
        return picture.entries.map((entry) => ({ ...entry, sentence: entry.counter + colon + entry.said }));
      case 'hours':
        return picture.entries.map((entry) => ({ ...entry, sentence: entry.what }));
      case 'map':
        return [
          ...picture.groups.map((group) => ({ ...group, sentence: group.what + colon + names(group.states) })),
          ...picture.joined.map((entry) => ({
            ...entry,
            sentence: inWords(entry.date, words) + colon + names(entry.states),
          })),
          ...picture.disputed.map((place) => ({ ...place, sentence: place.name + colon + place.text, later: false })),
        ];
      case 'spans':
        return picture.rows.flatMap(({ name, spans }) =>
          spans.map((span) => ({ ...span, sentence: span.what === undefined ? name : name + colon + span.what })),
        );
      case 'events':
      case 'answers':
        return [];
    }
  };
  return rows().map((row) => ({ ...row, page: picture }));
}

const inTerm = (term: Term, moment: Event | undefined): FieldCitation[] =>
  term.offices.map(({ title, from, source }) => ({
    page: term,
    sources: [source],
    sentence: title,
    later: from !== undefined && isAfter(from, moment?.date),
  }));

const inDemand = (demand: Demand, { punctuation }: Words): FieldCitation[] =>
  demand.positions.flatMap((position) =>
    [position, ...(position.then ? [position.then] : [])].map(({ word, text, sources, later }) => ({
      page: demand,
      sources,
      sentence: position.party.name + punctuation.colon + (text || word),
      later,
    })),
  );
