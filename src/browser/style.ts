import css from './page.css?inline';

// Into a sheet that the page has: older browsers cannot make one, and the policy of the page lets no script write one.
document.styleSheets[0]?.insertRule(css);
