import { addressOf, asId, isAddress, isSectionId, pathOf, targetOf, type Target } from './addresses.ts';
import { addressOfPage } from './page-kinds.ts';

/** An address that got another one, as a writer declared it. Addresses begin at the root of the site. */
export interface Move {
  from: string;
  to: string;
}

/** What is wrong with a declared move. */
export interface MoveFault {
  move: Move;
  reason: string;
}

/**
 * Follows each move to the address that is served today, through chains of moves. `isServed` tells whether an address
 * is one of the site. A move from an address that is still served, a move to nowhere and a circle are faults.
 */
export function resolveMoves(
  moves: readonly Move[],
  isServed: (address: string) => boolean,
): { moves: Map<string, string>; faults: MoveFault[] } {
  const next = new Map(moves.map(({ from, to }) => [from, to]));
  const resolved = new Map<string, string>();
  const faults: MoveFault[] = [];
  const endCache = new Map<string, string | undefined>();
  for (const move of moves) {
    const end = follow(move.from, (at) => next.get(at), endCache);
    if (isServed(move.from)) faults.push({ move, reason: stillServed(move.from) });
    else if (end === undefined)
      faults.push({
        move,
        reason: `${move.from} moves in a circle; one of the entries must lead to an address that is served`,
      });
    else if (!isServed(end)) faults.push({ move, reason: `${move.from} moves to ${end}, which is not served` });
    else resolved.set(move.from, end);
  }
  return { moves: resolved, faults };
}

/** What is wrong with a move from an address that is served. */
export const stillServed = (address: string): string =>
  `${address} is still served, so nothing can have moved from it; take the entry out`;

/**
 * The end of a chain of moves, or undefined for a circle; an address that nothing moved from is its own. `next` gives
 * the place that an address moved to. Ends are remembered in `endCache`, because chains can share their last part.
 */
function follow(
  start: string,
  next: (address: string) => string | undefined,
  endCache = new Map<string, string | undefined>(),
): string | undefined {
  const seen = new Set<string>();
  let at = start;
  for (let to = next(at); to !== undefined && !seen.has(at) && !endCache.has(at); to = next(at)) {
    seen.add(at);
    at = to;
  }
  const end = endCache.has(at) ? endCache.get(at) : seen.has(at) ? undefined : at;
  for (const one of seen) endCache.set(one, end);
  return end;
}

/**
 * Where a page or section is now, in a site where some have `moved` and some pages were `removed`: at the end of its
 * moves, or on the page that its page became. A page that was taken away is where it was, since its versions answer for
 * it.
 */
export function placesNow(
  moved: Readonly<Record<string, string>>,
  removed: Iterable<string> = [],
): (address: string) => string {
  const moves = new Map(Object.entries(moved));
  const pageOfVersions = new Map([...removed].map((page) => [addressOfPage('versions', page), page]));
  const next = (address: string) => {
    const [page = '', section] = address.split('#');
    const pageNow = section === undefined ? undefined : moves.get(page);
    return moves.get(address) ?? (pageNow?.includes('#') ? pageNow : pageNow && `${pageNow}#${section}`);
  };
  const endCache = new Map<string, string | undefined>();
  return (address) => {
    // What moves in a circle is told of when the moves are checked.
    const end = follow(address, next, endCache) ?? address;
    return pageOfVersions.get(end.split('#')[0] ?? '') ?? end;
  };
}

/** The old places of the page at an address, each with the address where it is now. */
export function movedFrom(address: string, moves: Readonly<Record<string, string>>): { old: string; to: string }[] {
  const byPage = movesByPage.get(moves) ?? Map.groupBy(Object.entries(moves), ([from]) => from.replace(/#.*/, ''));
  movesByPage.set(moves, byPage);
  return (byPage.get(address) ?? []).flatMap(([from, to]) =>
    from === address ? [] : { old: from.slice(address.length + 1), to },
  );
}

// Every page asks for its own.
const movesByPage = new WeakMap<object, ReadonlyMap<string, [from: string, to: string][]>>();

/** A move, and where in the content it is declared. */
export interface DeclaredMove extends Move {
  file: string;
  /** The key of the entry: an old section, the path of an old file, or an old address. */
  key: string;
}

/**
 * The moves that the files of a story declare: sections in their front matter, pages in `moved.yaml`. There an entry
 * that begins with a slash is an address itself, for lists that the site makes. An entry that names no content file and
 * no address is reported.
 */
export function declaredMoves(
  sections: readonly { target: Target; moved: Record<string, string> }[],
  pages: Record<string, string>,
  report: (file: string, key: string, reason: string) => void,
): DeclaredMove[] {
  const read = (file: string, key: string, from: () => string, to: () => string): DeclaredMove[] => {
    try {
      return [{ from: from(), to: to(), file, key }];
    } catch (error) {
      report(file, key, `this move cannot be read: ${(error as Error).message}`);
      return [];
    }
  };
  return [
    ...sections.flatMap(({ target, moved }) =>
      Object.entries(moved).flatMap(([old, to]) =>
        read(
          pathOf(target),
          old,
          () => addressOf({ ...target, section: checkSection(old) }),
          () => addressOf(readTarget(to, target)),
        ),
      ),
    ),
    ...Object.entries(pages).flatMap(([old, to]) =>
      read(
        'moved.yaml',
        old,
        () => readAddress(old),
        () => readAddress(to),
      ),
    ),
  ];
}

/**
 * The address that an entry of `moved.yaml` names: as it is written, or that of a content file. Throws if it is
 * neither.
 */
function readAddress(written: string): string {
  if (!written.startsWith('/')) return addressOf(readTarget(written));
  if (!isAddress(written))
    throw new Error(`“${written}” is no address of the site${isAddress(`${written}/`) ? `; write “${written}/”` : ''}`);
  return written;
}

/**
 * A section of the same file, or a path from the story's folder with or without a section. Throws an Error that says
 * what is wrong.
 */
function readTarget(written: string, file?: Target): Target {
  if (file && !written.includes('.md'))
    return { collection: file.collection, id: file.id, section: checkSection(written.replace(/^#/, '')) };
  const [path = '', section] = written.split('#');
  return { ...fileOf(path), ...(section !== undefined && { section: checkSection(section) }) };
}

function fileOf(path: string): Target {
  if (/^[a-z]+:/.test(path))
    throw new Error(`“${path}” is elsewhere; a move leads to a file or an address of the site`);
  try {
    return targetOf(path);
  } catch (error) {
    throw new Error(`“${path}”: ${(error as Error).message}`, { cause: error });
  }
}

function checkSection(id: string): string {
  if (!isSectionId(id))
    throw new Error(
      `“${id}” is not the id of a section, as the end of its address had it: ` +
        (asId(id) === '' ? 'letters, digits and hyphens' : asId(id)),
    );
  return id;
}
