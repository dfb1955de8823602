/* oxlint-disable typescript/consistent-type-imports -- a declared module can import in no other way */

/**
 * The words of scripts in the language of the story: astro.config.mjs resolves each module to the file of that
 * language, which exports them under the same name. There are two modules, so that reading pages do not share a file
 * with the search.
 */
declare module '@words/reading' {
  export const { reading }: import('../words/words.ts').Words['browser'];
}
declare module '@words/searching' {
  export const { searching }: import('../words/words.ts').Words['browser'];
}
