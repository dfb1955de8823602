// @ts-check
import { defineConfig } from 'astro/config';
import { Features } from 'lightningcss';
import packageJson from './package.json' with { type: 'json' };
import { cards } from './src/publish/draw-cards.ts';
import { delivery } from './src/publish/delivery.ts';
import { buildTargets, smallerOutput } from './src/publish/smaller-output.ts';
import { search } from './src/publish/search-index.ts';
import { stage } from './src/publish/stage.ts';
import { storyFonts } from './src/pictures/fonts.ts';
import { storyFolder } from './src/compiler/folder.ts';

// Where the site will stand, path included; every link and address is made from it.
const site = new URL(process.env.SITE_URL ?? 'http://localhost:4321/');

// Where cards, fonts and compressed files are kept from one build to the next.
const kept = process.env.CACHE ?? '.cache';

// Styles and scripts are written for these; the build must not rewrite them into something newer.
const targets = buildTargets(packageJson.browserslist);

export default defineConfig({
  site: site.origin,
  base: site.pathname,
  trailingSlash: 'always',
  compressHTML: 'jsx',
  prerenderConflictBehavior: 'error',
  build: { concurrency: 4, inlineStylesheets: 'always', assets: 'assets' },
  devToolbar: { enabled: false },
  vite: {
    plugins: smallerOutput(),
    // Beside each `color-scheme` it would put what light-dark() needs in older browsers; no style here uses that.
    css: { lightningcss: { exclude: Features.LightDark } },
    build: {
      target: targets,
      cssTarget: targets,
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
