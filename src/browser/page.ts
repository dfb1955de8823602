import css from './page.css?inline';
import { switchAsOf } from './as-of.ts';
import { followReading } from './contents.ts';
import { listenForKeys } from './keys.ts';
import { sharpenMentions } from './mentions.ts';
import { labelNews } from './news.ts';
import { showNotes } from './notes.ts';
import { openForPrint } from './print.ts';
import { offerSentences } from './selection.ts';
import { shareByHand } from './sharing.ts';
import { nameTables } from './tables.ts';
import { openTerms } from './terms.ts';
import { switchTheme } from './theme.ts';

/**
 * All script of a reading page, in the order in which it matters to a reader. Every part enhances HTML that works
 * without it, and asks whether the browser can do what it needs before it takes a click from a link.
 */
const PARTS = [
  addStyle,
  openForPrint,
  nameTables,
  switchTheme,
  switchAsOf,
  showNotes,
  openTerms,
  followReading,
  sharpenMentions,
  shareByHand,
  offerSentences,
  labelNews,
  listenForKeys,
  begin,
];

/** Adds the style of what only script shows. */
function addStyle(): void {
  // Inserted into a style sheet of the page: older browsers have no `new CSSStyleSheet()`, and the content-security
  // policy blocks style elements that script adds.
  document.styleSheets[0]?.insertRule(css);
}

/** Marks that script is at work; the notes are laid out now (styles/notes.css). */
function begin(): void {
  document.documentElement.dataset['script'] = 'on';
}

/** Begins one part after the other, each in a task of its own, so that what the reader does never waits for all. */
function beginInTurn([part, ...others]: readonly (() => void)[]): void {
  part?.();
  if (others.length > 0) setTimeout(beginInTurn, 0, others);
}

/** How long is waited for a browser to say that it has painted, in milliseconds: some never tell. */
const PATIENT = 1000;

/** Begins when the first words are painted: it changes styles and measures lines, for which the reader would wait. */
function beginAfterPaint(): void {
  const observer = new PerformanceObserver((paints) => {
    if (paints.getEntriesByName('first-contentful-paint').length > 0) go();
  });
  const late = setTimeout(go, PATIENT);
  function go(): void {
    observer.disconnect();
    clearTimeout(late);
    beginInTurn(PARTS);
  }
  observer.observe({ type: 'paint', buffered: true });
}

// A page that is not shown yet, in a tab in the background or while it waits for its typeface, is made ready at once.
if (document.hidden || 'wait' in document.documentElement.dataset) for (const part of PARTS) part();
else beginAfterPaint();
