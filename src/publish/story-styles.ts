import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageIn, partiesIn } from '../compiler/folder.ts';
import { languageFor, wordsOf } from '../words/words.ts';

const ENOUGH_COLOURS = 4;

/**
 * The style sheets that only some stories need, as aliases for Vite from the names in styles/index.css, so that no
 * other story pays for them with the first bytes of its pages: for many parties, for writing from right to left, and
 * for a language whose script asks for more.
 */
export function storyStyles(folder: string): { find: string; replacement: string }[] {
  const language = languageFor(languageIn(folder) ?? '');
  const styles = {
    parties: partiesIn(folder) > ENOUGH_COLOURS && 'more-parties.css',
    direction: language !== undefined && wordsOf(language).direction === 'rtl' && 'rtl.css',
    language: language !== undefined && `languages/${language}.css`,
  };
  return Object.entries(styles).map(([name, file]) => {
    const wanted = fileOf(file || 'none.css');
    return { find: `@styles/${name}.css`, replacement: existsSync(wanted) ? wanted : fileOf('none.css') };
  });
}

const fileOf = (name: string) => fileURLToPath(new URL(`../styles/${name}`, import.meta.url)).replaceAll(path.sep, '/');
