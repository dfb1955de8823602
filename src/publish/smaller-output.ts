import type { Plugin } from 'vite';

/** The oldest browsers of a site, as Vite names them: `safari >= 15.4` of browserslist is `safari15.4`. */
export const buildTargets = (browserslist: readonly string[]): string[] =>
  browserslist.map((entry) => entry.replace('ios_saf', 'ios').replace(' >= ', ''));

/** Vite plugins that shorten what Astro and Vite add to every page. */
export const smallerOutput = (): Plugin[] => [
  {
    // Script that is loaded later brings no style of its own; Vite's helper that would load it takes a kilobyte.
    name: 'no-preload-helper',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined),
  },
  {
    // And the lists of files that would be loaded beside it.
    name: 'no-preload-lists',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler: (_, bundle) => {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk')
            chunk.code = chunk.code
              .replace(/^const __vite__mapDeps=.*\n/m, '')
              .replace(/__vite__mapDeps\(\[[\d,]*\]\)/g, '0');
      },
    },
  },
  {
    // Astro marks what a component styles with eight letters that nothing compresses; four still tell components apart.
    name: 'short-scopes',
    apply: 'build',
    transform: (code) =>
      code.includes('data-astro-cid-') ? code.replace(/data-astro-cid-(\w{4})\w{4}/g, 'data-$1') : undefined,
  },
];
