import { hint } from './nearest.ts';
import { addressOfPage, COLLECTIONS, KIND_OF_COLLECTION, PAGE_KINDS, RESERVED, type Collection } from './page-kinds.ts';

/** Points at one content file, or at one of its sections. */
export interface Target {
  collection: Collection;
  id: string;
  section?: string;
}

/** Letters of the name of a content file at most, short enough for every file system. */
export const MOST_LETTERS_OF_ID = 100;

/** A file name becomes a permanent address: plain characters only. */
const isId = (text: string): boolean => text.length <= MOST_LETTERS_OF_ID && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/**
 * Whether a text can be the id of a section, as GitHub makes it of a heading: letters of any script, digits, hyphens
 * and underscores.
 */
export function isSectionId(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}_-]{1,100}$/u.test(text) && !/\p{Default_Ignorable_Code_Point}/u.test(text);
}

/**
 * Whether a text can be an address of the site, from its root: parts that end in a slash, then a file, then the id of a
 * section, each where there is one.
 */
export function isAddress(text: string): boolean {
  const [page = '', section, more] = text.split('#');
  return (
    /^\/([\p{L}\p{N}\p{M}_-]+\/)*([\p{L}\p{N}\p{M}_-]+(\.[a-z0-9]+)+)?$/u.test(page) &&
    page.length < 500 &&
    more === undefined &&
    (section === undefined || isSectionId(section))
  );
}

/** A name as an id could have it: `Sesión plena` → `sesion-plena`. */
export const asId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * The collection and id of a content file, from its path below the story's folder: `drafts/us-treaty/article-4.md`
 * is article `us-treaty/article-4`. Throws an Error that says what a path may look like.
 */
export function targetOf(path: string): Target {
  const parts = path.replace(/\.md$/, '').split('/');
  const [folder = '', ...rest] = parts;
  if (!path.endsWith('.md')) throw new Error(`is not Markdown; content files end in .md, and images are in ${IMAGES}`);
  const bad = rest.find((part) => !isId(part));
  if (bad !== undefined)
    throw new Error(
      `“${bad}” cannot be part of an address; ` +
        `use lower-case letters a to z, digits and single hyphens, at most ${MOST_LETTERS_OF_ID} of them` +
        (isId(asId(bad)) ? `, as in ${asId(bad)}` : ''),
    );
  const id = rest.join('/');
  if (folder === 'drafts' && rest.length === 2) return { collection: 'articles', id };
  if (folder === 'articles' || rest.length !== 1 || !(COLLECTIONS as readonly string[]).includes(folder))
    throw new Error(
      `is in no folder that the site knows; use one of ${FOLDERS.join(', ')}, or ${IMAGES} for images` +
        (rest.length > 0 ? hint(`${folder}/`, FOLDERS) : ''),
    );
  if (folder === 'explainers' && RESERVED.has(id))
    throw new Error(`“${id}” is an address of the site itself; choose another name`);
  return { collection: folder as Collection, id };
}

/** The folder of a story's images, whose files are no content files. */
export const IMAGES = 'images/';

const FOLDERS = COLLECTIONS.filter((name) => name !== 'articles').map((name) => `${name}/`);

/** The path of the file behind a target, below the story's folder. */
export function pathOf({ collection, id }: Target): string {
  return `${collection === 'articles' ? 'drafts' : collection}/${id}.md`;
}

/** The public address of a target, from the root of the site: `/timeline/2024-05-17-call/#what-was-agreed`. */
export function addressOf({ collection, id, section }: Target): string {
  return `${pageOf(collection, id)}${section === undefined ? '' : `#${section}`}`;
}

function pageOf(collection: Collection, id: string): string {
  if (collection === 'pages') return id === 'home' ? PAGE_KINDS.home.address : `/${id}/`;
  if (collection === 'changes') return `${PAGE_KINDS.changes.address}#${id}`;
  return addressOfPage(KIND_OF_COLLECTION[collection], ...id.split('/'));
}

/** The name of the popover that a link to a paragraph of a document opens: `us-treaty-article-4-paragraph-1`. */
export function paragraphPopover({ id, section }: Target): string {
  return `${id.replace('/', '-')}-${section}`;
}

/** Turns an address from the root of the site into a whole one with scheme, host and base path. */
export type Absolute = (address: string) => string;

/** Puts the site's base path before an address: `/story/` and `/about/` give `/story/about/`. */
export function withBase(base: string, address: string): string {
  return `${base.replace(/\/+$/, '')}${address}`;
}

/**
 * The address of the picture that is shown with a shared link to a page. It never changes, since social networks cache
 * it.
 */
export function cardAddress(page: string): string {
  return `/cards/${page === '/' ? 'home' : page.replace(/^\/|\/$|\.html$/g, '')}.png`;
}

/**
 * The address of an image of the story, for readers and machines that take what every program can read: `bridge` of
 * `images/bridge.webp` is `/images/bridge.jpg`. It never changes, since feeds and copies of texts name it.
 */
export function imageAddress(name: string, file: string): string {
  return `/images/${name}.${file.endsWith('.png') ? 'png' : 'jpg'}`;
}

/** The sets of data in `/data/`: each is a file `<name>.json` with its JSON Schema beside it, `<name>.schema.json`. */
export const DATA_SETS = ['timeline', 'glossary', 'drafts', 'addresses', 'sources'] as const;

const ARCHIVES = /^https?:\/\/(archive\.(md|ph|today|is|org)|web\.archive\.org)\//;

/**
 * The Internet Archive's address for the copy of a page nearest to a day (`yyyy-mm-dd` or shorter); the archive answers
 * with the nearest copy it has. Undefined for an address that is itself an archived copy.
 */
export function archivedCopy(address: string, day: string): string | undefined {
  return ARCHIVES.test(address)
    ? undefined
    : `https://web.archive.org/web/${day.replaceAll('-', '').padEnd(8, '01')}/${address}`;
}
