import { escapeXml } from '../pictures/svg.ts';
import type { Absolute } from '../story/addresses.ts';
import { directory } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import type { Story } from '../story/story.ts';

/**
 * The sitemap (https://www.sitemaps.org/protocol.html) of all pages that search engines should list. Pages of sections
 * are left out, because their text is also in the explainer.
 */
export function sitemap(story: Story, absolute: Absolute): string {
  const urls = directory(story)
    .filter(({ kind }) => !kindOf(kind).unlisted)
    .map(
      ({ address, changes: [last] }) =>
        `<url><loc>${escapeXml(absolute(address))}</loc>${last ? `<lastmod>${last.day}</lastmod>` : ''}</url>`,
    );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

/** The text of robots.txt (RFC 9309): crawlers may read everything, and the sitemap lists the pages. */
export function robots(absolute: Absolute): string {
  return `User-agent: *\nAllow: /\nSitemap: ${absolute('/sitemap.xml')}\n`;
}
