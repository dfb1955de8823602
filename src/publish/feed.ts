import { generateAtomFeed } from 'feedsmith';
import { changeInWords, escapeHtml, touchedBy } from '../story/changes.ts';
import { parseWhen } from '../story/dates.ts';
import { directory } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import type { Absolute } from './json-ld-things.ts';
import type { Change, Story } from '../story/story.ts';

/**
 * The changes as an Atom feed (RFC 4287), the newest first. The id of an entry is the address of the change, and its
 * time is the beginning of the day in UTC, since a change is known to the day. It leads to the section or page that the
 * change touches, or to the change itself when that is more than one.
 */
export function atomFeed(story: Story, absolute: Absolute): string {
  const { changes, words } = story;
  return generateAtomFeed({
    id: absolute('/feed.xml'),
    title: { value: words.changes.feedTitle(story.title) },
    subtitle: { value: story.description },
    updated: timeOf(changes[0]),
    authors: [{ name: story.publisher.name, uri: story.publisher.address ?? absolute('/') }],
    ...(story.licence && { rights: { value: `${story.licence.name}, ${story.licence.address}` } }),
    icon: absolute('/icon.svg'),
    links: [
      { href: absolute('/feed.xml'), rel: 'self', type: 'application/atom+xml' },
      { href: absolute('/changes/'), rel: 'alternate', type: 'text/html' },
    ],
    entries: changes.map((change) => {
      const touched = touchedBy(change, story);
      const own = absolute(`/changes/#${change.id}`);
      const [only] = touched;
      return {
        id: own,
        title: { value: words.kinds.changes[change.kind] + words.punctuation.colon + change.title },
        updated: timeOf(change),
        published: timeOf(change),
        categories: [{ term: change.kind, label: words.kinds.changes[change.kind] }],
        links: [
          { href: only && touched.length === 1 ? absolute(only.alone) : own, rel: 'alternate', type: 'text/html' },
        ],
        content: { type: 'html', value: `${change.text.feed ?? ''}${links(change, story, absolute)}` },
      };
    }),
  });
}

function links(change: Change, story: Story, absolute: Absolute): string {
  const items = touchedBy(change, story).map(
    ({ title, alone }) => `<li><a href="${escapeHtml(absolute(alone))}">${escapeHtml(title)}</a></li>`,
  );
  const { changes, punctuation } = story.words;
  const all = `<li><a href="${escapeHtml(absolute('/'))}">${escapeHtml(changes.wholeSite)}</a></li>`;
  const lead = changeInWords(change, story.words) + punctuation.colon.trim();
  return `<p>${escapeHtml(lead)}</p><ul>${items.length > 0 ? items.join('') : all}</ul>`;
}

/** The beginning of its day in UTC; a story without changes has none, and stands at the beginning of time. */
function timeOf(change: Change | undefined): Date {
  return new Date(change ? parseWhen(change.day).from.first : 0);
}

/** The pages of the site as sitemaps.org has it, without the pages of sections, which hold nothing that their explainers do not. */
export function sitemap(story: Story, absolute: Absolute): string {
  const urls = directory(story)
    .filter(({ kind }) => !kindOf(kind).unlisted)
    .map(
      ({ address, changes: [last] }) =>
        `<url><loc>${escapeHtml(absolute(address))}</loc>${last ? `<lastmod>${last.day}</lastmod>` : ''}</url>`,
    );
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** What crawlers may do, which is everything, and where they find the pages. */
export function robots(absolute: Absolute): string {
  return `User-agent: *\nAllow: /\nSitemap: ${absolute('/sitemap.xml')}\n`;
}
