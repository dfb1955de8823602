import { addressOf, targetOf } from './addresses.ts';
import type { Entries, Published } from './entries.ts';
import { addressOfPage } from './page-kinds.ts';
import { titleSaid } from './said.ts';
import type { Change, History, Version } from './story.ts';

/** The versions of pages, by the address of the page. */
export interface Histories {
  /** Of pages that changed since they were first published, and of pages that were ever taken away. */
  histories: ReadonlyMap<string, History>;
  /** The first version of each page that was published. */
  firsts: ReadonlyMap<string, Published>;
}

/**
 * Joins the ledger into the versions of each page. A page that moved goes on with the versions that it had before:
 * `placeNow` says where it is, and `moves` which page is away: its versions answer in its place.
 */
export function assembleHistories(
  published: Entries['published'],
  changes: readonly Change[],
  placeNow: (address: string) => string,
  moves: Entries['moves'],
): Histories {
  // Of several the newest counts, which comes first among changes.
  const removals = new Map(
    changes
      .toReversed()
      .flatMap((change) =>
        change.kind === 'removal' && change.touches !== 'all'
          ? change.touches.map((one) => [one, change] as const)
          : [],
      ),
  );
  const numbered = new Map(changes.map((change, at) => [change.id, { change, at }]));
  const named = (ids: readonly string[]) =>
    [...new Set(ids)]
      .flatMap((id) => numbered.get(id) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ change }) => change);
  const ends = Map.groupBy(published, ({ path }) => placeNow(addressOf(targetOf(path))));
  const histories = [...ends].flatMap(([page, own]): [string, History][] => {
    if (own.length < 2 && !removals.has(page)) return [];
    const address = addressOfPage('versions', page);
    const removal = moves[page] === address ? removals.get(page) : undefined;
    const versions = own
      .map(({ path, id, day, changes: ids, text }): Version => ({
        id,
        address: addressOfPage('version', addressOf(targetOf(path)), id),
        day,
        changes: named(ids),
        text,
      }))
      .toReversed();
    const title = titleSaid(versions[0]?.text ?? '') ?? page;
    return [[page, { address, page, title, versions, removal }]];
  });
  return {
    histories: new Map(histories),
    firsts: new Map([...ends].flatMap(([page, [first]]) => (first ? [[page, first]] : []))),
  };
}
