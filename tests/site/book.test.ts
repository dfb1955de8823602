import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { JAVA } from '../support/java.ts';
import { languageSites, smallSite, storySite, type Site } from '../support/sites.ts';
import { storyOf } from '../support/story.ts';

/** The checker of the standard's own editors (https://www.w3.org/publishing/epubcheck/): a Debian package. */
const checker = '/usr/share/java/epubcheck.jar';
const hasChecker = existsSync(checker) && spawnSync('java', ['-version']).status === 0;
if (!hasChecker) console.warn('No epubcheck on this machine: it is left out.');

const arabic = languageSites.filter(({ url }) => url.includes('//ar.'));

function bookOf({ folder }: Site): { file: string; files: Record<string, string> } {
  const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.epub'));
  const file = path.join(folder, name);
  const decoder = new TextDecoder();
  const files = Object.entries(unzipSync(readFileSync(file))).map(([one, bytes]) => [one, decoder.decode(bytes)]);
  return { file, files: Object.fromEntries(files) as Record<string, string> };
}

describe.each([storySite, smallSite, ...arabic])('the book of $name', async (site) => {
  const { file, files } = bookOf(site);
  const story = await storyOf(site);
  const text = Object.entries(files).flatMap(([name, one]) => (name.endsWith('.xhtml') ? [one] : []));

  // The Arabic one has nothing of its own but its direction.
  test.skipIf(!hasChecker || arabic.includes(site))('is a valid book', () => {
    const { stdout, stderr } = spawnSync('java', [...JAVA, '-jar', checker, '--failonwarnings', file], {
      encoding: 'utf8',
    });
    expect(stdout + stderr).toMatch(/0 fatals \/ 0 errors \/ 0 warnings/);
  });

  test('begins with its type, as it is, and names a time that no build changes', () => {
    const bytes = readFileSync(file);
    expect(bytes.subarray(30, 58).toString()).toBe('mimetypeapplication/epub+zip');
    const day = story.changes[0]?.day ?? '1980-01-01';
    expect(files['book/package.opf']).toContain(`>${day}T00:00:00Z<`);
  });

  test('says its language and direction', () => {
    const { language, words } = story;
    expect(files['book/package.opf']).toContain(`<spine page-progression-direction="${words.direction}">`);
    for (const page of text)
      expect(page).toMatch(new RegExp(`<html [^>]*lang="${language}"[^>]* dir="${words.direction}"`));
  });

  test('has the words of every text, and beside each section where the site has it', () => {
    const all = text.join('');
    const { explainers, drafts, events, terms, pictures } = story;
    const articles = drafts.flatMap((draft) => draft.articles);
    for (const page of [...explainers, ...drafts, ...articles, ...events, ...terms, ...pictures])
      expect(all, page.address).toContain(`href="${site.url}${encodeURI(page.address.slice(1))}"`);
    for (const { text: own, address } of explainers)
      for (const { id } of own.sections)
        expect(decodeURI(all)).toContain(`href="${site.url}${address.slice(1)}${id}/"`);
    // Letters of words, without the marks and marks-up between them.
    const letters = (words: string) => words.replace(/[^\p{L}]/gu, '');
    const plain = letters(all.replace(/<sup>.*?<\/sup>|<[^>]*>|&#x?\w+;/g, ''));
    for (const { text: own, address } of [...explainers, ...articles, ...events, ...terms])
      expect(plain.includes(letters(own.opening.replace(/[&<>"]/g, ''))), address).toBe(true);
  });

  test('leads within itself where it can, and asks no other address for anything', () => {
    for (const page of text) {
      expect(page).not.toMatch(/ (?:src|href)="\//);
      expect(page).not.toMatch(/ src="https?:/);
    }
  });
});
