import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { attribute, readPages, textOf, type BuiltPage } from '../support/pages.ts';
import { smallSite } from '../support/sites.ts';

/** What readers find of the versions of a page: the small story has three of one, and one of a page that is gone. */
const pages = readPages(smallSite.folder);
const at = (address: string) => pages.find((one) => one.address === address) as BuiltPage;
const read = (file: string) => readFileSync(path.join(smallSite.folder, file), 'utf8');
const named = (page: BuiltPage, tagName: string) => page.elements.filter((element) => element.tagName === tagName);
const hrefs = (page: BuiltPage) => named(page, 'a').map((link) => attribute(link, 'href'));

const VERSIONS = pages.filter(({ address }) => address.includes('/versions/'));
const MEETING = '/story/the-meeting/versions/';

describe('the versions of a page', () => {
  test('are linked from the page, its sections, the list of changes and each other', () => {
    for (const address of ['/the-meeting/', '/the-meeting/an-hour-at-the-inn/'])
      expect(hrefs(at(address))).toContain(MEETING);
    expect(hrefs(at('/the-fall/')).filter((href) => href?.includes('versions'))).toEqual([]);
    expect(hrefs(at('/changes/'))).toContain(`${MEETING}1904-07-01/`);
    const days = ['1904-08-01', '1904-07-01', '1904-06-01'].map((day) => `${MEETING}${day}/`);
    expect(hrefs(at('/the-meeting/versions/')).filter((href) => href?.startsWith(MEETING))).toEqual(days);
    expect(hrefs(at('/the-meeting/versions/1904-07-01/'))).toEqual(expect.arrayContaining([days[0], days[2], MEETING]));
  });

  test('mark what was put in and taken out, also for those who hear them', () => {
    const page = at('/the-meeting/versions/1904-07-01/');
    expect(named(page, 'ins').map(textOf)).toContain('[put in: An hour at the inn]');
    expect(named(page, 'del').map(textOf)).toContain('[taken out: The talk]');
    expect(named(page, 'del').map(textOf)).toContain('[taken out: The clerk of Brack wrote it.]');
    const first = at('/the-meeting/versions/1904-06-01/');
    expect([...named(first, 'ins'), ...named(first, 'del')]).toEqual([]);
    expect(textOf(first.tree)).toContain('The clerk of Brack wrote it.');
  });

  test('name the columns of their tables in each cell, for narrow screens', () => {
    const cells = named(at('/the-meeting/versions/1904-07-01/'), 'td');
    expect(cells.map((cell) => [attribute(cell, 'dataHead'), textOf(cell)])).toContainEqual(['Aldmoor', 'A penny']);
  });

  test('say why a page is gone, and still show it', () => {
    expect(textOf(at('/timeline/1904-05-03-rumour/versions/').tree)).toContain(
      'Nobody but one trader had heard of it.',
    );
    expect(textOf(at('/timeline/1904-05-03-rumour/versions/1904-06-01/').tree)).toContain('The trader was not named.');
    expect(hrefs(at('/timeline/1904-05-03-rumour/'))).toContain('/story/timeline/1904-05-03-rumour/versions/');
    expect(read('_redirects')).toContain(
      '/story/timeline/1904-05-03-rumour/ /story/timeline/1904-05-03-rumour/versions/ 301',
    );
  });

  test('are in no index, list or search, and have the card of their list', () => {
    expect(VERSIONS).toHaveLength(6);
    expect(VERSIONS.filter(({ isOwn }) => isOwn)).toEqual([]);
    for (const file of ['sitemap.xml', 'data/addresses.json', 'search/pages.json', 'pagefind/pages.json'])
      expect(read(file), file).not.toContain('/versions/');
    for (const { html } of VERSIONS) {
      const [, card = ''] = /property="og:image" content="https:\/\/small\.example\/story\/([^"]+)"/.exec(html) ?? [];
      expect(card).toMatch(/\/versions\.png$/);
      expect(existsSync(path.join(smallSite.folder, card)), card).toBe(true);
    }
  });
});

test('new wording dates nothing and is no news, but is told', () => {
  expect(textOf(at('/the-meeting/').tree)).toMatch(/Corrected 1\sJuly 1904/);
  expect(textOf(at('/the-meeting/').tree)).not.toMatch(/1\sAugust 1904/);
  expect(read('feed.xml')).not.toContain('1904-08-01');
  expect(read('sitemap.xml')).not.toContain('1904-08-01');
  expect(textOf(at('/changes/').tree)).toMatch(/Reworded 1\sAugust 1904/);
});
