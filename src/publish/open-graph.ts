import { cardOf } from './card-texts.ts';
import { pageAt } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import type { Absolute } from './json-ld-things.ts';
import type { Story } from '../story/story.ts';
import { cutAtWord } from '../story/typography.ts';

/**
 * The `meta` properties that networks read when a link is shared: Open Graph (https://ogp.me) and the card type of X,
 * in the order in which the page has them. The title omits the site's name, because networks show `og:site_name` beside
 * it.
 */
export function openGraph(
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
