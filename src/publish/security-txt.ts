import type { Story } from '../story/story.ts';

/**
 * The text of `/.well-known/security.txt` (RFC 9116). Undefined when the story names no contact, and when the site is
 * below a path, because the file only counts at the root of a host. The RFC wants it to expire within a year: it
 * expires eleven months from `today`, at the first of the month (UTC), so that all builds of one month have the same
 * bytes.
 */
export function securityTxt(
  { publisher: { contact }, language }: Pick<Story, 'publisher' | 'language'>,
  site: URL,
  today: Date,
): string | undefined {
  if (contact === undefined || site.pathname !== '/') return undefined;
  const expires = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 11, 1));
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    '',
  ].join('\n');
}
