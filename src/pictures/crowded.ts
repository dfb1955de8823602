import { VFile } from 'vfile';
import { fault } from '../compiler/faults.ts';
import type { Picture } from '../story/story.ts';
import type { Collision, Shape } from './scene.ts';

/** The file of a picture, as faults name it. */
export const fileOfPicture = ({ id }: Pick<Picture, 'id'>): VFile => new VFile({ path: `pictures/${id}.md` });

/**
 * Records that words of a picture leave it or are over others, at their field. Words break into lines, so that it is a
 * long word that does not fit; what is from another file, such as the title of an event, has no field here.
 */
export function tellOfWords(
  file: VFile,
  { written }: Pick<Picture, 'written'>,
  { words, other }: Collision,
  shape: Shape,
): void {
  const [longest = ''] = (words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).toSorted((a, b) => b.length - a.length);
  const { field, line } = written.find((one) => one.words.includes(longest)) ?? { field: undefined, line: 1 };
  const what = other === undefined ? 'has no room' : `overlaps “${other}”`;
  const where = field === undefined ? '' : `${field}: `;
  // A field is mended once, however often and in whichever shape its words have no room.
  if (where !== '' && file.messages.some(({ reason }) => reason.startsWith(where))) return;
  fault(file, `${where}in the ${shape} picture, “${words}” ${what}; write it with shorter words`, { line });
}
