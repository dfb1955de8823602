import { reading } from '@words/reading';

/** What a reader can share: the page, or a section of it. */
export const SITE = document.querySelector<HTMLMetaElement>('[property="og:site_name"]')?.content ?? '';
export const PUBLISHER = document.querySelector<HTMLMetaElement>('[name=author]')?.content ?? SITE;
const CANONICAL = document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href ?? location.href;

export interface Place {
  title: string;
  url: string;
  element: Element;
}

export const page: Place = {
  title: document.querySelector('h1')?.textContent?.trim() ?? '',
  url: CANONICAL,
  element: document.body,
};

/** What an anchor stands for: the section of its heading, or the page. */
export function placeOf(anchor: HTMLAnchorElement): Place {
  const heading = anchor.closest('h2, h3');
  if (!heading) return page;
  const title = (heading.textContent ?? '').replace(/\s*§\s*$/, '');
  return {
    title,
    url: new URL(anchor.getAttribute('href') ?? '', CANONICAL).href,
    element: heading.parentElement ?? heading,
  };
}

/** Copies a text and says so. What the browser does not let script copy is shown, to be copied by hand. */
export async function copy(text: string, done: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return reading.copyByHand(text);
  }
}
