// @ts-check
import { defineConfig } from 'astro/config';
import { storyFonts } from './src/pictures/fonts.ts';
import { checkSite } from './src/publish/check-site.ts';
import { delivery } from './src/publish/delivery.ts';
import { cards } from './src/publish/draw-cards.ts';
import { PAGE_POLICY } from './src/publish/policy.ts';
import { scriptWords } from './src/publish/script-words.ts';
import { search } from './src/publish/search-index.ts';
import { ownEnvironment, readOwnSettings } from './src/publish/settings.ts';
import { stage } from './src/publish/stage.ts';

const settings = readOwnSettings(import.meta.dirname);

export default defineConfig({
  // Every link and address is made from these two.
  site: settings.site.origin,
  base: settings.site.pathname,
  trailingSlash: 'always',
  compressHTML: 'jsx',
  prerenderConflictBehavior: 'error',
  build: { concurrency: 4, inlineStylesheets: 'always', assets: 'assets' },
  security: { csp: PAGE_POLICY },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    build: {
      // Script is a file of its own, never part of what must arrive before a page can be read.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { assetFileNames: 'assets/[hash][extname]' } },
    },
    resolve: {
      alias: [...(await storyFonts(settings.story, `${settings.cache}/fonts`)), ...scriptWords(settings.story)],
    },
  },
  integrations: [ownEnvironment(), cards(settings), search(), delivery(settings), checkSite(settings), stage()],
});
