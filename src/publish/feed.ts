import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { escapeXml } from '../pictures/svg.ts';
import type { Absolute } from '../story/addresses.ts';
import { changeInWords, touchedBy, type Touched } from '../story/changes.ts';
import { parseWhen } from '../story/dates.ts';
import { datesPages } from '../story/kinds.ts';
import { PAGE_KINDS } from '../story/page-kinds.ts';
import type { Change, Story } from '../story/story.ts';
import { signAfter } from '../words/intl.ts';

/**
 * The changes as an Atom feed (RFC 4287), the newest first. The id of an entry is the address of the change, and its
 * time is midnight UTC at the start of its day, because changes have a date but no clock time. An entry links to the
 * page that shows what changed, else to the section or page that did, or to its entry on `/changes/` when there are
 * several. New wording of the same is no news. `absolute` makes addresses whole.
 */
export function atomFeed(story: Story, absolute: Absolute): string {
  const { words } = story;
  const changes = story.changes.filter(datesPages);
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom' }, [
    x('id', {}, absolute('/feed.xml')),
    x('title', {}, words.changes.feedTitle(story.title)),
    x('subtitle', {}, story.description),
    x('updated', {}, timeOf(changes[0])),
    x('author', {}, [x('name', {}, story.publisher.name), x('uri', {}, story.publisher.address ?? absolute('/'))]),
    x('rights', {}, story.licence ? `${story.licence.name}, ${story.licence.address}` : words.frame.allRightsReserved),
    x('icon', {}, absolute('/icon.svg')),
    x('link', { href: absolute('/feed.xml'), rel: 'self', type: 'application/atom+xml' }),
    x('link', { href: absolute(PAGE_KINDS.changes.address), rel: 'alternate', type: 'text/html' }),
    ...changes.map((change) => {
      const touched = touchedBy(change, story);
      const own = absolute(`${PAGE_KINDS.changes.address}#${change.id}`);
      const [only] = touched;
      const href = only && touched.length === 1 ? absolute(only.version ?? only.alone) : own;
      return x('entry', {}, [
        x('id', {}, own),
        x('title', {}, words.kinds.changes[change.kind] + words.punctuation.colon + change.title),
        x('updated', {}, timeOf(change)),
        x('published', {}, timeOf(change)),
        x('category', { term: change.kind, label: words.kinds.changes[change.kind] }),
        x('link', { href, rel: 'alternate', type: 'text/html' }),
        x('content', { type: 'html' }, [
          { type: 'cdata', value: `${change.text.feed ?? ''}${links(change, touched, story, absolute)}` },
        ]),
      ]);
    }),
  ]);
  const root: Root = {
    type: 'root',
    children: [{ type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' }, feed],
  };
  return `${toXml(root, { closeEmptyElements: true })}\n`;
}

/** An element of XML, with a text or with other elements in it. */
function x(name: string, attributes: Record<string, string>, inside: string | ElementContent[] = []): Element {
  const children = typeof inside === 'string' ? [{ type: 'text' as const, value: inside }] : inside;
  return { type: 'element', name, attributes, children };
}

function links(change: Change, touched: readonly Touched[], story: Story, absolute: Absolute): string {
  const { changes, punctuation, versions } = story.words;
  const item = (address: string, text: string) => `<a href="${escapeXml(absolute(address))}">${escapeXml(text)}</a>`;
  const items = touched.map(({ title, alone, version }) => {
    const changed = version && signAfter(title, punctuation.colon, ' ') + item(version, versions.link);
    return `<li>${item(alone, title)}${changed ?? ''}</li>`;
  });
  const all = `<li>${item('/', changes.wholeSite)}</li>`;
  const lead = changeInWords(change, story.words) + punctuation.colon.trimEnd();
  return `<p>${escapeXml(lead)}</p><ul>${items.length > 0 ? items.join('') : all}</ul>`;
}

/** Midnight UTC at the start of the day of a change. Atom requires a time, so a feed without changes gets 1970. */
function timeOf(change: Change | undefined): string {
  return new Date(change ? parseWhen(change.day).from.first : 0).toISOString();
}
