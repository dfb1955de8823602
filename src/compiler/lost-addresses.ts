import { addressOf, pathOf, type Target } from '../story/addresses.ts';
import { SOURCE_TYPES } from '../story/kinds.ts';
import { hint, nearest } from '../story/nearest.ts';
import { fileAt, PAGE_KINDS, RESERVED } from '../story/page-kinds.ts';
import { differingBits } from './fingerprint.ts';
import { isRecorded } from './page-said.ts';
import { sectionAddress, type PublishedAddress } from './ledger.ts';

/** A published address that is no longer what it was. */
export interface LostAddress {
  line: number;
  /** The message for the writer; a function, because it is slow to find and only the first faults are reported. */
  reason: () => string;
}

/**
 * Where an address leads today: itself when it is served, else where a move leads, those of the page it is on and of
 * the pages above included. Undefined when nothing answers it any more.
 */
export function whereNow(
  address: string,
  served: ReadonlySet<string>,
  moves: ReadonlyMap<string, string>,
): string | undefined {
  if (served.has(address)) return address;
  const moved = moves.get(address);
  if (moved !== undefined) return moved;
  const [page = '', fragment] = address.split('#');
  const orPage = (wanted: string, otherwise: string) => (served.has(wanted) ? wanted : otherwise);
  if (fragment !== undefined) {
    const pageNow = whereNow(page, served, moves);
    return pageNow === undefined || pageNow === page ? undefined : orPage(`${pageNow}#${fragment}`, pageNow);
  }
  const [, parent = '', section = ''] = /^(\/[^/]+\/)([^/]+)\/$/.exec(page) ?? [];
  const movedSection = moves.get(`${parent}#${section}`);
  if (movedSection !== undefined) return orPage(sectionAddress(movedSection), movedSection);
  for (let above = pageAbove(page); above !== '/'; above = pageAbove(above)) {
    const movedAbove = moves.get(above);
    if (movedAbove !== undefined) return orPage(movedAbove + page.slice(above.length), movedAbove);
  }
  return undefined;
}

/** `/drafts/us-treaty/article-4/` → `/drafts/us-treaty/`, `/feed.xml` → `/`. */
const pageAbove = (page: string): string => page.replace(/[^/]+\/?$/, '');

/** The page on which a place of a list was, or the nearest above a page, that is still served. */
function servedAbove(address: string, pages: readonly string[]): string {
  const [page = '', section] = address.split('#');
  let above = section === undefined ? pageAbove(page) : page;
  while (above !== '/' && !pages.includes(above)) above = pageAbove(above);
  return above;
}

/** Finds published addresses that nothing answers any more, and sections that changed their texts for each other's. */
export function lostAddresses(
  list: readonly (PublishedAddress & { line: number })[],
  served: readonly PublishedAddress[],
  moves: ReadonlyMap<string, string>,
): LostAddress[] {
  const now = new Map(served.map((one) => [one.address, one]));
  const addresses = new Set(now.keys());
  const lost = list.filter(({ address }) => whereNow(address, addresses, moves) === undefined);
  // The page that a section of an explainer has of its own goes and comes with it.
  const own = new Set(lost.flatMap(({ address }) => (/^\/[^/]+\/#/.test(address) ? [sectionAddress(address)] : [])));
  const folders = movedFolders(lost, addresses);
  const pages = new Set(lost.flatMap(({ address }) => (address.includes('#') ? [] : [address])));
  const gone = lost.filter(({ address }) => !own.has(address) && !goesWithPage(address, pages));
  const published = new Set(list.map(({ address }) => address));
  const fresh = served.map(({ address }) => address).filter((address) => !published.has(address));
  return [
    ...gone.map(({ address, line }) => ({ line, reason: () => explainLoss(address, served, folders, fresh) })),
    ...exchanged(list, now),
  ];
}

/**
 * Whether an address is settled with a page that is lost: its sections and what is below it move with it, and versions
 * are found again by where their page went.
 */
function goesWithPage(address: string, lost: ReadonlySet<string>): boolean {
  const [page = '', section] = address.split('#');
  if (section !== undefined && lost.has(page)) return true;
  for (let above = pageAbove(page); above !== '/'; above = pageAbove(above)) if (lost.has(above)) return true;
  return VERSION.test(page) && [...lost].some((one) => !VERSION.test(one));
}

/** The versions of a page, and the list of them. */
const VERSION = /\/versions\/([^/]+\/)?$/;

/**
 * The folders whose kind of page got another address in story/page-kinds.ts, each with the new one: what was below
 * `/timeline/` is served below `/events/`.
 */
function movedFolders(gone: readonly PublishedAddress[], served: ReadonlySet<string>): ReadonlyMap<string, string> {
  const folders = [...RESERVED].map((folder) => `/${folder}/`);
  return new Map(
    gone.flatMap(({ address }) => {
      const [, old = '', rest = ''] = /^(\/[^/#]+\/)([^#]+)$/.exec(address) ?? [];
      const now = rest === '' ? undefined : folders.find((folder) => served.has(folder + rest));
      return now === undefined ? [] : [[old, now] as const];
    }),
  );
}

function explainLoss(
  address: string,
  served: readonly PublishedAddress[],
  folders: ReadonlyMap<string, string>,
  fresh: readonly string[],
): string {
  if (/\/versions\/(?:[\d-]+\/)?$/.test(address))
    return `${address} is no longer served. Nothing is ever taken out of published/: take its file back as it was`;
  const folder = /^\/[^/#]+\//.exec(address)?.[0] ?? '';
  const folderNow = folders.get(folder);
  if (folderNow !== undefined)
    return (
      `${address} is no longer served. If ${folder} is now ${folderNow}, ` +
      `one line in moved.yaml says so for all that is below it: "${folder}": ${folderNow}`
    );
  const target = targetOfAddress(address);
  const path = target && pathOf(target);
  const lived = path === undefined ? '' : ` It was in ${path}.`;
  if (target?.section !== undefined && path !== undefined) {
    const page = addressOf({ collection: target.collection, id: target.id });
    const siblings = served
      .filter((one) => one.address.startsWith(`${page}#`))
      .map((one) => one.address.slice(page.length + 1));
    const elsewhere = served.find((one) => one.address.endsWith(`#${target.section}`))?.address;
    const near = nearest(target.section, siblings);
    const to = elsewhere ? pathWithSection(elsewhere) : near;
    const like = to === undefined ? '' : ` The heading most like it is now “${to}”.`;
    return (
      `${address} is no longer served.${lived}${like} If it moved, say where in the front matter of that file: ` +
      `moved: { ${target.section}: ${to ?? '<section>'} }, or if nothing took its place: ` +
      `moved: { ${target.section}: ${path} }. If the whole page moved, add it to moved.yaml`
    );
  }
  const pages = served.map((one) => one.address).filter((one) => !one.includes('#'));
  const above = servedAbove(address, pages);
  const moved = 'If it moved, say where in moved.yaml:';
  if (target === undefined || path === undefined)
    return `${address} is no longer served. ${moved} "${address}": ${above}${hint(address, pages)}`;
  const to = fileMostLike(target, address, fresh, pages);
  const like = to === undefined ? '' : ` The page most like it is now that of ${to}.`;
  return (
    `${address} is no longer served.${lived}${like} ${moved} ${path}: ${to ?? '<new file>'}. ` +
    removedAs(target, above)
  );
}

/** What to do about a page whose file was taken away. `above` is the page that leads on to others of its kind. */
function removedAs(target: Target, above: string): string {
  if (target.collection === 'changes') return 'A change that was published stays: take the file back as it was';
  return isRecorded(target.collection, target.id)
    ? 'If it was taken away, a change of kind removal that touches it says why'
    : `If it was taken away, let it lead to others of its kind: ${pathOf(target)}: ${above}`;
}

/** The file of the page that another may have become: one that is new, by its name or as the only one, or any. */
function fileMostLike(
  { collection }: Target,
  address: string,
  fresh: readonly string[],
  pages: readonly string[],
): string | undefined {
  const isOfFile = (one: string) => {
    const target = targetOfAddress(one);
    return target?.collection === collection && target.section === undefined;
  };
  const candidates = fresh.filter(isOfFile);
  const only = candidates.length === 1 ? candidates[0] : undefined;
  const found = nearest(address, candidates) ?? only ?? nearest(address, pages.filter(isOfFile));
  const target = found === undefined ? undefined : targetOfAddress(found);
  return target && pathOf(target);
}

/** Which content file and section an address belongs to; undefined for addresses of the site itself. */
export function targetOfAddress(address: string): Target | undefined {
  const [page = '', section] = address.split('#');
  if (page === PAGE_KINDS.changes.address && section !== undefined) return { collection: 'changes', id: section };
  const file = fileAt(page);
  // Sources are listed by their type.
  if (file?.collection === 'sources' && (SOURCE_TYPES as readonly string[]).includes(file.id)) return undefined;
  if (file) return section === undefined ? file : { ...file, section };
  // A section of an explainer has a page of its own.
  const [, explainer = '', own = ''] = /^\/([^/]+)\/([^/]+)\/$/.exec(page) ?? [];
  if (own !== '' && !RESERVED.has(explainer)) return { collection: 'explainers', id: explainer, section: own };
  if (page !== PAGE_KINDS.about.address) return undefined;
  return { collection: 'pages', id: 'about', ...(section !== undefined && { section }) };
}

/** The path of a content file, with its section if there is one: `explainers/the-call.md#agreed`. */
export const pathOfTarget = (target: Target): string =>
  `${pathOf(target)}${target.section === undefined ? '' : `#${target.section}`}`;

function pathWithSection(address: string): string {
  const target = targetOfAddress(address);
  return target ? pathOfTarget(target) : address;
}

/** Pairs of sections of one page each of which now holds the text that the other had. */
function exchanged(
  list: readonly (PublishedAddress & { line: number })[],
  now: ReadonlyMap<string, PublishedAddress>,
): LostAddress[] {
  const comparable = list.filter(
    (one) => one.fingerprint !== undefined && now.get(one.address)?.fingerprint !== undefined,
  );
  const prints = [...new Map(comparable.map((one) => [one.address, one])).values()];
  const isNow = (one: PublishedAddress, other: PublishedAddress) => {
    const print = now.get(one.address)?.fingerprint ?? '';
    return differingBits(print, other.fingerprint ?? '') + 8 < differingBits(print, one.fingerprint ?? '');
  };
  const pages = Map.groupBy(prints, ({ address }) => address.split('#')[0]);
  return [...pages.values()].flatMap((sections) =>
    sections.flatMap((one, at) =>
      sections.slice(at + 1).flatMap((other) => {
        if (!isNow(one, other) || !isNow(other, one)) return [];
        const reason = () =>
          `${one.address} and ${other.address} hold each other's text: were two headings exchanged? ` +
          'Put them back, or run npm run publish -- --exchanged ' +
          'if readers of the old links shall find the other text';
        return [{ line: one.line, reason }];
      }),
    ),
  );
}
