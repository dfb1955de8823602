import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallStory } from '../../tests/support/small-story.ts';
import { bookAddress, epubOf } from './epub.ts';

const absolute = (address: string) => `https://small.example/story${address}`;
const story = () => smallStory({}, '/story/');

beforeEach(() => void vi.stubEnv('STORY', 'tests/stories/small'));
afterEach(() => void vi.unstubAllEnvs());

async function book(): Promise<Record<string, string>> {
  const files = unzipSync(await epubOf(story(), absolute));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

test('the file is called as the story', () => {
  expect(bookAddress({ title: 'The Call and the Drafts' })).toBe('/the-call-and-the-drafts.epub');
  expect(bookAddress({ title: 'معبدا أبو سمبل' })).toBe('/معبدا-أبو-سمبل.epub');
  expect(bookAddress({ title: '?!' })).toBe('/book.epub');
});

test('the same story makes the same bytes, in every time zone', async () => {
  vi.stubEnv('TZ', 'America/Adak');
  const one = await epubOf(story(), absolute);
  vi.stubEnv('TZ', 'Pacific/Kiritimati');
  const other = await epubOf(story(), absolute);
  expect(Buffer.from(other).equals(Buffer.from(one))).toBe(true);
});

test('links lead to where the book has a thing, and else to the site', async () => {
  const text = (await book())['book/explainer-the-meeting.xhtml'] ?? '';
  expect(text).toMatch(/<a href="glossary\.xhtml#glossary-ada-brook" class="term">/);
  expect(text).toContain('href="sources.xhtml#s-minutes-1904"');
  expect(text).toMatch(/href="https:\/\/small\.example\/story\/positions\/free-bridge\/"/);
});

test('pictures have the colours of paper, and outlines as letters of their own', async () => {
  const files = Object.entries(await book()).filter(([name]) => name.endsWith('.svg'));
  expect(files.length).toBeGreaterThan(3);
  for (const [name, svg] of files) expect(svg, name).not.toMatch(/var\(|paint-order|<style|class="then"/);
});

test('what came after the key moment is there, and marked', async () => {
  const { timeline, fall } = await book().then((files) => ({
    timeline: files['book/timeline.xhtml'] ?? '',
    fall: files['book/explainer-the-fall.xhtml'] ?? '',
  }));
  expect(timeline).toMatch(/1905-bridge-falls" class="entry"><h3>(?:(?!<h3).)*<p class="label">Known only later<\/p>/s);
  expect(fall).toContain('All of this came after the day that this story turns on.');
});
