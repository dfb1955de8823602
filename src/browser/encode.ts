/**
 * Encodes words for a text fragment of an address (https://wicg.github.io/scroll-to-text-fragment/), where a hyphen and
 * a comma have a meaning of their own.
 */
export const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
