import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import sharp from 'sharp';
import { exitWith, WriterError } from '../compiler/faults.ts';
import type { CardKit } from '../pictures/card.ts';
import { cardFonts } from '../pictures/fonts.ts';
import { CARD, lightColours, type Card } from '../pictures/card-layout.ts';
import type { Settings } from './settings.ts';
import { startWorker } from './worker.ts';

/** The folders in which builds cache drawn cards and fonts. */
export interface CardFolders {
  cards: string;
  fonts: string;
}

/** The content of `cards.json`: the cards, and the npm package of fonts that the story names for them. */
export interface CardList {
  cards: readonly Card[];
  fonts?: string | undefined;
}

/** A card to draw, and the path of the PNG to write. */
export interface CardJob {
  card: Card;
  file: string;
}

/** The input of a worker. */
export interface CardWork {
  kit: CardKit;
  jobs: CardJob[];
}

/** The message of a worker about a card that it has drawn: its page, and the letters that the typeface lacks. */
export interface DrawnCard {
  page: string;
  missing: string;
}

/**
 * An Astro integration that draws the cards after the pages are built. It reads them from the page `cards.json`, which
 * it deletes. A card that an earlier build has drawn is copied from the cache.
 */
export function cards(settings: Pick<Settings, 'cards' | 'cache'>): AstroIntegration {
  return {
    name: 'cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const listFile = path.join(site, 'cards.json');
        if (!existsSync(listFile)) return;
        const { cards: all, fonts } = JSON.parse(readFileSync(listFile, 'utf8')) as CardList;
        rmSync(listFile);
        if (!settings.cards) return;
        const start = performance.now();
        const folders = { cards: path.join(settings.cache, 'cards'), fonts: path.join(settings.cache, 'fonts') };
        const drawn = await placeCards(all, site, folders, fonts).catch(exitWith);
        for (const { page, missing } of drawn)
          if (missing !== '') logger.warn(`the typeface has no “${missing}” for the card of ${page}`);
        const said = withoutLetters(all);
        if (said !== undefined) logger.warn(said);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${drawn.length} of ${all.length} cards drawn in ${seconds} s, the others copied from the cache`);
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
 * Writes the PNG of each card into the folder `site`, and returns those that were not in the cache. Throws an Error
 * that names the page when a card cannot be drawn.
 */
export async function placeCards(
  all: readonly Card[],
  site: string,
  folders: CardFolders,
  ownFonts?: string,
): Promise<DrawnCard[]> {
  if (all.length === 0) return [];
  const letters = [...new Set(JSON.stringify(all))].sort().join('');
  const kit = {
    ...(await cardFonts(folders.fonts, ownFonts === undefined ? undefined : { package: ownFonts, letters })),
    colours: lightColours(
      ['tokens', 'more-parties'].map((name) => readFileSync(here(`../styles/${name}.css`), 'utf8')).join(''),
    ),
  };
  const design = hashOfDesign(kit);
  mkdirSync(folders.cards, { recursive: true });
  const jobs = all.map((card) => ({ card, file: path.join(folders.cards, `${hashOfCard(card, design)}.png`) }));
  const toDraw = new Map(jobs.filter(({ file }) => !existsSync(file)).map((job) => [job.file, job]));
  const drawn = await drawAll([...toDraw.values()], kit);
  for (const { card, file } of jobs) {
    const image = path.join(site, card.image);
    mkdirSync(path.dirname(image), { recursive: true });
    copyFileSync(file, image);
  }
  return drawn;
}

/** Draws cards on all cores: each worker gets an equal share of the jobs. */
async function drawAll(jobs: readonly CardJob[], kit: CardKit): Promise<DrawnCard[]> {
  const count = Math.min(availableParallelism(), Math.ceil(jobs.length / 8));
  const shares = Array.from({ length: count }, (_, worker) => jobs.filter((_job, at) => at % count === worker));
  const workers: Worker[] = [];
  try {
    return (await Promise.all(shares.map((share) => drawShare({ kit, jobs: share }, workers)))).flat();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function drawShare(work: CardWork, workers: Worker[]): Promise<DrawnCard[]> {
  return new Promise((resolve, reject) => {
    const drawn: DrawnCard[] = [];
    const worker = startWorker('draw-cards-worker.ts', work);
    workers.push(worker);
    worker.on('message', (message: DrawnCard) => drawn.push(message));
    // An error of the worker's own comes without its class.
    worker.on('error', (error) => reject(/^the card of /.test(error.message) ? new WriterError(error.message) : error));
    worker.on('exit', (code) => {
      if (code === 0 && drawn.length === work.jobs.length) resolve(drawn);
      else
        reject(new Error(`the drawing of cards stopped (exit code ${code}) at ${work.jobs[drawn.length]?.card.page}`));
    });
  });
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What shapes a card beside its words: code, libraries, fonts and colours. */
const CODE = ['../pictures/card.ts', '../pictures/card-layout.ts', '../pictures/card-shaped.ts', '../pictures/svg.ts'];
const LIBRARIES = ['satori', '@resvg/resvg-wasm/index_bg.wasm'];

function hashOfDesign({ fonts, colours }: CardKit): string {
  const hash = createHash('sha256').update(JSON.stringify([CARD, colours, sharp.versions]));
  const { resolve } = createRequire(import.meta.url);
  for (const file of [...CODE.map(here), ...LIBRARIES.map((name) => resolve(name))]) hash.update(readFileSync(file));
  for (const { name, weight, style, data } of fonts)
    hash.update(`${name} ${weight} ${style}`).update(new Uint8Array(data));
  return hash.digest('hex');
}

/** The name of a card's file in the cache. It depends on what is drawn only, so pages with equal cards share a file. */
function hashOfCard(
  { page: _page, image: _image, alt: _alt, missing: _missing, ...drawn }: Card,
  design: string,
): string {
  return createHash('sha256').update(design).update(JSON.stringify(drawn)).digest('hex').slice(0, 24);
}
