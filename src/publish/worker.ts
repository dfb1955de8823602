import { Worker } from 'node:worker_threads';

/** Starts a file of this folder as a worker thread. */
export const startWorker = (file: string, workerData: unknown): Worker =>
  new Worker(new URL(file, import.meta.url), { workerData });
