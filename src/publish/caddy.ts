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

/**
 * The configuration for Caddy 2.6 or newer, to be imported in the site block. Paths in it are below the site's root.
 */
export function caddyConfiguration(input: HostInput): string {
  return `${introduction(input)}
${linesForServer(input.site)}

route {
	header {
${headers(PAGES, input)}
		Vary "Accept-Encoding"
	}
	header -Server
${PARTS.map((part) => `	header /${part.path}* {\n${headers(part, input)}\n	}`).join('\n')}
	header *.md Content-Type "text/markdown; charset=utf-8"
	header *.epub Content-Type "application/epub+zip"

	# Pages that moved, also without the slash at the end; what follows a question mark goes with them.
	map {path} {moved_to} {moved_place} {
${redirects(input)
  .flatMap(({ from, to, place }) => [from, from.replace(/\/$/, '')].map((old) => `		"/${old}" "${to}" "${place}"\n`))
  .join('')}		default "" ""
	}
	@moved_with_question expression {moved_to} != "" && {query} != ""
	@moved expression {moved_to} != ""
	redir @moved_with_question {moved_to}?{query}{moved_place} 301
	redir @moved {moved_to}{moved_place} 301

	# The file server sends on to an address with its slash, but forgets what follows the question mark.
	# An address without a slash at its beginning cannot lead to another host.
	@question {
		not path */
		file {path}/index.html
		expression {query} != ""
	}
	redir @question {file}/?{query} 308

	# What begins with _ is for servers only; and a folder that has no page is not found either.
	@for_servers path /_*
	@folder {
		path */
		not file {path}index.html
	}
	@nothing {
		not path */
		not file {path} {path}/index.html
	}
	rewrite @for_servers /${NOT_FOUND.path}
	rewrite @folder /${NOT_FOUND.path}
	rewrite @nothing /${NOT_FOUND.path}
	@not_found path /${NOT_FOUND.path}
	header @not_found {
${headers(NOT_FOUND, input)}
	}
	file_server @not_found {
		status 404
		precompressed br gzip
	}
	file_server {
		precompressed br gzip
	}
}
`;
}

/** A comment with the lines that an administrator writes on the server once. */
function linesForServer({ protocol, host, origin, pathname }: URL): string {
  const folder = '/var/www/story';
  const site = [`root * ${folder}`, `import ${folder}/_server/Caddyfile`];
  const below = [
    `redir ${pathname.slice(0, -1)} ${pathname} 301`,
    `handle_path ${pathname}* {`,
    ...site.map((line) => `	${line}`),
    '}',
    'respond 404',
  ];
  const lines = [
    `${protocol === 'https:' ? host : origin} {`,
    ...(pathname === '/' ? site : below).map((line) => `	${line}`),
    '}',
  ];
  return `# Write these lines into /etc/caddy/Caddyfile once, with the folder that has the site:
#
${lines.map((line) => `#	${line}`).join('\n')}`;
}

function headers(part: SitePart, { site, policy }: HostInput): string {
  // Later blocks only override headers of earlier ones, so the common headers are set once, in the first block.
  const all = [...(part === PAGES ? commonHeaders(site) : []), ...partHeaders(part, policy)];
  return [...all, ['Cache-Control', CACHES[part.cache]] as const]
    .map(([name, value]) => `		${name} "${value}"`)
    .join('\n');
}
