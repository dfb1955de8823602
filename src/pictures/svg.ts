/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Record<string, string | number | undefined>;

/** An SVG element as text. Numbers keep one decimal at most; `inner` is markup. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 10) / 10 : escapeXml(value ?? '')}"`,
    )
    .join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** Text as it stands in markup. */
export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter,
  );
}

/**
 * A text, its lines below each other. A space keeps its last word apart from the next in what a reader copies or a text
 * browser shows; within a text that does not begin at `x` it would move the line.
 */
export function words(
  lines: readonly string[],
  leading: number,
  x: number,
  y: number,
  attributes: Attributes = {},
): string {
  const [first = '', ...rest] = lines.map(escapeXml);
  const space = attributes['text-anchor'] === undefined ? ' ' : '';
  return `${element('text', { x, y, ...attributes }, first + rest.map((line) => space + element('tspan', { x, dy: leading }, line)).join(''))} `;
}
