import { parentPort, workerData } from 'node:worker_threads';
import writeFileAtomic from 'write-file-atomic';
import { drawCard } from '../pictures/card.ts';
import type { CardWork, DrawnCard } from './draw-cards.ts';

/** A worker thread that draws its share of the cards. It stops at the first card that cannot be drawn. */
const { jobs, kit } = workerData as CardWork;
for (const { card, file } of jobs) {
  try {
    const { png, missing } = await drawCard(card, kit);
    const letters = missing.match(/[\p{L}\p{N}]/gu);
    if (letters)
      throw new Error(
        `the typeface has no “${letters.join('')}”; name one that has in story.yaml, ` +
          'fonts: { cards: <an npm package of fonts, such as @fontsource/noto-naskh-arabic> }',
      );
    // Two builds may draw the same card.
    await writeFileAtomic(file, Buffer.from(png), { fsync: false });
    parentPort?.postMessage({ page: card.page, missing } satisfies DrawnCard);
  } catch (error) {
    throw new Error(`the card of ${card.page} (“${card.title}”) cannot be drawn: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
