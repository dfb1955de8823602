/** Who is told of a weakness in the site, and in which language. */
export interface SecurityContact {
  /** An address for mail, or one that begins with https:// or mailto:. */
  contact?: string | undefined;
  language: string;
}

/**
 * The text of `/.well-known/security.txt` (RFC 9116), where whoever finds a weakness looks for a contact. Undefined
 * where the story has none, and below a path, where nobody would look. It has to expire within a year: it does at the
 * beginning of a month, eleven months on, so that builds of one month have the same bytes.
 */
export function securityTxt({ contact, language }: SecurityContact, site: URL, today: Date): string | undefined {
  if (contact === undefined || site.pathname !== '/') return undefined;
  const expires = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 11, 1));
  return [
    `Contact: ${/^[a-z]+:/i.test(contact) ? contact : `mailto:${contact}`}`,
    `Expires: ${expires.toISOString().replace('.000', '')}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${new URL('/.well-known/security.txt', site).href}`,
    '',
  ].join('\n');
}
