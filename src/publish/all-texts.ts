import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { serialise } from '../compiler/serialise.ts';
import { fileSize, statesOf } from '../pictures/file.ts';
import type { Explainer, Story } from '../story/story.ts';
import { allSections } from '../story/text.ts';
import { typeset } from '../story/typography.ts';
import { imageFiles, shownImage, type ShownImage } from './images.ts';
import { classes, idIn, laterMark, notesTree, textTree, type Setting } from './whole-texts.ts';

/**
 * All explainers as HTML, one after the other, each with its notes; what they cite leads to one list of sources below.
 * Like every page it can be put back to the key moment. `link` puts the base path before an address.
 */
export async function allTexts(story: Story, link: (address: string) => string): Promise<string> {
  const { explainers, words } = story;
  const files = [...new Set((await imageFiles()).map(({ file }) => file))];
  const images = new Map<string, ShownImage>();
  for (const file of files) images.set(file, await shownImage(file));
  const places = new Map(explainers.flatMap(placesOf));
  const setting: Setting = {
    story,
    base: link('/'),
    href: (address) => places.get(address) ?? link(address),
    source: (id) => `#s-${id}`,
    picture: (picture) => {
      const states = statesOf(picture);
      return states.map((state) =>
        h('img', {
          className: classes(states.length > 1 && state),
          src: link(`${picture.address}${state}.svg`),
          alt: picture.brief,
          ...fileSize(picture, state, words),
          loading: 'lazy',
        }),
      );
    },
    image: ({ file, words: alt }) => {
      const { width, height, plain } = images.get(file) as ShownImage;
      return h('img', { src: link(plain.address), alt, width, height, loading: 'lazy' });
    },
  };
  return serialise(explainers.map((explainer) => explainerTree(explainer, setting, link)));
}

/** What an explainer has addresses for, each with its place on the page. */
function placesOf(explainer: Explainer): [address: string, place: string][] {
  const { address, text } = explainer;
  return [
    [address, `#${idIn(explainer)}`],
    ...allSections(text).map(({ id }): [string, string] => [`${address}#${id}`, `#${idIn(explainer, id)}`]),
  ];
}

function explainerTree(explainer: Explainer, setting: Setting, link: (address: string) => string): ElementContent {
  const { address, title, question, later } = explainer;
  const { words } = setting.story;
  return h('section', { id: idIn(explainer), className: classes(later && 'later') }, [
    h('h2', h('a', { href: link(address) }, typeset(title, words))),
    ...(question === undefined ? [] : [h('p', { className: ['question'] }, typeset(question, words))]),
    h('p', { className: ['lead'] }, [
      h('span', { className: ['label'] }, words.page.brief),
      ' ',
      ...briefOf(explainer, setting),
    ]),
    ...(later ? [laterMark(setting)] : []),
    ...textTree(explainer, 3, setting),
    ...notesTree(explainer, 3, setting),
  ]);
}

/** The answer in brief, also as it was known where that is another. */
function briefOf({ brief, briefThen }: Explainer, { story: { words } }: Setting): ElementContent[] {
  if (briefThen === undefined) return [{ type: 'text', value: typeset(brief, words) }];
  return [
    h('span', { className: ['now'] }, typeset(brief, words)),
    { type: 'text', value: ' ' },
    h('span', { className: ['then'], hidden: true }, typeset(briefThen, words)),
  ];
}
