/** The element of this page that a fragment leads to; null for one that is not well encoded, such as `#100%`. */
export function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}
