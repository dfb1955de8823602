import { execSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../support/build.ts';
import { expectSearch, serveAs, type Host } from '../support/hosts.ts';
import { attribute, readPages } from '../support/pages.ts';
import { smallAtRoot, smallSite } from '../support/sites.ts';

/** A built site on hosts that serve a folder by rules of their own, set up as the README says. */
const folder = path.join(root, '.cache/test/static-hosts');
const atRoot = path.join(folder, 'root/dist');
const onGitHub = path.join(folder, 'dist');

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(smallAtRoot.folder, atRoot, { recursive: true });
  execSync(buildCommandAfterBuild(), { cwd: path.dirname(atRoot), shell: '/bin/bash' });
  cpSync(smallSite.folder, onGitHub, { recursive: true });
  for (const step of stepsAfterBuild()) execSync(step, { cwd: folder, shell: '/bin/bash' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the build command for Netlify and Cloudflare Pages does in the README when the site is built. */
function buildCommandAfterBuild(): string {
  const [, command] =
    /Build command `npm run build && ([^`]+)`/.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
  if (command === undefined) throw new Error('the README names no build command');
  return command;
}

/** What the workflow for GitHub Pages runs when the site is built. */
function stepsAfterBuild(): string[] {
  const workflow = parse(readFileSync(path.join(root, 'deploy/github-pages.yml'), 'utf8')) as {
    jobs: { publish: { steps: { run?: string }[] } };
  };
  const steps = workflow.jobs.publish.steps.flatMap(({ run }) => run ?? []);
  return steps.slice(steps.indexOf('npm run build') + 1);
}

const get = (url: string) => fetch(url, { redirect: 'manual' });
const asset = (site: string) => readdirSync(path.join(site, 'assets')).find((name) => name.endsWith('.js')) ?? '';

describe.each<Host>(['Netlify', 'Cloudflare Pages'])('on %s', (host) => {
  let url = '';
  let close: () => void;
  beforeAll(async () => void ({ url, close } = await serveAs(host, atRoot)));
  afterAll(() => close());

  test('every answer carries the headers, each once', async () => {
    for (const address of ['', 'search/', 'gone/', 'feed.xml', `assets/${asset(atRoot)}`, 'data/timeline.json']) {
      const { headers } = await get(`${url}${address}`);
      expect(headers.get('content-security-policy'), address).toMatch(/^default-src 'none'[^,]*frame-ancestors 'none'/);
      expect(headers.get('strict-transport-security')).toBe('max-age=63072000');
      for (const name of ['x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy'])
        expect(headers.get(name)).toMatch(/^[a-z-]+$/i);
    }
  });

  test('no line is so long that Cloudflare leaves it out', () => {
    const lines = readFileSync(path.join(atRoot, '_headers'), 'utf8').split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2000);
  });

  test('files with a hash in their name are kept, errors never', async () => {
    const time = async (address: string) => (await get(`${url}${address}`)).headers.get('cache-control');
    for (const name of readdirSync(path.join(atRoot, 'assets')).filter((one) => !/\.(br|gz)$/.test(one)))
      expect(await time(`assets/${name}`)).toBe('public, max-age=31536000, immutable');
    for (const address of ['assets/gone.js', 'cards/gone.png', 'gone/']) {
      expect((await get(`${url}${address}`)).status).toBe(404);
      expect(await time(address)).toMatch(/max-age=0/);
    }
  });

  test('a page that moved answers with a real redirect', async () => {
    const { status, headers } = await get(`${url}the-meeting/the-talk/`);
    expect([status, headers.get('location')]).toEqual([301, '/the-meeting/an-hour-at-the-inn/']);
  });

  test('an unknown address answers with the helping page, and the lists for hosts are not served', async () => {
    for (const address of ['gone/', '_headers', '_redirects', '_server/nginx.conf', '_server/Caddyfile']) {
      const answer = await get(`${url}${address}`);
      expect(answer.status, address).toBe(404);
      expect(await answer.text()).toContain('There is no page here');
    }
  });

  test('script of other sites may read the data', async () => {
    const { headers } = await get(`${url}data/timeline.json`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test('the search finds', () => expectSearch(url));
});

describe('on GitHub Pages, below the name of a repository', () => {
  let url = '';
  let close: () => void;
  beforeAll(async () => void ({ url, close } = await serveAs('GitHub Pages', onGitHub, '/story/')));
  afterAll(() => close());

  test('every page answers, with a policy of its own', async () => {
    for (const { address, elements } of readPages(onGitHub)) {
      const { status } = await get(`${url}${address.slice(1)}`);
      expect(status).toBe(200);
      const policy = elements.find((element) => attribute(element, 'httpEquiv') === 'content-security-policy');
      expect(policy && attribute(policy, 'content')).toMatch(/^default-src 'none';/);
    }
  });

  test('what is for other hosts is not served, and Jekyll leaves the rest alone', async () => {
    for (const address of ['_headers', '_redirects', '_server/Caddyfile', 'gone/'])
      expect((await get(`${url}${address}`)).status).toBe(404);
    expect(existsSync(path.join(onGitHub, '.nojekyll'))).toBe(true);
  });

  test('a page that moved leads on with a small page', async () => {
    const answer = await get(`${url}the-meeting/the-talk/`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('href="/story/the-meeting/an-hour-at-the-inn/"');
  });

  test('the search finds', () => expectSearch(url));
});
