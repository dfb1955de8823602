import type { PublisherKind } from './kinds.ts';

/**
 * How well a source can support a claim. 1: the document itself, or an official text. 2: news agencies, newspapers,
 * broadcasters and research bodies with a reputation to lose. 3: anything else, which never supports a claim alone.
 */
export type Rank = 1 | 2 | 3;

const RANKS: Record<PublisherKind, Rank> = {
  government: 1,
  'treaty-body': 1,
  'news-agency': 2,
  broadcaster: 2,
  newspaper: 2,
  research: 2,
  reference: 3,
  other: 3,
};

/**
 * The rank of a source, which follows from its publisher's kind and from how it was reached: at the publisher's own
 * address or through another publisher (`via`). Read through a publisher of kind `other`, every source has rank 3.
 */
export function rankOf(publisher: PublisherKind, via?: PublisherKind): Rank {
  return via === 'other' ? 3 : RANKS[publisher];
}
