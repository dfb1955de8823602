import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bytesOf, root } from '../support/build.ts';
import { smallFolder } from '../support/small-story.ts';

/** `npm start` serves the site before cards and compressed copies are there, and never leaves half a site in dist. */
const house = mkdtempSync(path.join(tmpdir(), 'start-'));
const dist = path.join(house, 'dist');
let child: ChildProcess | undefined;
let output = '';

beforeAll(() => {
  for (const name of ['src', 'public', 'deploy', 'astro.config.mjs', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, name), path.join(house, name), { recursive: true });
  cpSync(smallFolder, path.join(house, 'content'), { recursive: true });
  cpSync(path.join(root, '.cache/fonts'), path.join(house, '.cache/fonts'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
});
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => rmSync(house, { recursive: true }));

/** Starts the site, with no card and no compressed copy from before. */
function start(): void {
  output = '';
  for (const name of ['cards', 'compressed'])
    rmSync(path.join(house, '.cache', name), { recursive: true, force: true });
  const { STORY: _story, SITE_URL: _url, ...env } = process.env;
  child = spawn(process.execPath, ['src/publish/start.ts', '--port', '0'], { cwd: house, env });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
}

/** Waits until the output has a text. */
async function until(text: RegExp): Promise<string> {
  const found = () => text.exec(output)?.[0];
  while (found() === undefined) {
    expect(child?.exitCode, output).toBeNull();
    await new Promise((done) => setTimeout(done, 20));
  }
  return found() ?? '';
}

const leftFolders = () => readdirSync(house).filter((name) => name.startsWith('dist.'));

test('the site can be read before it is whole; dist is replaced when it is', async () => {
  mkdirSync(dist);
  start();
  const site = await until(/http:\/\/localhost:\d+\//);
  expect(readdirSync(dist)).toEqual([]);
  for (const address of ['', 'the-meeting/', 'search/', 'pagefind/pagefind.js'])
    expect((await fetch(site + address)).status, address).toBe(200);
  const slashless = await fetch(`${site}the-meeting?from=a-letter`, { redirect: 'manual' });
  expect([slashless.status, slashless.headers.get('location')]).toEqual([301, '/the-meeting/?from=a-letter']);
  const nothing = await fetch(`${site}nothing`);
  expect([nothing.status, await nothing.text()]).toEqual([404, await (await fetch(`${site}404.html`)).text()]);
  const misses: string[] = [];
  let isDone = false;
  const reading = (async () => {
    while (!isDone) {
      const answer = await fetch(`${site}the-meeting/`, { headers: { connection: 'close' } }).catch(String);
      if (typeof answer === 'string') misses.push(answer);
      else if (answer.status !== 200) misses.push(String(answer.status));
      await new Promise((done) => setTimeout(done, 5));
    }
  })();
  await until(/All is done/);
  isDone = true;
  await reading;
  expect(misses).toEqual([]);
  expect(existsSync(path.join(dist, 'cards/home.png')) && existsSync(path.join(dist, 'index.html.br'))).toBe(true);
  expect(leftFolders()).toEqual([]);
  const served = await fetch(`${site}the-meeting/`);
  expect(await served.text()).toBe(readFileSync(path.join(dist, 'the-meeting/index.html'), 'utf8'));
});

test('one that is ended before it is whole leaves the last good site as it was, and says so', async () => {
  const before = bytesOf(dist);
  start();
  await until(/the site can be read/);
  const ended = new Promise((done) => child?.once('exit', done));
  child?.kill('SIGINT');
  expect(await ended).toBe(1);
  expect(output).toContain('The build was not finished; dist is as it was.');
  expect(bytesOf(dist)).toEqual(before);
  expect(leftFolders()).toEqual([]);
});
