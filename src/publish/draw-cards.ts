import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { exitWith, WriterError } from '../compiler/faults.ts';
import { handedOver } from '../compiler/hand-over.ts';
import { cardKit, drawCard, type CardKit } from '../pictures/card.ts';
import { CARD, coloursOf, type Card, type Colours } from '../pictures/card-layout.ts';
import { cardFonts, type CardFont } from '../pictures/fonts.ts';
import { cardsOf } from './card-texts.ts';
import { inParallel } from './parallel.ts';
import { progress, summary } from './progress.ts';
import type { Settings } from './settings.ts';
import { SharedFiles } from './shared-files.ts';

/** The folders in which builds cache drawn cards and fonts. */
export interface CardFolders {
  cards: string;
  fonts: string;
}

/** A card that was drawn: its page, and the letters that the typeface lacks. */
export interface DrawnCard {
  page: string;
  missing: string;
}

/**
 * An Astro integration that draws the cards after the pages are built. A card that is drawn already is taken from the
 * cache.
 */
export function cards(settings: Pick<Settings, 'cards' | 'cache'>): AstroIntegration {
  return {
    name: 'cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        if (!settings.cards) return;
        const story = handedOver();
        const all = cardsOf(story);
        const start = performance.now();
        const folders = { cards: path.join(settings.cache, 'cards'), fonts: path.join(settings.cache, 'fonts') };
        const drawn = await placeCards(all, site, folders, story.cardFonts, (text) =>
          logger.info(`cards drawn: ${text}`),
        ).catch(exitWith);
        for (const { page, missing } of drawn)
          if (missing !== '') logger.warn(`the typeface has no “${missing}” for the card of ${page}`);
        const said = withoutLetters(all);
        if (said !== undefined) logger.warn(said);
        logger.info(summary({ one: 'card', many: 'cards', made: 'drawn' }, all.length, drawn.length, start));
      },
    },
  };
}

/** What a build says of the pages that have the card of the site because the typeface lacks letters of their own. */
export function withoutLetters(all: readonly Card[]): string | undefined {
  const pages = all.filter(({ missing }) => missing !== undefined);
  if (pages.length === 0) return undefined;
  const letters = [...new Set(pages.flatMap(({ missing = '' }) => [...missing]))].sort().join('');
  return (
    `the typeface has no letters “${letters}”, so that these pages show the card of the site: ` +
    pages.map(({ page }) => page).join(', ')
  );
}

/**
 * Writes the PNG of each card into the folder `site`, and returns those that were not in the cache. `say` is told how
 * far it is. Throws an Error that names the page when a card cannot be drawn.
 */
export async function placeCards(
  all: readonly Card[],
  site: string,
  folders: CardFolders,
  ownFonts?: string,
  say: (text: string) => void = () => undefined,
): Promise<DrawnCard[]> {
  if (all.length === 0) return [];
  const letters = [...new Set(JSON.stringify(all))].sort().join('');
  const fonts = await cardFonts(folders.fonts, ownFonts === undefined ? undefined : { package: ownFonts, letters });
  const styles = ['tokens', 'more-parties'].map((name) => readFileSync(here(`../styles/${name}.css`), 'utf8'));
  const colours = coloursOf(styles.join(''), 'light');
  const design = hashOfDesign(fonts, colours);
  const shared = new SharedFiles(folders.cards);
  const jobs = all.map((card) => ({ card, key: hashOfCard(card, design) }));
  const wanted = new Map(jobs.map((job) => [job.key, job]));
  const toDraw = [...wanted.values()].filter(({ key }) => !shared.has(key));
  const kit = await cardKit(fonts, colours);
  const step = progress(toDraw.length, say);
  const drawn = await inParallel(toDraw, async (job) => {
    const card = await drawInto(job, shared, kit);
    step();
    return card;
  });
  for (const where of new Set(all.map(({ image }) => path.dirname(path.join(site, image)))))
    mkdirSync(where, { recursive: true });
  for (const { card, key } of jobs) shared.place(key, path.join(site, card.image));
  shared.deleteUnused();
  return drawn;
}

/** A card to draw, and the key of its PNG in the cache. */
interface CardJob {
  card: Card;
  key: string;
}

async function drawInto({ card, key }: CardJob, shared: SharedFiles, kit: CardKit): Promise<DrawnCard> {
  try {
    const { png, missing } = await drawCard(card, kit);
    const letters = missing.match(/[\p{L}\p{N}]/gu);
    if (letters)
      throw new Error(
        `the typeface has no “${letters.join('')}”; name one that has in story.yaml, ` +
          'fonts: { cards: <an npm package of fonts, such as @fontsource/noto-naskh-arabic> }',
      );
    await shared.write(key, png);
    return { page: card.page, missing };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WriterError(`the card of ${card.page} (“${card.title}”) cannot be drawn: ${reason}`, { cause: error });
  }
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What shapes a card beside its words: code, the library, fonts and colours. */
function hashOfDesign(fonts: readonly CardFont[], colours: Colours): string {
  const takumi = path.join(path.dirname(createRequire(import.meta.url).resolve('@takumi-rs/core')), '../package.json');
  const hash = createHash('sha256').update(JSON.stringify([CARD, colours]));
  for (const file of [here('../pictures/card.ts'), here('../pictures/card-layout.ts'), takumi])
    hash.update(readFileSync(file));
  for (const { data, ...font } of fonts) hash.update(JSON.stringify(font)).update(data);
  return hash.digest('hex');
}

/** The key of a card in the cache. It depends on what is drawn only, so pages with equal cards share a file. */
function hashOfCard(
  { page: _page, image: _image, alt: _alt, missing: _missing, ...drawn }: Card,
  design: string,
): string {
  return createHash('sha256').update(design).update(JSON.stringify(drawn)).digest('hex').slice(0, 24);
}
