import path from 'node:path';
import { expect, test } from 'vitest';
import { ownEnvironment, readSettings } from './settings.ts';

const read = (env: NodeJS.ProcessEnv) => readSettings(env, process.cwd());
const faults = (env: NodeJS.ProcessEnv) => {
  try {
    read(env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

test('without variables the story is content, served from this machine', () => {
  const { site, ...others } = read({});
  expect(site.href).toBe('http://localhost:4321/');
  expect(others).toEqual({ story: 'content', cache: '.cache', cards: true, precompress: true });
});

test('the address has a slash at its end, path or not', () => {
  expect(read({ SITE_URL: 'https://example.org' }).site.href).toBe('https://example.org/');
  expect(read({ SITE_URL: 'https://example.org/story' }).site.pathname).toBe('/story/');
  expect(read({ SITE_URL: 'https://example.org:8443/a/b-c/' }).site.href).toBe('https://example.org:8443/a/b-c/');
});

test('cards and compressed files can be left out', () => {
  expect(read({ CARDS: 'off', PRECOMPRESS: 'off' })).toMatchObject({ cards: false, precompress: false });
});

test.each([
  ['', 'SITE_URL is empty'],
  ['example.org', 'a whole address that begins with https://'],
  ['localhost:4321', 'a whole address that begins with https://'],
  ['//example.org/', 'a whole address that begins with https://'],
  ['ftp://example.org/', 'a whole address that begins with https://'],
  ['https://', 'a whole address that begins with https://'],
  ['https://example.org:99999/', 'a whole address that begins with https://'],
  ['https://example.org/?x=1', 'leave out what begins with ? or #'],
  ['https://example.org/#top', 'leave out what begins with ? or #'],
  ['https://me:secret@example.org/', 'leave out name and password'],
  ['https://example.org/a//b/', 'single slashes'],
  ['https://example.org/my story/', 'letters a to z'],
  ['https://example.org/"};/', 'letters a to z'],
])('SITE_URL “%s” is refused in one line', (address, says) => {
  const told = faults({ SITE_URL: address });
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(says);
});

test.each([
  ['', 'STORY is empty'],
  ['..', 'not inside the project'],
  ['/', 'not inside the project'],
  ['.', 'not inside the project'],
  ['content/../../elsewhere', 'not inside the project'],
  ['no-such-folder', 'no such folder'],
  ['README.md', 'no such folder'],
])('STORY “%s” is refused in one line', (story, says) => {
  const told = faults({ STORY: story });
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(says);
});

test('a folder whose name begins with two dots is inside', () => {
  expect(faults({ STORY: '..notes' })[0]).toContain('no such folder');
});

test.each(['#', '?', '%'])('a project in a folder with %s in its name is told why no site can be built there', (sign) =>
  expect(() => readSettings({}, path.resolve(`a${sign}b`))).toThrow(`because of the ${sign}; rename that folder`),
);

test('every variable that is wrong has its line', () => {
  expect(faults({ SITE_URL: '', STORY: '', CACHE: '', CARDS: 'no', PRECOMPRESS: '' })).toHaveLength(5);
});

test('no build is reported to the makers of Astro', async () => {
  const { telemetry } = (await import(path.resolve('node_modules/astro/dist/events/index.js'))) as {
    telemetry: { isDisabled: boolean };
  };
  delete process.env['ASTRO_TELEMETRY_DISABLED'];
  ownEnvironment();
  expect(telemetry.isDisabled).toBe(true);
});
