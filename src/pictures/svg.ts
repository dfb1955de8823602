/** Attributes of an element, not yet escaped; undefined ones are left out. */
export type Attributes = Record<string, string | number | undefined>;

/** An SVG element as text. Numbers are rounded to one decimal, values are escaped, `inner` is markup. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escapeXml(value ?? '')}"`)
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** A path element, or an empty string if the path data is empty. */
export function path(d: string, attributes: Attributes): string {
  return d === '' ? '' : element('path', { ...attributes, d });
}

/** A length rounded to one decimal, which is finer than a screen shows. Never “-0”. */
export const tenth = (value: number): number => Math.round(value * 10) / 10 || 0;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes plain text for the content of an element or a quoted attribute, in XML as in HTML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
