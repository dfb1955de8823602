/** The part of Astro's manifest (its data about the site during rendering) that own-hashes.ts changes. */
declare module 'virtual:astro:manifest' {
  export const manifest: {
    csp?: { styleDirective?: { hashes: unknown[] }; scriptDirective?: { hashes: unknown[] } };
  };
}
