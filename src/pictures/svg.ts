/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Record<string, string | number | undefined>;

/** An SVG element as text. Numbers keep one decimal at most; `inner` is markup. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escapeXml(value ?? '')}"`)
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** A path; nothing at all when there is no line to draw. */
export function path(d: string, attributes: Attributes): string {
  return d === '' ? '' : element('path', { ...attributes, d });
}

/** A length rounded to one decimal, which is finer than a screen shows. Never “-0”. */
export const tenth = (value: number): number => Math.round(value * 10) / 10 || 0;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as markup, for the inside of an element or of a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
