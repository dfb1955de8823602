import { caddyConfiguration } from './caddy.ts';
import { CACHES, commonHeaders, PAGES, partHeaders, redirects, type Header, type HostInput } from './host-rules.ts';
import { nginxConfiguration } from './nginx.ts';

/** The configuration files for all supported hosts, as text by path below the root of the site. */
export function hostFiles(input: HostInput): Record<string, string> {
  return {
    _headers: headersFile(input),
    ...(input.moved.length > 0 && { _redirects: redirectsFile(input) }),
    // Without this file GitHub Pages would run Jekyll, which drops folders that begin with “_”.
    '.nojekyll': 'This site is complete as it is.\n',
    '_server/nginx.conf': nginxConfiguration(input),
    '_server/Caddyfile': caddyConfiguration(input),
  };
}

/** The limit of Cloudflare Pages, which ignores further rules. */
const MOST_RULES = 100;

/**
 * The `_headers` file of Netlify, Cloudflare Pages and others. These hosts add up the headers of all rules that match
 * an address, so no header may be in two matching rules. They also send them with errors, so only files that exist are
 * listed with a long cache time.
 */
function headersFile({ site, policy, assets }: HostInput): string {
  const rule = (path: string, headers: readonly Header[]) =>
    [`${site.pathname}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const everything = partHeaders({ ...PAGES, policy: 'search', shared: 'show' }, policy);
  const rules = [
    rule('*', [...everything, ...commonHeaders(site)]),
    rule('data/*', [['Access-Control-Allow-Origin', '*']]),
    ...assets.map((name) => rule(`assets/${name}`, [['Cache-Control', CACHES.hashed]])),
  ];
  return `${rules.slice(0, MOST_RULES).join('\n\n')}\n`;
}

/**
 * The `_redirects` file of the same hosts. Each page has two lines: at an address that also has a file, Netlify
 * redirects only if the line ends in “!”, and Cloudflare ignores lines that do.
 */
function redirectsFile(input: HostInput): string {
  return redirects(input)
    .map(({ from, to, place }) => `${encodeURI(input.site.pathname + from)} ${to}${place} 301`)
    .map((line) => `${line}!\n${line}\n`)
    .join('');
}
