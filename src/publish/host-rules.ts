import type { MovedPage } from '../story/story.ts';
import type { SitePolicy } from './policy.ts';

/** What the configurations of all hosts are made from. */
export interface HostInput {
  /** Where the site will be, path included. */
  site: URL;
  policy: SitePolicy;
  moved: readonly MovedPage[];
  /** The files in `assets/`, without those that are compressed. */
  assets: readonly string[];
}

export type Header = readonly [name: string, value: string];

/** How long browsers, and caches on the way, may use a file before they ask again. */
export const CACHES = {
  /** A page, or another file that keeps its name when it changes. */
  page: 'public, max-age=60, stale-while-revalidate=600',
  /** Cards: other sites show them, and ask seldom. */
  card: 'public, max-age=86400',
  /** The names of these files change with what is in them. */
  hashed: 'public, max-age=31536000, immutable',
  /** What is not there may be there the next time. */
  error: 'no-store',
} as const;

/** A part of the site that is sent in its own way. */
export interface Part {
  /** Below the root of the site: `assets/`. */
  path: string;
  cache: keyof typeof CACHES;
  /** Whose policy goes with it. What is neither a page nor the search gets one that allows nothing. */
  policy: keyof SitePolicy | 'file';
  /** Whether other sites may show it, or also read it by script. */
  shared?: 'show' | 'read';
}

export const PAGES: Part = { path: '', cache: 'page', policy: 'pages' };
export const NOT_FOUND: Part = { path: '404.html', cache: 'error', policy: 'pages' };
export const PARTS: readonly Part[] = [
  { path: 'search/', cache: 'page', policy: 'search' },
  // The search runs in a worker, which has the policy of its own file.
  { path: 'pagefind/', cache: 'page', policy: 'search' },
  { path: 'pagefind/fragment/', cache: 'hashed', policy: 'file' },
  { path: 'pagefind/index/', cache: 'hashed', policy: 'file' },
  { path: 'assets/', cache: 'hashed', policy: 'file' },
  { path: 'cards/', cache: 'card', policy: 'file', shared: 'show' },
  { path: 'data/', cache: 'page', policy: 'file', shared: 'read' },
];

/**
 * Headers that are the same with every answer, by the lists of OWASP (https://owasp.org/www-project-secure-headers/) and
 * Mozilla (https://developer.mozilla.org/en-US/observatory).
 */
export function commonHeaders(site: URL): Header[] {
  // This one speaks for the whole host: a site below a path leaves it to whoever has the host.
  const ownsHost = site.protocol === 'https:' && site.pathname === '/';
  return [
    ...(ownsHost ? ([['Strict-Transport-Security', 'max-age=63072000']] as const) : []),
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['X-Permitted-Cross-Domain-Policies', 'none'],
    ['X-DNS-Prefetch-Control', 'off'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', REFUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Embedder-Policy', 'require-corp'],
  ];
}

/** What no page of the site asks for. Sharing and copying are not in this list. */
const REFUSED_FEATURES = [
  'accelerometer',
  'camera',
  'clipboard-read',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
];

/** Headers that depend on the part of the site, all but the one for caches. */
export function partHeaders({ policy, shared }: Part, policies: SitePolicy): Header[] {
  return [
    ['Content-Security-Policy', policy === 'file' ? "default-src 'none';frame-ancestors 'none'" : policies[policy]],
    ['Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin'],
    ...(shared === 'read' ? ([['Access-Control-Allow-Origin', '*']] as const) : []),
  ];
}

/** Pages that moved: from a path below the root of the site, to an address as it is written in a header. */
export function redirects({ site, moved }: HostInput): { from: string; to: string }[] {
  return moved.map(({ address, to }) => ({ from: address.slice(1), to: encodeURI(site.pathname + to.slice(1)) }));
}

/** The first lines of the configuration of a server. */
export function introduction({ site }: HostInput): string {
  return `# How a server sends this site: headers, compressed files, caching and pages that moved. Every build writes it
# anew, this one for ${site.href}
# Let the server read its configuration again whenever the site is copied to it.
#`;
}
