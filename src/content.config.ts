import { createRequire } from 'node:module';
import { defineCollection } from 'astro/content/config';
import type * as loader from './compiler/loader.ts';

/** Node loads the compiler: Vite would transform each of its modules again, at every build. */
const { storyLoader } = createRequire(import.meta.url)('./compiler/loader.ts') as typeof loader;

/** Registers the story with Astro, as one entry. story/schema.ts explains what its files contain. */
export const collections = { story: defineCollection({ loader: storyLoader() }) };
