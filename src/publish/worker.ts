import { Worker } from 'node:worker_threads';

/** Starts a file of this folder as a worker thread. Node before 22.18 needs a flag to run TypeScript. */
export function startWorker(file: string, workerData: unknown): Worker {
  return new Worker(new URL(file, import.meta.url), {
    workerData,
    ...(!process.features.typescript && { execArgv: ['--experimental-strip-types'] }),
  });
}
