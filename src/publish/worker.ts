import { Worker } from 'node:worker_threads';

/** Starts a file of this folder as a thread of its own. Node before 22.18 reads TypeScript only when told to. */
export function startWorker(file: string, workerData: unknown): Worker {
  return new Worker(new URL(file, import.meta.url), {
    workerData,
    ...(!process.features.typescript && { execArgv: ['--experimental-strip-types'] }),
  });
}
