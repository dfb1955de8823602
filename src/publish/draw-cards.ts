import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { CardKit } from '../pictures/card.ts';
import { lightColours } from '../pictures/colours.ts';
import { pictureFonts } from '../pictures/fonts.ts';
import { CARD, type Card } from '../pictures/card-layout.ts';
import { startWorker } from './worker.ts';

/** Where drawn cards and fonts are kept from one build to the next. */
export interface CardFolders {
  cards: string;
  fonts: string;
}

/** A card to draw, and the file that keeps it. */
export interface CardJob {
  card: Card;
  file: string;
}

/** What a worker is given, and what it says of each card that it drew: the letters that the typeface has not. */
export interface CardWork {
  kit: CardKit;
  jobs: CardJob[];
}
export interface CardDone {
  page: string;
  missing: string;
}

/**
 * Draws the cards of the site when its pages are built: the page `cards.json` says what they are and is taken away
 * again. Cards that were drawn before are taken from the folder that keeps them. Put it before whatever moves the site.
 */
export function cards(kept: CardFolders): AstroIntegration {
  return {
    name: 'cards',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const list = path.join(site, 'cards.json');
        if (!existsSync(list)) return;
        const wanted = JSON.parse(readFileSync(list, 'utf8')) as Card[];
        rmSync(list);
        if (process.env['CARDS'] === 'off') return;
        const from = performance.now();
        const done = await placeCards(wanted, site, kept);
        for (const { page, missing } of done)
          if (missing !== '') logger.warn(`the typeface has no “${missing}” for the card of ${page}`);
        logger.info(
          `${done.length} of ${wanted.length} cards drawn in ${((performance.now() - from) / 1000).toFixed(1)} s, the others known from before`,
        );
      },
    },
  };
}

/**
 * Puts the picture of each card into the folder of a site and says which had to be drawn. Throws, naming the page, when
 * one cannot be drawn.
 */
export async function placeCards(wanted: readonly Card[], site: string, kept: CardFolders): Promise<CardDone[]> {
  if (wanted.length === 0) return [];
  const kit = {
    fonts: await pictureFonts(kept.fonts),
    colours: lightColours(readFileSync(here('../styles/tokens.css'), 'utf8')),
  };
  const design = designOf(kit);
  mkdirSync(kept.cards, { recursive: true });
  const jobs = wanted.map((card) => ({ card, file: path.join(kept.cards, `${keyOf(card, design)}.png`) }));
  const toDraw = new Map(jobs.filter(({ file }) => !existsSync(file)).map((job) => [job.file, job]));
  const done = await drawAll([...toDraw.values()], kit);
  for (const { card, file } of jobs) {
    const place = path.join(site, card.image);
    mkdirSync(path.dirname(place), { recursive: true });
    copyFileSync(file, place);
  }
  return done;
}

/** Shares the jobs out among workers, one for each core. */
async function drawAll(jobs: readonly CardJob[], kit: CardKit): Promise<CardDone[]> {
  const many = Math.min(availableParallelism(), Math.ceil(jobs.length / 8));
  const shares = Array.from({ length: many }, (_, at) => jobs.filter((_, place) => place % many === at));
  const workers: Worker[] = [];
  try {
    return (await Promise.all(shares.map((share) => drawShare({ kit, jobs: share }, workers)))).flat();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function drawShare(work: CardWork, workers: Worker[]): Promise<CardDone[]> {
  return new Promise((resolve, reject) => {
    const done: CardDone[] = [];
    const worker = startWorker('draw-cards-worker.ts', work);
    workers.push(worker);
    worker.on('message', (message: CardDone) => done.push(message));
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code === 0 && done.length === work.jobs.length) resolve(done);
      else
        reject(new Error(`the drawing of cards stopped (exit code ${code}) at ${work.jobs[done.length]?.card.page}`));
    });
  });
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** What shapes a card beside its words: code, libraries, fonts and colours. */
const CODE = [
  '../pictures/card.ts',
  '../pictures/card-layout.ts',
  '../pictures/png.ts',
  '../pictures/colours.ts',
  '../story/typography.ts',
];
const LIBRARIES = ['satori', '@resvg/resvg-wasm/index_bg.wasm', 'fflate'];

function designOf({ fonts, colours }: CardKit): string {
  const hash = createHash('sha256').update(JSON.stringify([CARD, colours]));
  const { resolve } = createRequire(import.meta.url);
  for (const file of [...CODE.map(here), ...LIBRARIES.map((name) => resolve(name))]) hash.update(readFileSync(file));
  for (const { name, weight, style, data } of fonts) hash.update(`${name} ${weight} ${style}`).update(data);
  return hash.digest('hex');
}

/** The name under which a card is kept: what is drawn counts, not whose page it is. */
function keyOf({ page: _page, image: _image, alt: _alt, ...drawn }: Card, design: string): string {
  return createHash('sha256').update(design).update(JSON.stringify(drawn)).digest('hex').slice(0, 24);
}
