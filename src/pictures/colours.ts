/** The colours that pictures are drawn in, by their names in styles/tokens.css, as `#rrggbb`. */
export type Colours = Record<(typeof NAMES)[number], string>;

const NAMES = ['paper', 'ink', 'soft', 'accent', 'party-first', 'party-second', 'party-third', 'party-fourth'] as const;

/** Reads the colours of a theme out of the text of styles/tokens.css. Throws when one is missing. */
export function coloursOf(css: string, theme: 'light' | 'dark'): Colours {
  const entries = NAMES.map((name) => {
    const [, light, dark] =
      new RegExp(`--${name}: var\\(--light, (#[0-9a-f]{6})\\) var\\(--dark, (#[0-9a-f]{6})\\)`).exec(css) ?? [];
    const colour = theme === 'light' ? light : dark;
    if (colour === undefined)
      throw new Error(`styles/tokens.css gives no colour --${name}: var(--light, #rrggbb) var(--dark, #rrggbb)`);
    return [name, colour] as const;
  });
  return Object.fromEntries(entries) as Colours;
}

export const lightColours = (css: string): Colours => coloursOf(css, 'light');

/** The paper, every other colour, and the `steps` between them that the edges of letters have; as 0xRRGGBB, each once. */
export function paletteOf({ paper, ...inks }: Colours, steps: number): number[] {
  const mixed = Object.values(inks).flatMap((ink) =>
    Array.from({ length: steps + 2 }, (_, at) => mix(paper, ink, at / (steps + 1))),
  );
  return [...new Set(mixed)];
}

function mix(paper: string, ink: string, share: number): number {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return [1, 3, 5].reduce(
    (colour, at) => colour * 256 + Math.round(part(paper, at) * (1 - share) + part(ink, at) * share),
    0,
  );
}
