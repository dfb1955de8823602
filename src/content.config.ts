import { defineCollection } from 'astro/content/config';
import { storyLoader } from './compiler/loader.ts';
import type { Collection } from './story/page-kinds.ts';
import { schemas, type Schemas } from './story/schema.ts';

/** Registers the collections with Astro. story/schema.ts explains what their files contain. */
const collection = <Name extends Exclude<keyof Schemas, 'publishers' | 'images'>>(name: Name) =>
  defineCollection({ loader: storyLoader(name), schema: schemas[name] });

export const collections = {
  story: collection('story'),
  explainers: collection('explainers'),
  drafts: collection('drafts'),
  articles: collection('articles'),
  demands: collection('demands'),
  timeline: collection('timeline'),
  glossary: collection('glossary'),
  sources: collection('sources'),
  pages: collection('pages'),
  pictures: collection('pictures'),
  changes: collection('changes'),
} satisfies Record<Collection | 'story', unknown>;
