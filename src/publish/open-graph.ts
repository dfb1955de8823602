import { cardOf } from './card-texts.ts';
import { pageAt } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import type { Absolute } from './json-ld-things.ts';
import type { Story } from '../story/story.ts';
import { cutAtWord } from '../story/typography.ts';

/**
 * What a page says of itself where a link to it is shared: the properties of Open Graph (https://ogp.me) and what X
 * adds to them, in order. The title leaves out the name of the site, which stands beside it.
 */
export function sharing(
  story: Story,
  page: { title: string; description: string; address: string },
  absolute: Absolute,
): [property: string, content: string][] {
  const { image, alt, width, height } = cardOf(story, page.address);
  const kind = pageAt(story, page.address)?.kind ?? 'notFound';
  return [
    ['og:title', page.title.replace(` · ${story.title}`, '')],
    ['og:description', cutAtWord(page.description, 200)],
    ['og:url', absolute(page.address)],
    ['og:site_name', story.title],
    ['og:type', kindOf(kind).readable ? 'article' : 'website'],
    ['og:image', absolute(image)],
    ['og:image:width', String(width)],
    ['og:image:height', String(height)],
    ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'],
  ];
}
