/** The colours that pictures are drawn in: the light ones of styles/tokens.css, as `#rrggbb`. */
export type Colours = Record<(typeof NAMES)[number], string>;

const NAMES = ['paper', 'ink', 'soft', 'accent', 'party-first', 'party-second', 'party-third', 'party-fourth'] as const;

/** Reads the light colours out of the text of styles/tokens.css. Throws when one is missing. */
export function lightColours(css: string): Colours {
  const entries = NAMES.map((name) => {
    const colour = new RegExp(`--${name}:\\s*light-dark\\(\\s*(#[0-9a-f]{6})\\b`, 'i').exec(css)?.[1];
    if (colour === undefined)
      throw new Error(`styles/tokens.css gives no light colour --${name}: light-dark(#rrggbb, …)`);
    return [name, colour] as const;
  });
  return Object.fromEntries(entries) as Colours;
}
