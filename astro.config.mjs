// @ts-check
import { Features } from 'lightningcss';
import packageJson from './package.json' with { type: 'json' };
import { languageIn } from './src/compiler/folder.ts';
import { storyFonts } from './src/pictures/fonts.ts';
import { checkSite } from './src/publish/check-site.ts';
import { delivery } from './src/publish/delivery.ts';
import { cards } from './src/publish/draw-cards.ts';
import { desk } from './src/publish/desk.ts';
import { PAGE_POLICY } from './src/publish/policy.ts';
import { scriptWords } from './src/publish/script-words.ts';
import { search } from './src/publish/search-index.ts';
import { buildTargets, smallerOutput } from './src/publish/smaller-output.ts';
import { ownEnvironment, readOwnSettings } from './src/publish/settings.ts';
import { stage } from './src/publish/stage.ts';
import { storyStyles } from './src/publish/story-styles.ts';

const settings = readOwnSettings(import.meta.dirname);

// Styles and scripts are written for these; the build must not rewrite them into something newer.
const targets = buildTargets(packageJson.browserslist);

/**
 * Not wrapped in `defineConfig`, which gives back what it is given and brings 400 modules that no build here needs.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
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
    plugins: smallerOutput(),
    // Beside each `color-scheme` it would put what light-dark() needs in older browsers; no style here uses that.
    css: { lightningcss: { exclude: Features.LightDark } },
    build: {
      target: targets,
      cssTarget: targets,
      // Script is a file of its own, never part of what must arrive before a page can be read.
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: { assetFileNames: 'assets/[hash][extname]' },
        treeshake: { propertyReadSideEffects: false },
      },
    },
    resolve: {
      alias: [
        ...(await storyFonts(settings.story, `${settings.cache}/fonts`, languageIn(settings.story) ?? 'en')),
        ...scriptWords(settings.story),
        ...storyStyles(settings.story),
      ],
    },
  },
  integrations: [
    ownEnvironment(),
    cards(settings),
    search(),
    delivery(settings),
    checkSite(settings),
    desk(settings),
    stage(),
  ],
};
