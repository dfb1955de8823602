import type { Random } from './random.ts';
import { texts, type Changes } from './story.ts';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const swapped = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: (readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** What an editor, a disk or an enemy makes of a text. */
const ENCODINGS: Record<string, (text: string, random: Random) => Uint8Array> = {
  'a byte order mark': (text) => encode(`\ufeff${text}`),
  'two byte order marks': (text) => encode(`\ufeff\ufeff${text}`),
  CRLF: (text) => encode(text.replaceAll('\n', '\r\n')),
  CR: (text) => encode(text.replaceAll('\n', '\r')),
  'line ends of all kinds': (text, { pick }) => encode(text.replace(/\n/g, () => pick(['\n', '\r\n', '\r']))),
  'UTF-16 with its mark': (text) => utf16(`\ufeff${text}`),
  'UTF-16, big end first, with its mark': (text) => swapped(`\ufeff${text}`),
  'UTF-16': utf16,
  'UTF-16, big end first': swapped,
  'UTF-32': (text) => join(...[...text.slice(0, 400)].map((letter) => [letter.charCodeAt(0) % 256, 0, 0, 0])),
  'Latin-1': (text) => new Uint8Array(Buffer.from(`${text}é`, 'latin1')),
  'a NUL': (text, { below }) => at(text, below, [0]),
  'a byte that no letter has': (text, { below, pick }) =>
    at(text, below, pick([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80], [0xe2, 0x82]])),
  'an escape': (text, { below }) => at(text, below, [0x1b, 0x5b, 0x32, 0x4a]),
  'nothing at all': () => new Uint8Array(),
  'bytes by chance': (_, { below }) => Uint8Array.from({ length: below(400) }, () => below(256)),
  'an end too soon': (text, { below }) => encode(text.slice(0, below(text.length + 1))),
};

function at(text: string, below: Random['below'], bytes: readonly number[]): Uint8Array {
  const place = below(text.length + 1);
  return join(encode(text.slice(0, place)), bytes, encode(text.slice(place)));
}

/** Writes one file in another encoding: one that is changed already, or any. Returns what it did. */
export function inEncoding(changes: Changes, random: Random): string {
  const written = [...changes].flatMap(([path, bytes]) => (bytes ? [path] : []));
  const path = random.pick(written.length > 0 ? written : ['story.yaml', 'explainers/the-meeting.md']);
  const bytes = changes.get(path);
  const text = bytes ? new TextDecoder().decode(bytes).slice(0, 50_000) : (texts.get(path) ?? '');
  const [name, encodeAs] = random.pick(Object.entries(ENCODINGS));
  changes.set(path, encodeAs(text, random));
  return `${path} in ${name}`;
}
