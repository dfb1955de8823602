import css from './page.css?inline';

/** Adds the style of what only script shows. */
export function addStyle(): void {
  // Inserted into a style sheet of the page: older browsers have no `new CSSStyleSheet()`, and the content-security
  // policy blocks style elements that script adds.
  document.styleSheets[0]?.insertRule(css);
}
