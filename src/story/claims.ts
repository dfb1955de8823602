import type { Page } from './story.ts';
import type { Note } from './text.ts';

/** How well the claims of a text are sourced. A claim is a place where the text uses a note. */
export interface SourceCoverage {
  claims: number;
  /** Claims with a primary document among their sources. */
  primary: number;
  /** Claims with several sources, and with one. */
  several: number;
  one: number;
  /** Claims that only one side makes. */
  oneSided: number;
}

/**
 * Counts the claims of a page by the sources that its notes cite; of those that were known at the key moment, if only
 * these are asked for.
 */
export function sourceCoverageOf({ text, cited }: Pick<Page, 'text' | 'cited'>, known = false): SourceCoverage {
  const typeOf = new Map(cited.map(({ id, type }) => [id, type]));
  const count = (isSo: (note: Note) => boolean) =>
    text.notes.filter(isSo).reduce((sum, { later }) => sum + later.filter((isLater) => !known || !isLater).length, 0);
  return {
    claims: count(() => true),
    primary: count(({ sources }) => sources.some((id) => typeOf.get(id) === 'primary')),
    several: count(({ sources }) => new Set(sources).size > 1),
    one: count(({ sources }) => new Set(sources).size === 1),
    oneSided: count(({ claimedBy }) => claimedBy !== undefined),
  };
}
