import { defineCollection } from 'astro/content/config';
import { storyLoader } from './compiler/loader.ts';

/** Registers the story with Astro, as one entry. story/schema.ts explains what its files contain. */
export const collections = { story: defineCollection({ loader: storyLoader() }) };
