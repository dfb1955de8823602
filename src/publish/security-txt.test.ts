import { expect, test } from 'vitest';
import { securityTxt } from './security-txt.ts';

const site = new URL('https://example.org/');
const today = new Date('2026-12-31T23:59:59Z');
const text = (contact: string | undefined, where = site) =>
  securityTxt({ publisher: { name: 'The Press', contact }, language: 'en' }, where, today);

test('names the contact, and expires within a year', () => {
  expect(text('mailto:editors@example.org')).toBe(
    'Contact: mailto:editors@example.org\n' +
      'Expires: 2027-11-01T00:00:00Z\n' +
      'Preferred-Languages: en\n' +
      'Canonical: https://example.org/.well-known/security.txt\n',
  );
});

test('without a contact there is none, nor below a path', () => {
  expect(text(undefined)).toBeUndefined();
  expect(text('mailto:editors@example.org', new URL('https://example.org/story/'))).toBeUndefined();
});
