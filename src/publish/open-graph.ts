import { cardOf } from './card-texts.ts';
import type { Absolute } from '../story/addresses.ts';
import { pageAt } from '../story/directory.ts';
import { kindOf } from '../story/page-kinds.ts';
import type { Story } from '../story/story.ts';

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
  const { kind, changes = [] } = pageAt(story, page.address) ?? { kind: 'notFound' };
  const isArticle = kindOf(kind).readable;
  const [first, last] = [changes.at(-1), changes[0]];
  return [
    ['og:title', page.title.replace(` · ${story.title}`, '')],
    ['og:description', page.description],
    ['og:url', absolute(page.address)],
    ['og:site_name', story.title],
    ['og:type', isArticle ? 'article' : 'website'],
    ...(isArticle && first && last
      ? ([
          ['article:published_time', first.day],
          ['article:modified_time', last.day],
        ] as [string, string][])
      : []),
    ['og:image', absolute(image)],
    ['og:image:width', String(width)],
    ['og:image:height', String(height)],
    ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'],
  ];
}
