import { PAGE_KINDS } from '../story/page-kinds.ts';
import type { MovedPage } from '../story/story.ts';
import type { SitePolicy } from './policy.ts';

/** The input of all host configurations. */
export interface HostInput {
  /** The public address of the site with its path. */
  site: URL;
  policy: SitePolicy;
  moved: readonly MovedPage[];
  /** The names of the files in `assets/`, without compressed copies. */
  assets: readonly string[];
}

/** A header of an HTTP response. */
export type Header = readonly [name: string, value: string];

/** Values of `Cache-Control` (RFC 9111); ages are in seconds. */
export const CACHES = {
  /** Pages, and other files whose name stays the same when they change. */
  page: 'public, max-age=60, stale-while-revalidate=600',
  /** Cards: networks that show them do not need the newest one at once. */
  card: 'public, max-age=86400',
  /** Files with a hash of their content in the name. */
  hashed: 'public, max-age=31536000, immutable',
  /** The page for addresses that do not exist: they may exist after the next build. */
  error: 'no-store',
} as const;

/** A part of the site that needs headers of its own. */
export interface SitePart {
  /** The path below the root of the site: `assets/`. */
  path: string;
  cache: keyof typeof CACHES;
  /** Which content-security policy is sent with it; `file` is one that allows nothing. */
  policy: keyof SitePolicy | 'file';
  /** Whether other sites may embed it (`show`), or also read it by script (`read`, CORS). Neither if undefined. */
  shared?: 'show' | 'read';
}

/** All files that no other part names. */
export const PAGES: SitePart = { path: '', cache: 'page', policy: 'pages' };
/** The page for addresses that do not exist. */
export const NOT_FOUND: SitePart = { path: '404.html', cache: 'error', policy: 'pages' };
/** The parts with headers of their own; where paths are nested, the longer one applies. */
export const PARTS: readonly SitePart[] = [
  { path: PAGE_KINDS.search.address.slice(1), cache: 'page', policy: 'search' },
  // The search runs in a worker, which has the policy of its own file.
  { path: 'pagefind/', cache: 'page', policy: 'search' },
  { path: 'pagefind/fragment/', cache: 'hashed', policy: 'file' },
  { path: 'pagefind/index/', cache: 'hashed', policy: 'file' },
  { path: 'assets/', cache: 'hashed', policy: 'file' },
  { path: 'cards/', cache: 'card', policy: 'file', shared: 'show' },
  { path: 'data/', cache: 'page', policy: 'file', shared: 'read' },
];

/**
 * Headers that are the same with every answer, by the lists of OWASP (https://owasp.org/www-project-secure-headers/)
 * and Mozilla (https://developer.mozilla.org/en-US/observatory).
 */
export function commonHeaders(site: URL): Header[] {
  // Strict-Transport-Security applies to the whole host, so a site below a path must not decide it.
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

/** Browser features that no page uses. Sharing and copying are not listed, because pages use them. */
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

/** What the policy inside a page cannot say: browsers ignore it there. */
const FRAMES_POLICY = "frame-ancestors 'none'";

/** The headers that differ from part to part, without `Cache-Control`. */
export function partHeaders({ policy, shared }: SitePart, policies: SitePolicy): Header[] {
  return [
    ['Content-Security-Policy', policy === 'file' ? `default-src 'none';${FRAMES_POLICY}` : policies[policy]],
    ['Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin'],
    ...(shared === 'read' ? ([['Access-Control-Allow-Origin', '*']] as const) : []),
  ];
}

/** A redirect of a moved page. */
export interface Redirect {
  /** A path below the root of the site, with a slash at its end. */
  from: string;
  /** A whole path. */
  to: string;
  /** The place on that page, with its `#`, or nothing. What follows a question mark in the old address comes before. */
  place: string;
}

/** The redirects of moved pages. */
export function redirects({ site, moved }: HostInput): Redirect[] {
  return moved.map(({ address, to }) => {
    const [path = '', place = ''] = encodeURI(site.pathname + to.slice(1)).split(/(?=#)/);
    return { from: address.slice(1), to: path, place };
  });
}

/** The comment at the top of a server configuration. */
export function introduction({ site }: HostInput): string {
  return `# How a server sends this site: headers, compressed files, caching and pages that moved. Every build writes it
# anew, this one for ${site.href}
# Let the server read its configuration again whenever the site is copied to it.
#`;
}
