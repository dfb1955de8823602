import {
  CACHES,
  commonHeaders,
  introduction,
  NOT_FOUND,
  PAGES,
  partHeaders,
  PARTS,
  redirects,
  type HostInput,
  type SitePart,
} from './host-rules.ts';

/** Media types by file extension: those of text get a character set. */
const TEXT_TYPES = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain',
  md: 'text/markdown',
  svg: 'image/svg+xml',
};
const OTHER_TYPES = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  epub: 'application/epub+zip',
};

/** The configuration for nginx 1.22 or newer, to be included in the `location` of the site. */
export function nginxConfiguration(input: HostInput): string {
  const { site } = input;
  const base = site.pathname;
  const types = Object.entries({ ...TEXT_TYPES, ...OTHER_TYPES }).map(([ending, type]) => `    ${type} ${ending};`);
  return `${introduction(input)}
${linesForServer(site)}

index index.html;
absolute_redirect off;
server_tokens off;
charset utf-8;
# Text in HTML always has its character set.
charset_types ${Object.values(TEXT_TYPES).slice(1).join(' ')};
types {
${types.join('\n')}
}
default_type application/octet-stream;

# What the build has compressed is sent as it is.
gzip_static on;
gzip_vary on;

${headers(PAGES, input)}

${PARTS.map((part) => location(`^~ ${base}${part.path}`, headers(part, input))).join('\n')}

# What begins with _ is for servers only; and a folder that has no page is not found either.
${location(`^~ ${base}_`, 'return 404;')}
error_page 403 404 =404 ${base}${NOT_FOUND.path};
${location(`= ${base}${NOT_FOUND.path}`, `internal;\n${headers(NOT_FOUND, input)}`)}

# Pages that moved, also without the slash at the end.
${redirects(input)
  .flatMap(({ from, to, place }) =>
    [from, from.replace(/\/$/, '')].map((old) =>
      location(`= "${base}${old}"`, `return 301 "${to}$is_args$args${place}";`),
    ),
  )
  .join('\n')}
`;
}

/** A comment with the lines that an administrator writes on the server once. */
function linesForServer({ protocol, hostname, port, pathname }: URL): string {
  const folder = '/var/www/story';
  const ownPort = protocol === 'http:' && port !== '' ? port : 80;
  const lines = [
    'server {',
    `    listen ${ownPort};`,
    // Without this line whoever comes by IPv6 gets the page that nginx was installed with.
    `    listen [::]:${ownPort};`,
    `    server_name ${hostname};`,
    ...(pathname === '/' ? [] : [`    location = ${pathname.slice(0, -1)} { return 301 ${pathname}; }`]),
    `    location ${pathname === '/' ? '/' : `^~ ${pathname}`} {`,
    `        alias ${folder}/;`,
    `        include ${folder}/_server/nginx.conf;`,
    '        brotli_static on; # of the module libnginx-mod-http-brotli-static',
    '    }',
    '}',
  ];
  return `# Write these lines on the server once, as /etc/nginx/sites-enabled/story, with the folder that has the site;
# or put the locations into the server block that is there:
#
${lines.map((line) => `#     ${line}`).join('\n')}`;
}

/** The headers of a part. A location that sets one header inherits none in nginx, so each location repeats them all. */
function headers(part: SitePart, { site, policy }: HostInput): string {
  const always = [...partHeaders(part, policy), ...commonHeaders(site)];
  return [
    ...always.map(([name, value]) => `add_header ${name} "${value}" always;`),
    // Without “always” nginx does not send it with errors.
    `add_header Cache-Control "${CACHES[part.cache]}"${part === NOT_FOUND ? ' always' : ''};`,
  ].join('\n');
}

const location = (match: string, inside: string) => `location ${match} {\n${indented(inside)}\n}`;
const indented = (text: string) => text.replace(/^/gm, '    ');
