/**
 * The kinds of page, in the order of the site. One entry says everything about a kind; nothing else lists kinds. A new
 * kind compiles only when the exhaustive records that take a function for each kind have one for it too:
 * `directory.ts` (which pages there are), `words/` (what it is called, if anything calls it by its kind), and in
 * `publish/` its card, its search record and its JSON-LD. That it has a route in `pages/` is a test:
 * tests/silent.test.ts.
 */
interface PageKindEntry {
  /**
   * Its address from the root of the site. `{id}` is replaced by the id of its file or item; for an id with slashes in
   * it the pattern is `{id}/{id}`.
   */
  readonly address: string;
  /** The folder whose files are such pages. */
  readonly folder?: string;
  /** The kind of page above it, for breadcrumbs; the front page has none. */
  readonly above?: string;
  /** Where the navigation leads for it; left out for kinds that are not in the navigation. */
  readonly navigation?: string;
  /** Whether `pages/` may hold a title and an introduction for it. */
  readonly lead?: true;
  /** Left out of the sitemap, because another page has the same text. */
  readonly unlisted?: true;
  /** Kept out of search engines and of the site's own search. */
  readonly noindex?: true;
  /** Its type in the vocabulary of schema.org; left out for pages without JSON-LD. */
  readonly schemaOrg?: 'WebSite' | 'BackgroundNewsArticle' | 'WebPage' | 'CollectionPage' | 'AboutPage';
  /** Whether it is a text to be read, an `article` of Open Graph with the days of its changes. */
  readonly readable?: true;
}

const COLLECTION = { above: 'home', lead: true, schemaOrg: 'CollectionPage' } as const;

/** The table, in the order of the site. */
export const PAGE_KINDS = {
  home: { address: '/', lead: true, navigation: '/#explainers', schemaOrg: 'WebSite' },
  explainer: {
    address: '/{id}/',
    folder: 'explainers',
    above: 'home',
    schemaOrg: 'BackgroundNewsArticle',
    readable: true,
  },
  section: {
    address: '/{id}/{id}/',
    above: 'explainer',
    unlisted: true,
    schemaOrg: 'BackgroundNewsArticle',
    readable: true,
  },
  drafts: { address: '/drafts/', navigation: '/drafts/', ...COLLECTION },
  draft: { address: '/drafts/{id}/', folder: 'drafts', above: 'drafts', schemaOrg: 'WebPage' },
  article: { address: '/drafts/{id}/{id}/', folder: 'articles', above: 'draft', schemaOrg: 'WebPage' },
  paragraph: {
    address: '/drafts/{id}/{id}/{id}/',
    above: 'article',
    unlisted: true,
    schemaOrg: 'WebPage',
    readable: true,
  },
  positions: { address: '/positions/', navigation: '/positions/', ...COLLECTION },
  demand: { address: '/positions/{id}/', folder: 'demands', above: 'positions', schemaOrg: 'WebPage' },
  timeline: { address: '/timeline/', navigation: '/timeline/', ...COLLECTION },
  event: { address: '/timeline/{id}/', folder: 'timeline', above: 'timeline', schemaOrg: 'WebPage' },
  eventFilter: { address: '/timeline/{id}/{id}/', above: 'timeline', schemaOrg: 'CollectionPage' },
  glossary: { address: '/glossary/', navigation: '/glossary/', ...COLLECTION },
  term: { address: '/glossary/{id}/', folder: 'glossary', above: 'glossary', schemaOrg: 'WebPage' },
  sources: { address: '/sources/', navigation: '/sources/', ...COLLECTION },
  sourceType: { address: '/sources/{id}/', above: 'sources', lead: true, schemaOrg: 'CollectionPage' },
  sourcePart: { address: '/sources/{id}/{id}/', above: 'sourceType', schemaOrg: 'CollectionPage' },
  source: { address: '/sources/{id}/', folder: 'sources', above: 'sources', schemaOrg: 'WebPage' },
  pictures: { address: '/pictures/', navigation: '/pictures/', ...COLLECTION },
  picture: { address: '/pictures/{id}/', folder: 'pictures', above: 'pictures', schemaOrg: 'WebPage' },
  changes: { address: '/changes/', ...COLLECTION },
  about: { address: '/about/', lead: true, navigation: '/about/', above: 'home', schemaOrg: 'AboutPage' },
  // All explainers one after the other, to be printed or saved whole; only where there are several.
  all: { address: '/all/', above: 'home', unlisted: true, noindex: true },
  search: { address: '/search/', navigation: '/search/', above: 'home', schemaOrg: 'CollectionPage' },
  // The versions of a page are below its own address, which begins and ends with a slash.
  versions: { address: '{id}versions/', unlisted: true, noindex: true },
  version: { address: '{id}versions/{id}/', unlisted: true, noindex: true },
  notFound: { address: '/404.html', unlisted: true, noindex: true },
} as const satisfies Record<string, PageKindEntry>;

export type PageKind = keyof typeof PAGE_KINDS;

/** The table's entry for a kind, typed with every field that an entry may have. */
export function kindOf(kind: PageKind): PageKindEntry & { above?: PageKind } {
  return PAGE_KINDS[kind];
}

/** All kinds, in the order of the table. */
export const pageKinds = Object.keys(PAGE_KINDS) as PageKind[];

/** The address of a page: `addressOfPage('article', 'us-treaty', 'article-4')` is `/drafts/us-treaty/article-4/`. */
export function addressOfPage(kind: PageKind, ...ids: string[]): string {
  return PAGE_KINDS[kind].address.replace(/\{id\}/g, () => ids.shift() ?? '');
}

/**
 * The id of the file in `pages/` of a story that has a title and an introduction for a page: `sources-primary` for
 * `/sources/primary/`.
 */
export function leadId(address: string): string {
  return address.slice(1, -1).replaceAll('/', '-') || 'home';
}

/** The kinds that have a field in the table: those whose pages are the files of a `folder`, or in the `navigation`. */
export type KindWith<Field extends keyof PageKindEntry> = {
  [Kind in PageKind]: (typeof PAGE_KINDS)[Kind] extends Record<Field, unknown> ? Kind : never;
}[PageKind];

/** The kinds of content file, named after their folders; articles are in a folder of their draft. */
export type Collection = (typeof PAGE_KINDS)[KindWith<'folder'>]['folder'] | 'pages' | 'changes';

/** The collections that are pages of their own, with the kind of page that each of their files is. */
export const KIND_OF_COLLECTION = Object.fromEntries(
  pageKinds.flatMap((kind) => {
    const { folder } = kindOf(kind);
    return folder === undefined ? [] : [[folder, kind]];
  }),
) as Record<Exclude<Collection, 'pages' | 'changes'>, KindWith<'folder'>>;

/** All collections, those with pages of their own first. */
export const COLLECTIONS = [...Object.keys(KIND_OF_COLLECTION), 'pages', 'changes'] as Collection[];

/** First parts of an address that belong to the site, so that no explainer may be called so. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...pageKinds.flatMap((kind) => /^\/([a-z0-9]+)/.exec(PAGE_KINDS[kind].address)?.[1] ?? []),
  ...['home', 'index', 'data', 'cards', 'images', 'assets', 'pagefind', 'versions'],
]);

/**
 * The way back from an address: the collection and id of the file whose page it is. Undefined for pages that have no
 * file of their own.
 */
export function fileAt(address: string): { collection: Collection; id: string } | undefined {
  const found = (Object.keys(KIND_OF_COLLECTION) as (keyof typeof KIND_OF_COLLECTION)[]).flatMap((collection) => {
    const pattern = PAGE_KINDS[KIND_OF_COLLECTION[collection]].address.replace(/\{id\}/g, '([^/]+)');
    const ids = new RegExp(`^${pattern}$`).exec(address)?.slice(1);
    return ids && !(collection === 'explainers' && RESERVED.has(ids[0] ?? ''))
      ? [{ collection, id: ids.join('/') }]
      : [];
  });
  return found[0];
}
