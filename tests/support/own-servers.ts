import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { freePort } from './serve.ts';

/** A server of this machine that serves a built site by the lines that the site's own configuration asks for. */
export interface OwnServer {
  name: 'nginx' | 'Caddy';
  /** Why it cannot be tested here, if it cannot. */
  missing: string | undefined;
  /** Serves the site in `site`; `folder` is for its own files. `extra` is what else the host has. Answers the port. */
  start: (site: string, folder: string) => Promise<{ port: number; stop: () => Promise<void> }>;
}

const find = (name: string) =>
  ['/usr/sbin', '/usr/bin', '/usr/local/bin'].map((place) => path.join(place, name)).find((file) => existsSync(file));

/** The lines in a configuration that a person writes on the server, out of the comment at its top. */
export function linesForServer(configuration: string): string {
  const [, lines = ''] = /\n#\n((?:#[ \t]+.*\n)+)\n/.exec(configuration.slice(configuration.indexOf(' once'))) ?? [];
  return lines.replaceAll(/^#(?: {5}|\t)/gm, '');
}

/** Whether this machine reaches itself by IPv6. */
export const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

/** Debian's nginx as it is installed: its own prefix and its own nginx.conf, but for the places that it writes to. */
const DEBIAN = '/etc/nginx/nginx.conf';
const nginx: OwnServer = {
  name: 'nginx',
  missing: !find('nginx')
    ? 'This machine has no nginx; on Debian install nginx and libnginx-mod-http-brotli-static.'
    : !existsSync('/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf')
      ? 'This machine has no brotli module for nginx; on Debian install libnginx-mod-http-brotli-static.'
      : process.getuid?.() !== 0
        ? 'Debian’s nginx starts for root only.'
        : undefined,
  async start(site, folder) {
    const port = await freePort();
    mkdirSync(path.join(folder, 'sites-enabled'), { recursive: true });
    const lines = linesForServer(readFileSync(path.join(site, '_server/nginx.conf'), 'utf8'));
    writeFileSync(
      path.join(folder, 'sites-enabled/story'),
      lines
        .replaceAll('/var/www/story', site)
        .replace(/listen \d+;/, `listen 127.0.0.1:${port};`)
        .replace(/listen \[::\]:\d+;/, hasIPv6 ? `listen [::1]:${port};` : ''),
    );
    const own = readFileSync(DEBIAN, 'utf8')
      .replaceAll('/etc/nginx/sites-enabled', path.join(folder, 'sites-enabled'))
      .replace(/^pid .*;/m, `pid ${folder}/nginx.pid;`)
      .replaceAll(/\/var\/log\/nginx\//g, `${folder}/`);
    writeFileSync(path.join(folder, 'nginx.conf'), own);
    for (const name of ['mime.types', 'modules-enabled'])
      cpSync(`/etc/nginx/${name}`, path.join(folder, name), { recursive: true });
    const file = path.join(folder, 'nginx.conf');
    execFileSync(find('nginx') ?? '', ['-t', '-q', '-c', file]);
    return running(spawn(find('nginx') ?? '', ['-c', file, '-g', 'daemon off;'], { stdio: 'ignore' }), port);
  },
};

const caddy: OwnServer = {
  name: 'Caddy',
  missing: find('caddy') ? undefined : 'This machine has no caddy; on Debian install caddy.',
  async start(site, folder) {
    const port = await freePort();
    mkdirSync(folder, { recursive: true });
    const lines = linesForServer(readFileSync(path.join(site, '_server/Caddyfile'), 'utf8'));
    const file = path.join(folder, 'Caddyfile');
    // By a name alone it would ask for a certificate.
    writeFileSync(
      file,
      `{\n\tadmin off\n}\n${lines.replaceAll('/var/www/story', site).replace(/^\S+ \{/, `http://127.0.0.1:${port} {`)}`,
    );
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return running(spawn(find('caddy') ?? '', ['run', '--config', file], { stdio: 'ignore', env }), port);
  },
};

export const ownServers: readonly OwnServer[] = [nginx, caddy];

/** Waits until a server answers. */
async function running(server: ChildProcess, port: number): Promise<{ port: number; stop: () => Promise<void> }> {
  const stop = () =>
    new Promise<void>((done) => {
      if (server.exitCode !== null) return done();
      server.once('exit', () => done());
      server.kill('SIGTERM');
    });
  for (let tries = 0; tries < 2400; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    if (await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)) return { port, stop };
    await new Promise((done) => setTimeout(done, 50));
  }
  await stop();
  throw new Error('the server does not answer');
}
