import type { MovedPage } from '../story/story.ts';

/** Files whose names change with what is in them may be kept for ever. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Headers that go with every answer; `policy` is the content-security policy of the site. Cards are shown by other sites,
 * which is why hosts that cannot tell them apart get the wider resource policy.
 */
export function securityHeaders(policy: string, resources: string): [string, string][] {
  return [
    ['Content-Security-Policy', policy],
    ['Strict-Transport-Security', 'max-age=31536000'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), browsing-topics=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', resources],
  ];
}

/** The file `_headers` that Netlify, Cloudflare Pages and others read. `base` is the base path of the site. */
export function headersFile(policy: string, base: string): string {
  const rule = (path: string, headers: [string, string][]) =>
    [`${base}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  // No header stands in two rules that fit one file: hosts join them, and the sum means nothing.
  return [rule('*', securityHeaders(policy, 'cross-origin')), rule('assets/*', [['Cache-Control', FOREVER]])].join(
    '\n',
  );
}

/** The file `_redirects` that the same hosts read: pages that moved answer with a real redirect. */
export function redirectsFile(moved: readonly MovedPage[], base: string): string {
  return moved.map(({ address, to }) => `${base}${address.slice(1)} ${base}${to.slice(1)} 301\n`).join('');
}

/** What the search needs and no other page may have. */
const WASM = " 'wasm-unsafe-eval'";

/** What deploy/nginx.conf includes: headers, of which it sets $resources and $wasm by address, and a map of the pages that moved. */
export function nginxFiles(
  policy: string,
  moved: readonly MovedPage[],
  base: string,
): { headers: string; moved: string } {
  return {
    headers: securityHeaders(policy.replace(WASM, '$wasm'), '$resources')
      .map(([name, value]) => `add_header ${name} "${value}" always;\n`)
      .join(''),
    moved: moved.map(({ address, to }) => `${base}${address.slice(1)} ${base}${to.slice(1)};\n`).join(''),
  };
}

/** What deploy/Caddyfile imports, likewise. Matchers exclude each other, since Caddy orders its directives by itself. */
export function caddyFile(policy: string, moved: readonly MovedPage[], base: string): string {
  const SEPARATE = ['Content-Security-Policy', 'Cross-Origin-Resource-Policy'];
  const common = securityHeaders('', '').filter(([name]) => !SEPARATE.includes(name));
  return [
    'header {',
    ...common.map(([name, value]) => `\t${name} "${value}"`),
    '}',
    `@search path ${base}search/*`,
    `@unsearched not path ${base}search/*`,
    `header @search Content-Security-Policy "${policy}"`,
    `header @unsearched Content-Security-Policy "${policy.replace(WASM, '')}"`,
    `@cards path ${base}cards/*`,
    `@uncarded not path ${base}cards/*`,
    'header @cards Cross-Origin-Resource-Policy cross-origin',
    'header @uncarded Cross-Origin-Resource-Policy same-origin',
    ...moved.map(({ address, to }) => `redir ${base}${address.slice(1)} ${base}${to.slice(1)} 301`),
    '',
  ].join('\n');
}
