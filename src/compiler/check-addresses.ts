import { z } from 'astro/zod';
import type { VFile } from 'vfile';
import { addressOf, isAddress, pathOf, targetOf, type Target } from '../story/addresses.ts';
import type { Entries } from '../story/entries.ts';
import { nearest } from '../story/nearest.ts';
import { declaredMoves, placesNow, resolveMoves, stillServed, type DeclaredMove } from '../story/moves.ts';
import { addressOfPage } from '../story/page-kinds.ts';
import type { CollectionWith, Fields } from '../story/schema.ts';
import { pageOfVersion } from './check-published.ts';
import type { FileWithLines } from './checking.ts';
import { fault } from './faults.ts';
import { readYaml } from './front-matter.ts';
import { parseAddresses, publishedAddresses, sectionAddress, type PublishedAddress } from './ledger.ts';
import { lostAddresses, pathOfTarget, targetOfAddress, whereNow } from './lost-addresses.ts';

/** The collections whose files may declare sections that moved; one that is forgotten does not compile. */
const WITH_MOVED: Record<CollectionWith<'moved'>, true> = {
  explainers: true,
  drafts: true,
  articles: true,
  pages: true,
};

const MOVED = z.record(z.string(), z.string());

/** The moves that a story declares, and a function that reports what is wrong with one. */
export interface Moves {
  declared: readonly DeclaredMove[];
  report: (file: string, key: string, reason: string) => void;
  /** Where a page or section is by what is declared; the versions of a page that was taken away. */
  placeNow: (address: string) => string;
  /** Where files and sections are that moved, both as paths: `explainers/the-call.md#agreed`. */
  paths: ReadonlyMap<string, string>;
}

/**
 * Reads the moves that a story declares: sections in their files, pages in `moved.yaml`, and pages that a change has
 * taken away, whose versions answer in their place until they are back.
 */
export function readMoves(
  files: readonly { target: Target; data: unknown }[],
  filesByPath: ReadonlyMap<string, FileWithLines>,
  moved: VFile | undefined,
  ledger: readonly VFile[],
): Moves {
  const pages = moved?.value === undefined ? undefined : readYaml(moved, String(moved), 1, MOVED);
  const sections = files.flatMap(({ target, data }) =>
    target.collection in WITH_MOVED ? [{ target, moved: (data as Fields<keyof typeof WITH_MOVED>).moved }] : [],
  );
  const report: Moves['report'] = (file, key, reason) => {
    const at =
      file === 'moved.yaml'
        ? { file: moved, line: pages?.lineOf([key]) }
        : {
            file: filesByPath.get(file)?.file,
            line: filesByPath.get(file)?.lineOf?.([file.startsWith('changes/') ? 'touches' : 'moved', key]),
          };
    if (at.file) fault(at.file, reason, { line: at.line ?? 1 });
  };
  const removed = files.flatMap(({ target, data }) => {
    if (target.collection !== 'changes') return [];
    const { kind, touches } = data as Fields<'changes'>;
    if (kind !== 'removal' || touches === 'all') return [];
    return touches
      .filter((path) => isContentPath(path) && !filesByPath.has(path) && !cameBack(path, target.id, ledger))
      .map((path): DeclaredMove => {
        const from = addressOf(targetOf(path));
        return { from, to: addressOfPage('versions', from), file: pathOf(target), key: path };
      });
  });
  const written = declaredMoves(sections, pages?.data ?? {}, report);
  for (const { from, file, key } of written) {
    const removal = removed.find((one) => one.from === from)?.file;
    if (removal !== undefined)
      report(
        file,
        key,
        `${removal} says that this page was taken away, so that nothing moved from it; take one of them out`,
      );
  }
  const declared = [...written, ...removed];
  return { declared, report, placeNow: placesNow(byFrom(declared)), paths: pathsOf(written) };
}

/** Whether a page came back after a change had taken it away: the version that it then had names both. */
const cameBack = (path: string, removal: string, ledger: readonly VFile[]): boolean =>
  ledger.some(
    (file) =>
      pageOfVersion(file.path) === path &&
      /^changes: \[(.*)\]$/m.exec(String(file.value))?.[1]?.split(', ').includes(removal),
  );

const byFrom = (declared: readonly DeclaredMove[]): Record<string, string> =>
  Object.fromEntries(declared.map(({ from, to }) => [from, to]));

function pathsOf(declared: readonly DeclaredMove[]): Map<string, string> {
  const placeNow = placesNow(byFrom(declared));
  const pathAt = (address: string) => {
    const target = targetOfAddress(address);
    return target && pathOfTarget(target);
  };
  return new Map(
    declared.flatMap(({ from }) => {
      const [old, now] = [pathAt(from), pathAt(placeNow(from))];
      return old === undefined || now === undefined ? [] : [[old, now]];
    }),
  );
}

/** Whether a text is the path of a content file, which may not be there. */
export function isContentPath(path: string): boolean {
  try {
    return pathOf(targetOf(path)) === path;
  } catch {
    return false;
  }
}

/**
 * Reports moves from files and sections that are still there. Whatever was said at such an address would be looked for
 * where it is said to have moved, so that this is told before the rest.
 */
export function checkMovesFrom({ declared, report }: Moves, filesByPath: ReadonlyMap<string, FileWithLines>): void {
  const there = new Set(
    [...filesByPath].flatMap(([path, { file }]) => {
      const page = addressOf(targetOf(path));
      return [page, ...(file.data.headings ?? []).map(({ id }) => `${page}#${id}`)];
    }),
  );
  for (const { from, file, key } of declared) if (there.has(from)) report(file, key, stillServed(from));
}

/**
 * Checks that every address that was ever published still answers, and that every declared move leads to one that does.
 * Returns the moves, from old address to the one served today. `list` is `addresses.txt`.
 */
export function checkAddresses(
  entries: Entries,
  { declared, report }: Pick<Moves, 'declared' | 'report'>,
  list: VFile | undefined,
): Record<string, string> {
  const served = publishedAddresses(entries, byFrom(declared));
  const addresses = new Set(served.map(({ address }) => address));
  const { moves, faults } = resolveMoves(declared, (address) => addresses.has(address));
  const declaredFrom = new Map(declared.map((one) => [one.from, one]));
  // Finding the line of each fault is slow, and only the first faults of a file are reported.
  for (const { move, reason } of faults.slice(0, 500)) {
    const { file, key } = declaredFrom.get(move.from) ?? { file: 'moved.yaml', key: '' };
    const [page = '', section] = move.to.split('#');
    const near = section === undefined ? nearestPage(page, addresses) : nearest(section, sectionsOf(page, addresses));
    report(file, key, reason + (near === undefined ? '' : `; did you mean “${near}”?`));
  }
  const published = list ? parseAddresses(String(list.value)).filter((one) => isWellFormed(one, list)) : [];
  // What a move that leads nowhere was for would be told as lost too.
  const lost = faults.length > 0 ? [] : lostAddresses(published, served, moves);
  for (const { line, reason } of lost) if (list) fault(list, reason, { line });

  // An old section of an explainer also had a page of its own, and an old page may have had sections.
  const old = [
    ...declared.filter(({ file }) => file.startsWith('explainers/')).map(({ from }) => sectionAddress(from)),
    ...published.map(({ address }) => address),
  ];
  for (const address of old) {
    const now = addresses.has(address) ? undefined : whereNow(address, addresses, moves);
    if (now !== undefined && !moves.has(address)) moves.set(address, now);
  }
  return Object.fromEntries([...moves].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The page most like one that is not there, as a line of moved.yaml names it. */
function nearestPage(page: string, addresses: ReadonlySet<string>): string | undefined {
  const near = nearest(
    page,
    [...addresses].filter((one) => !one.includes('#')),
  );
  const target = near === undefined ? undefined : targetOfAddress(near);
  return target ? pathOfTarget(target) : near;
}

/** The sections of a page among addresses. */
const sectionsOf = (page: string, addresses: ReadonlySet<string>): string[] =>
  [...addresses].flatMap((one) => (one.startsWith(`${page}#`) ? [one.slice(page.length + 1)] : []));

/**
 * Whether a line of the list is an address with, for a section, its fingerprint; anything else is recorded as a fault.
 */
function isWellFormed({ address, fingerprint, line }: PublishedAddress & { line: number }, list: VFile): boolean {
  const good = isAddress(address) && (fingerprint === undefined || /^[0-9a-f]{16}$/.test(fingerprint));
  if (!good)
    fault(
      list,
      `“${[address, fingerprint].filter(Boolean).join(' ')}” is no address of the site; ` +
        'a line holds one, as npm run publish writes it',
      { line },
    );
  return good;
}
