/** What Astro knows of the site while it makes the pages; the part of it that own-hashes.ts changes. */
declare module 'virtual:astro:manifest' {
  export const manifest: {
    csp?: { styleDirective?: { hashes: unknown[] }; scriptDirective?: { hashes: unknown[] } };
  };
}
