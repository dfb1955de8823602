import { caddyConfiguration } from './caddy.ts';
import { CACHES, commonHeaders, PAGES, partHeaders, redirects, type Header, type HostInput } from './host-rules.ts';
import { nginxConfiguration } from './nginx.ts';

/** The files that tell hosts how to serve a site, by their path in it. */
export function hostFiles(input: HostInput): Record<string, string> {
  return {
    _headers: headersFile(input),
    ...(input.moved.length > 0 && { _redirects: redirectsFile(input) }),
    // A code host that publishes a branch would else run Jekyll over the site.
    '.nojekyll': 'This site is complete as it is.\n',
    '_server/nginx.conf': nginxConfiguration(input),
    '_server/Caddyfile': caddyConfiguration(input),
  };
}

/** Cloudflare Pages reads no more rules than these. */
const MOST_RULES = 100;

/**
 * What Netlify, Cloudflare Pages and others read. They join the headers of all rules that fit an address, so that no
 * header may be in two of them; and they send them with errors too, so that only files that exist are kept for long.
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
 * Where pages have moved, for the same hosts. Each page has two lines: where there still is a file, Netlify redirects
 * only with the sign !, and Cloudflare leaves out lines that have it.
 */
function redirectsFile(input: HostInput): string {
  return redirects(input)
    .map(({ from, to }) => `${encodeURI(input.site.pathname + from)} ${to} 301`)
    .map((line) => `${line}!\n${line}\n`)
    .join('');
}
