import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element } from 'hast';
import { describe, expect, test } from 'vitest';
import type { PageList } from '../../src/browser/search-ranking.ts';
import { hasMoment } from '../../src/pictures/ribbon-events.ts';
import { isoDay } from '../../src/story/dates.ts';
import { groupSources, knownOf, partsOfSources } from '../../src/story/groups.ts';
import type { Page } from '../../src/story/story.ts';
import {
  idsSetAside,
  isWhollyLater,
  knownBlocks,
  knownLinks,
  knownMarks,
  laterSentences,
  plannedIn,
} from '../support/known.ts';
import { hasClass, readPages } from '../support/pages.ts';
import { smallSite, storySite } from '../support/sites.ts';
import { storyOf } from '../support/story.ts';

/** As it was known: put back to the key moment, no page tells of a later day. Days are found in English sentences. */
describe.each([storySite, smallSite])('$name, put back to its key moment,', async (site) => {
  const { folder, url, story: files } = site;
  const story = await storyOf(site);
  const find = laterSentences(story, files);
  const pages = readPages(folder).filter((page) => page.isOwn || page.address === '/404.html');

  test('names no later day on any page', () => {
    const told = pages.flatMap((page) =>
      knownBlocks(page).flatMap((block) => find(block).map((sentence) => `${page.address}: ${sentence}`)),
    );
    expect(told).toEqual([]);
  });

  test('shows no page of an event, a source or a text that is wholly later', () => {
    const later = [...story.events, ...story.sources, ...story.explainers].filter((page) => page.later);
    expect(later.length).toBeGreaterThan(0);
    const shown = later.filter(({ address, title }) => {
      const page = pages.find((one) => one.address === address);
      return !page || knownBlocks(page).includes(title);
    });
    expect(shown.map(({ address }) => address)).toEqual([]);
  });

  test('leads to nothing that is set aside, but for sources and its own changes', () => {
    const root = new URL(url);
    const aside = new Map(readPages(folder).map((page) => [page.address, idsSetAside(page)]));
    const wrong = pages.flatMap((page) => {
      if (aside.get(page.address)?.has('main')) return [];
      return knownLinks(page).flatMap((href) => {
        const to = new URL(href, new URL(page.address.slice(1), root));
        const address = `/${to.pathname.slice(root.pathname.length)}`;
        const ids =
          to.origin === root.origin && !/^\/(changes|sources)\//.test(address) ? aside.get(address) : undefined;
        return ids?.has('main') || ids?.has(decodeURIComponent(to.hash.slice(1))) ? [`${page.address}: ${href}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });

  test.each(['pages', 'sources'])(
    'finds nothing that is set aside among the %s, and tells no later day of them',
    (list) => {
      const json = readFileSync(path.join(folder, `search/${list}.json`), 'utf8');
      const shown = (JSON.parse(json) as PageList).pages.filter(({ later }) => !later);
      const aside = new Map(readPages(folder).map((page) => [page.address, idsSetAside(page).has('main')]));
      expect(shown.filter(({ address }) => aside.get(address) !== false).map(({ address }) => address)).toEqual([]);
      // A later source may tell of an earlier thing, and says its day.
      if (list === 'sources') return;
      const told = shown.flatMap(({ address, title, kind, brief, then }) =>
        [title, kind, then ?? brief].flatMap((text) => find(text).map((sentence) => `${address}: ${sentence}`)),
      );
      expect(told).toEqual([]);
    },
  );

  test('says as many sources and claims as it shows', () => {
    // Blocks have one kind of space.
    const asRead = (text: string) => text.replace(/\s/gu, ' ');
    const { words, sources, explainers } = story;
    const shown = new Map(pages.map((page) => [page.address, page]));
    const blocks = (address: string) => knownBlocks(shown.get(address) ?? expect.fail(`no page ${address}`));
    const listed = new Set<string>();
    for (const group of groupSources(story)) {
      const address = `/sources/${group.type}/`;
      const lists = [address, ...partsOfSources(group).map((part) => part.address)];
      const links = lists.flatMap((list) => knownLinks(shown.get(list) ?? expect.fail(`no page ${list}`)));
      const known = group.sources.filter((source) => links.some((href) => href.endsWith(source.address)));
      for (const source of known) listed.add(source.id);
      if (known.length === 0) continue;
      const summary = words.sources.typeSummary(known.length, words.kinds.sourceTypes[group.type].meaning);
      const isSaid = [blocks('/sources/'), blocks(address)].map((some) => some.includes(asRead(summary)));
      expect(isSaid, summary).toEqual([true, true]);
    }
    const types = new Set(sources.filter(({ id }) => listed.has(id)).map(({ type }) => type)).size;
    expect(blocks('/sources/')).toContain(asRead(words.sources.total(listed.size, types)));
    for (const { address, title, later } of explainers) {
      const row = blocks('/sources/').indexOf(title);
      expect(row >= 0, title).toBe(!later);
      const marks = knownMarks(shown.get(address) ?? expect.fail(`no page ${address}`));
      if (!later) expect(blocks('/sources/')[row + 1], title).toBe(String(marks));
    }
  });

  test('counts explainers and sections, and leads from one to the next, without what is set aside', () => {
    for (const series of [story.explainers, ...story.explainers.map(({ sections }) => sections)]) {
      const known = knownOf<Page>(series);
      known.forEach(({ address }, at) => {
        const page = pages.find((one) => one.address === address) ?? expect.fail(`no page ${address}`);
        const { place, sectionPlace } = story.words.explainers;
        const said = (series === story.explainers ? place : sectionPlace)(at + 1, known.length);
        if (series.length > 1) expect(knownBlocks(page).join(' '), address).toContain(said);
        const base = new URL(url).pathname.slice(0, -1);
        const next = known[at + 1];
        if (next) expect(knownLinks(page), address).toContain(base + next.address);
      });
    }
  });

  test('of a page that is wholly set aside the way back remains', () => {
    const aside = readPages(folder).filter(({ elements }) =>
      elements.some((one) => one.tagName === 'main' && isWhollyLater(one)),
    );
    expect(aside.length).toBeGreaterThan(0);
    const lost = aside.filter(({ elements }) => {
      const reach = (one: Element): boolean =>
        one.children.some(
          (child) => child.type === 'element' && (hasClass(child, 'as-of') || (isWhollyLater(child) && reach(child))),
        );
      return !elements.some((one) => one.tagName === 'main' && reach(one));
    });
    expect(lost.map(({ address }) => address)).toEqual([]);
  });

  test('still says what it says of earlier days, and what was planned', () => {
    const texts = pages.map((page) => knownBlocks(page).join(' ').replaceAll('\u00A0', ' '));
    for (const event of story.events.filter(({ later }) => !later))
      expect(texts.filter((text) => text.includes(event.brief)).length, event.id).toBeGreaterThan(0);
    expect(plannedIn(files).filter((phrase) => !texts.some((text) => text.includes(phrase)))).toEqual([]);
  });

  test('the search for later days finds them', () => {
    if (!hasMoment(story)) return;
    const year = Number(isoDay(story.moment.date.from).slice(0, 4)) + 1;
    expect(find(`It was over. In ${year} it began again.`)).toEqual([`In ${year} it began again.`]);
    expect(find(story.moment.when)).toEqual([]);
  });
});
