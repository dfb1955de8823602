import { isUtf8 } from 'node:buffer';
import { VFile } from 'vfile';
import { legible, forbiddenCharactersIn } from './characters.ts';
import { fault } from './faults.ts';
import { tooLarge, type StoryFile } from './folder.ts';

/**
 * Decodes a file. A byte order mark at its start is taken away, line ends become \n, as Markdown reads them, and
 * letters are put together with their accents (NFC), as the fonts have them. A file that could not be read, is too
 * large, is not UTF-8 or holds characters that no text may hold gets a fault; but for the last, it then has no value.
 */
export function decode({ path, bytes, problem = tooLarge(path, bytes.length) }: StoryFile): VFile {
  const file = new VFile({ path: legible(path) });
  if (problem !== undefined) fault(file, problem, { line: 1 });
  else if (hasMark(bytes, 0xff, 0xfe) || hasMark(bytes, 0xfe, 0xff))
    fault(file, 'the file is UTF-16; save it as UTF-8', { line: 1 });
  else read(file, bytes);
  return file;
}

const decoder = new TextDecoder();

const hasMark = ([first, second]: Uint8Array, one: number, two: number): boolean => first === one && second === two;

function read(file: VFile, bytes: Uint8Array): void {
  const text = decoder.decode(bytes).replace(/\r\n?/g, '\n').normalize('NFC');
  const lineOf = (at: number) => text.slice(0, at).split('\n').length;
  const nul = text.indexOf('\0');
  // Of an image or a file of a word processor it is enough to say that it is not Markdown.
  const isText = /\.(?:md|yaml|txt)$/.test(file.path);
  if (!isText && (nul >= 0 || !isUtf8(bytes))) return;
  if (!isUtf8(bytes))
    fault(
      file,
      'the file is not UTF-8 text: a letter in this line is written in another encoding; save the file as UTF-8',
      { line: lineOf(text.indexOf('\ufffd')) },
    );
  else if (nul >= 0)
    fault(file, 'the file holds a NUL character: it is UTF-16 or no text; save it as UTF-8', { line: lineOf(nul) });
  else {
    file.value = text;
    for (const { at, reason } of forbiddenCharactersIn(text).slice(0, 100))
      fault(file, reason, { line: lineOf(at), column: at - text.lastIndexOf('\n', at - 1) });
  }
}
