import { reading } from '@words/reading';

/** The name of the site. */
export const SITE = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content ?? '';
export const PUBLISHER = document.querySelector<HTMLMetaElement>('[name=author]')?.content ?? SITE;
const CANONICAL = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href;

/** What a reader can share: the page, or a section of it. */
export interface Place {
  title: string;
  url: string;
  element: Element;
}

/** The page itself. */
export const page: Place = {
  title: document.querySelector('h1')?.textContent?.trim() ?? '',
  url: CANONICAL,
  element: document.body,
};

/** What a share link (class `anchor`) shares: the section whose heading it is in, or the page. */
export function placeOf(anchor: HTMLAnchorElement): Place {
  const head = anchor.closest('.head');
  if (!head) return page;
  return {
    title: head.firstElementChild?.textContent?.trim() ?? '',
    url: new URL(anchor.getAttribute('href') ?? '', CANONICAL).href,
    element: head.parentElement ?? head,
  };
}

/** A link to a place as the reader sees it: while the site is put back, it puts it back for the next reader too. */
export function linkTo({ url }: Place): string {
  const link = new URL(url);
  const day = document.querySelector<HTMLElement>('.as-of')?.dataset['day'];
  if (day && 'asOf' in document.documentElement.dataset) link.searchParams.set('as-of', day);
  return link.href;
}

/** Copies a text and returns the message `done`, or, where the browser does not allow it, the text to copy by hand. */
export async function copy(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return reading.copyByHand(text);
  }
}
