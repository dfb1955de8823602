/**
 * Narrow screens lay the rows of a table out as blocks, which takes the meaning of a table away in some browsers. Roles
 * give it back to screen readers. They are set here because HTML that spells out what an element already is, is not
 * valid.
 */
const ROLES: Record<string, string> = { TABLE: 'table', TR: 'row', TD: 'cell' };

export function nameTables(): void {
  for (const part of document.querySelectorAll('table, tr, th, td, thead, tbody')) {
    const { tagName } = part;
    const ofHead = part.matches('[scope=row]') ? 'rowheader' : 'columnheader';
    part.setAttribute('role', ROLES[tagName] ?? (tagName === 'TH' ? ofHead : 'rowgroup'));
  }
}
