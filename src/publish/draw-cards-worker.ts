import { renameSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { drawCard } from '../pictures/card.ts';
import type { DrawnCard, CardWork } from './draw-cards.ts';

/** Draws its share of the cards; the first that cannot be drawn ends it. */
const { jobs, kit } = workerData as CardWork;
for (const { card, file } of jobs) {
  try {
    const { png, missing } = await drawCard(card, kit);
    // Two builds may draw the same card; each writes aside and moves it into place whole.
    writeFileSync(`${file}.${process.pid}`, png);
    renameSync(`${file}.${process.pid}`, file);
    parentPort?.postMessage({ page: card.page, missing } satisfies DrawnCard);
  } catch (error) {
    throw new Error(`the card of ${card.page} (“${card.title}”) cannot be drawn: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
