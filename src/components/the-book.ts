import { epubOf } from '../publish/epub.ts';
import { absolute, getStory } from '../site.ts';
import own from '../styles/book.css?raw';
import moreParties from '../styles/more-parties.css?raw';
import tokens from '../styles/tokens.css?raw';

/** The bytes of the story's book. */
export const theBook = async (): Promise<Uint8Array> =>
  epubOf(await getStory(), absolute, { own, colours: tokens + moreParties });
