// @ts-check
import { defineConfig } from 'astro/config';
import { cards } from './src/publish/draw-cards.ts';
import { delivery } from './src/publish/delivery.ts';
import { PAGE_POLICY } from './src/publish/policy.ts';
import { search } from './src/publish/search-index.ts';
import { stage } from './src/publish/stage.ts';
import { storyFonts } from './src/pictures/fonts.ts';
import { storyFolder } from './src/compiler/folder.ts';

// Where the site will stand, path included; every link and address is made from it.
const site = new URL(process.env.SITE_URL ?? 'http://localhost:4321/');

// Where cards, fonts and compressed files are kept from one build to the next.
const kept = process.env.CACHE ?? '.cache';

export default defineConfig({
  site: site.origin,
  base: site.pathname,
  trailingSlash: 'always',
  compressHTML: 'jsx',
  prerenderConflictBehavior: 'error',
  build: { concurrency: 4, inlineStylesheets: 'always', assets: 'assets' },
  security: { csp: PAGE_POLICY },
  devToolbar: { enabled: false },
  vite: {
    build: {
      // Script is a file of its own, never part of what must arrive before a page can be read.
      assetsInlineLimit: 0,
      rolldownOptions: { output: { assetFileNames: 'assets/[hash][extname]' } },
    },
    resolve: { alias: await storyFonts(storyFolder(), `${kept}/fonts`) },
  },
  integrations: [
    cards({ cards: `${kept}/cards`, fonts: `${kept}/fonts` }),
    search(),
    delivery({ compressed: process.env.PRECOMPRESS === 'off' ? undefined : `${kept}/compressed` }),
    stage(),
  ],
});
