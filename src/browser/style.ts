import css from './page.css?inline';

// Inserted into a style sheet of the page: older browsers have no `new CSSStyleSheet()`, and the content-security
// policy blocks style elements that script adds.
document.styleSheets[0]?.insertRule(css);
