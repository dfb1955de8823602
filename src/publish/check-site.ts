import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { exitWith, WriterError } from '../compiler/faults.ts';
import { filesIn, ownText } from './files-in.ts';
import { weighPages } from './page-budget.ts';
import type { Settings } from './settings.ts';

/**
 * An Astro integration that stops the build when the site links to a file that does not exist or to a page that moved,
 * or has an empty file or a page that is too heavy. It must come after the integrations that write files and before
 * `stage`, which publishes the site.
 */
export function checkSite(settings: Pick<Settings, 'site' | 'cards'>): AstroIntegration {
  return {
    name: 'check-site',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const missing = faultsOfSite(fileURLToPath(dir), settings);
        const { faults: heavy, close } =
          missing.length > 0 ? { faults: [], close: undefined } : await weighPages(fileURLToPath(dir), settings.site);
        if (close !== undefined) logger.warn(close);
        if (missing.length + heavy.length === 0) return;
        const reason = missing.length > 0 ? 'the site is not whole' : 'a page is too heavy for the first round trip';
        const lines = [...missing.slice(0, 20), ...heavy].join('\n  ');
        // Thrown, it would be one more failed hook to Astro.
        exitWith(new WriterError(`${reason}; nothing was published:\n  ${lines}`));
      },
    },
  };
}

/** A start tag as Astro writes it. Quoted values are matched as a whole, because they may contain “>”. */
const TAG = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;
/** An attribute with an address from the root of the site; those of data are files that the search page loads. */
const FROM_ROOT = /\s(?:href|src|data-(?:index|results|pages|sources))="(\/[^"]*)"/g;
/** The files of an image in its widths. */
const SRCSET = /\ssrcset="([^"]*)"/g;
/**
 * A whole address in a `link` or `meta` of a page or the feed. Whole addresses in texts are a writer's and not checked.
 */
const WHOLE = /^<(?:link|meta)\s[^]*?\s(?:href|content)="(https?:\/\/[^"]*)"/;
/** An address in a style sheet. */
const STYLE_URL = /url\(["']?(\/[^"')]*)/g;
/** A script that another imports. */
const SCRIPT_IMPORT = /(?:from|import)\s*\(?\s*["'](\.\.?\/[^"']*)["']/g;
/** Files in which every whole address names a page. */
const LISTS = /^(sitemap\.xml|robots\.txt|data\/addresses\.json)$/;

/** Where a page says that it is; one that moved names its new place. */
const CANONICAL = /<link rel="canonical" href="([^"]*)"/;

/**
 * The files that are missing, empty or moved in the folder of a built site, a line for each. Without cards they may be
 * missing.
 */
export function faultsOfSite(folder: string, { site, cards }: Pick<Settings, 'site' | 'cards'>): string[] {
  const files = filesIn(folder);
  const present = new Set(files);
  const empty = files.filter((name) => statSync(path.join(folder, name)).size === 0).map((name) => `${name} is empty`);
  const namedBy = new Map<string, string>();
  const linkedBy = new Map<string, string>();
  // Most addresses are on many pages.
  const found = new Map<string, string | undefined>();
  const fileAt = (address: string, by: string) => {
    const key = address.startsWith('.') ? `${by} ${address}` : address;
    if (!found.has(key)) found.set(ownText(key), fileOf(new URL(address, new URL(by, site)), site));
    return found.get(key);
  };
  const movedTo = new Map<string, string>();
  for (const name of files) {
    const text = isRead(name) ? readFileSync(path.join(folder, name), 'utf8') : '';
    const [, now] = name.endsWith('.html') ? (CANONICAL.exec(text) ?? []) : [];
    if (now !== undefined && fileOf(new URL(now), site) !== name) movedTo.set(name, ownText(now));
    for (const address of addressesIn(name, text)) {
      const file = fileAt(address, name);
      if (file === undefined) continue;
      if (!namedBy.has(file)) namedBy.set(file, name);
      // A list of addresses may hold old ones.
      if (!LISTS.test(name) && !linkedBy.has(file)) linkedBy.set(file, name);
    }
  }
  const moved = [...linkedBy].flatMap(([file, by]) =>
    movedTo.has(file) ? [`${file}, which ${by} names, has moved to ${movedTo.get(file)}`] : [],
  );
  const missing = [...namedBy]
    .filter(([file]) => !present.has(file) && (cards || !file.startsWith('cards/')))
    .map(([file, by]) => `${file}, which ${by} names, is missing`);
  return [...empty, ...missing, ...moved];
}

/** Whether a file has addresses that the site's own code wrote. */
const isRead = (name: string): boolean =>
  LISTS.test(name) || (/\.(html|js|xml)$/.test(name) && !name.startsWith('pagefind/'));

/** The addresses in a file that the site's own code wrote. What a writer cites is not checked. */
function addressesIn(name: string, text: string): Set<string> {
  const found: string[] = LISTS.test(name) ? (text.match(/https?:\/\/[^\s"<]+/g) ?? []) : [];
  const add = (matches: Iterable<RegExpMatchArray>) => {
    for (const [, address = ''] of matches) found.push(address);
  };
  if (name.endsWith('.js')) add(text.matchAll(SCRIPT_IMPORT));
  else add(text.matchAll(STYLE_URL));
  for (const [tag] of name.endsWith('.js') ? [] : text.matchAll(TAG)) {
    add(tag.matchAll(FROM_ROOT));
    for (const [, files = ''] of tag.matchAll(SRCSET))
      add(files.split(',').map((one) => [one, one.trim().split(' ')[0] ?? '']));
    const whole = WHOLE.exec(tag);
    if (whole) add([whole]);
  }
  return new Set(found);
}

/** The path of the file that a server sends for an address; undefined for addresses of other sites. */
function fileOf({ origin, pathname }: URL, site: URL): string | undefined {
  if (origin !== site.origin) return undefined;
  if (!pathname.startsWith(site.pathname)) return `${pathname} (outside of ${site.pathname})`;
  const name = decodeURIComponent(pathname.slice(site.pathname.length));
  return name === '' || name.endsWith('/') ? `${name}index.html` : name;
}
