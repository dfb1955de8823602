import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageIn } from '../compiler/folder.ts';
import { languageFor, languages } from '../words/words.ts';

/**
 * The words that script shows, in the language of the story, as aliases for Vite: `@words/reading` is the file of that
 * language in words/. Each script gets a module of its own, of which its bundle keeps what it uses.
 */
export function scriptWords(folder: string): { find: string; replacement: string }[] {
  const language = languageFor(languageIn(folder) ?? '') ?? languages[0];
  const file = fileURLToPath(new URL(`../words/${language}.ts`, import.meta.url)).replaceAll(path.sep, '/');
  return ['reading', 'searching'].map((script) => ({ find: `@words/${script}`, replacement: `${file}?${script}` }));
}
