import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { smallSite } from '../support/sites.ts';

/** An image of the small story, on a site below a path. */
const read = (name: string) => readFileSync(path.join(smallSite.folder, name), 'utf8');
const base = new URL(smallSite.url).pathname;

test('a page shows an image in the width that it needs, with words, size and credit', () => {
  const [figure = ''] = /<figure class="image"><picture>.*?<\/figure>/.exec(read('the-meeting/index.html')) ?? [];
  expect(figure).toMatch(/<img src="\S+" alt="A stone bridge [^"]+" width="1000" height="625" loading="lazy"/);
  expect(figure).toContain('The Gazette’s engraver');
  expect(figure).toContain('rel="license">CC BY 4.0</a>');
  const addresses = figure.match(/\/\S+\.(?:webp|jpg)/g) ?? [];
  expect(addresses.length).toBeGreaterThan(2);
  for (const address of addresses) {
    expect(address.startsWith(base)).toBe(true);
    const file = path.join(smallSite.folder, address.slice(base.length));
    expect(existsSync(file), file).toBe(true);
    expect(statSync(file).size).toBeLessThan(20_000);
  }
});

test('what is read away from the site names it by its whole address', () => {
  const address = `${smallSite.url}images/bridge.jpg`;
  expect(read('the-meeting.md')).toContain(`](${address} "The bridge as it was in 1904.")`);
  expect(read('feed.xml')).toContain(`<img src="${address}" alt="A stone bridge`);
});
